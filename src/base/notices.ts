import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '../api/api-error.js';
import { icon, type IconName } from './icons.js';
import type { Locale } from './locale.js';
import { problemWord } from './problem-words.js';

/** The outline of what will come. It shows itself only after 150 ms. */
export const skeleton = (locale: Locale, rows = 3): TemplateResult => html`
  <div class="skeleton" part="loading" role="status">
    <span class="sr-only">${locale.term('loading')}</span>
    ${Array.from({ length: rows }, () => html`<div class="bone tall"></div>`)}
  </div>
`;

/** What will be here, and what to do. */
export const emptyNotice = (
  picture: IconName,
  title: string,
  words: string,
  way: unknown = nothing,
): TemplateResult => html`
  <div class="notice empty" part="empty">
    ${icon(picture)}
    <h3>${title}</h3>
    <p class="muted">${words}</p>
    ${way}
  </div>
`;

/** What happened, in a sentence, with the way on. */
export const problemNotice = (
  problem: ApiError,
  locale: Locale,
  retry: () => void,
): TemplateResult => html`
  <div class="notice problem" part="problem" role="alert">
    ${icon('warning')}
    <h3>${locale.term('problemTitle')}</h3>
    <p class="muted">${locale.term(problemWord(problem.code))}</p>
    <button class="button" type="button" @click=${retry}>${locale.term('retry')}</button>
  </div>
`;

/** The same in one line, beside what is still on screen. */
export const problemLine = (
  problem: ApiError,
  locale: Locale,
  retry?: () => void,
): TemplateResult => html`
  <div class="banner problem" part="problem" role="alert">
    ${icon('warning')}${locale.term(problemWord(problem.code))}
    ${
      retry
        ? html`<button class="button" type="button" @click=${retry}>
            ${locale.term('retry')}
          </button>`
        : nothing
    }
  </div>
`;

/** A quiet line, not an alarm. */
export const offlineLine = (locale: Locale): TemplateResult => html`
  <div class="banner" part="offline" role="status">${icon('offline')}${locale.term('offline')}</div>
`;

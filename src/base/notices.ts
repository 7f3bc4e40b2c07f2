import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '../api/api-error.js';
import { lockIcon, offlineIcon, warningIcon, type Icon } from './icons.js';
import type { Locale } from './locale.js';
import { problemSentence } from './problem-words.js';

/** The outline of what will come. It shows itself only after 150 ms. */
export const skeleton = (locale: Locale, rows = 3): TemplateResult => html`
  <div class="skeleton" part="loading" role="status">
    <span class="sr-only">${locale.term('loading')}</span>
    ${Array.from({ length: rows }, () => html`<div class="bone tall"></div>`)}
  </div>
`;

/** What will be here, and what to do. */
export const emptyNotice = (
  picture: Icon,
  title: string,
  words: string,
  way: unknown = nothing,
): TemplateResult => html`
  <div class="notice empty" part="empty">
    ${picture()}
    <h3>${title}</h3>
    <p class="muted">${words}</p>
    ${way}
  </div>
`;

const signIn = (url: string | undefined, locale: Locale): unknown =>
  url ? html`<a class="button primary" href=${url}>${locale.term('signIn')}</a>` : nothing;

/** For somebody without a token: `url` is where one signs in. */
export const visitorNotice = (url: string | undefined, locale: Locale): TemplateResult =>
  emptyNotice(lockIcon, locale.term('signIn'), locale.term('signInWords'), signIn(url, locale));

/** For the author of the page: the tag `name` does not know its backend. */
export const unplacedNotice = (name: string, locale: Locale): TemplateResult => html`
  <p class="notice problem" role="alert">${locale.term('unplaced', name)}</p>
`;

/** What happened, in a sentence, with the way on; `url` is where one signs in. */
export const problemNotice = (
  problem: ApiError,
  locale: Locale,
  retry: () => void,
  url?: string,
): TemplateResult => html`
  <div class="notice problem" part="problem" role="alert">
    ${warningIcon()}
    <h3>${locale.term('problemTitle')}</h3>
    <p class="muted">${problemSentence(problem.code, locale)}</p>
    <p>
      ${problem.code === 'unauthenticated' ? signIn(url, locale) : nothing}
      <button class="button" type="button" @click=${retry}>${locale.term('retry')}</button>
    </p>
  </div>
`;

/** The same in one line, beside what is still on screen. */
export const problemLine = (
  problem: ApiError,
  locale: Locale,
  retry?: () => void,
): TemplateResult => html`
  <div class="banner problem" part="problem" role="alert">
    ${warningIcon()}${problemSentence(problem.code, locale)}
    ${
      retry
        ? html`<button class="button" type="button" @click=${retry}>
            ${locale.term('retry')}
          </button>`
        : nothing
    }
  </div>
`;

/** In the room of the head, so that nothing moves when it comes or goes. */
export const offlineMark = (locale: Locale): TemplateResult => html`
  <span
    class="offline muted small"
    part="offline"
    role="status"
    title=${locale.term('offlineWords')}
    >${offlineIcon()}${locale.term('offline')}<span class="sr-only"
      >. ${locale.term('offlineWords')}</span
    ></span
  >
`;

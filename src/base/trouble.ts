import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '../api/api-error.js';
import { troubleWords } from '../locales/en/problems.js';
import { lockIcon, warningIcon } from './icons.js';
import { speak, type Locale } from './locale.js';
import { emptyNotice } from './notices.js';
import { problemSentence } from './problem-words.js';

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

speak(troubleWords);

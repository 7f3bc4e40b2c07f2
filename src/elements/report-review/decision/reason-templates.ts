import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../../base/locale.js';
import type { Reasoned } from './cases.js';

/** A reason that a site gives often. */
export interface ReasonTemplate {
  readonly text: string;
  /** What it is a reason for. Default: for both. */
  readonly verdict?: Reasoned | null | undefined;
}

/** More have no key of their own, and nobody reads them all. */
const most = 9;

const isReasoned = (word: string): word is Reasoned => word === 'rejected' || word === 'changes';

/** Those that a page has written into the tag: `<option value="rejected">Too dark.</option>`. */
function writtenIn(host: Element): readonly ReasonTemplate[] {
  return [...host.children]
    .filter((child) => child instanceof HTMLOptionElement)
    .map(({ text, value }) => ({ text, verdict: isReasoned(value) ? value : undefined }));
}

/** The reasons to choose from for this verdict: those that are given, then those in the tag. */
export const templatesFor = (
  host: Element,
  given: readonly ReasonTemplate[],
  asking: Reasoned,
): readonly string[] =>
  [...given, ...writtenIn(host)]
    .filter(({ text, verdict }) => text.trim() && (!verdict || verdict === asking))
    .map(({ text }) => text)
    .slice(0, most);

/** The number that a key stands for; 0 for none. */
export const numberOf = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): number =>
  !ctrlKey && !metaKey && !altKey && /^[1-9]$/.test(key) ? Number(key) : 0;

/** The reasons of the site, each with its number. */
export const templateList = (
  templates: readonly string[],
  locale: Locale,
  choose: (text: string) => void,
): TemplateResult | typeof nothing =>
  templates.length === 0
    ? nothing
    : html`
        <div class="templates" part="templates" role="group" aria-label=${locale.term('templates')}>
          ${templates.map(
            (text, index) => html`
              <button
                class="template"
                type="button"
                aria-keyshortcuts=${index + 1}
                @click=${() => choose(text)}
              >
                <kbd aria-hidden="true">${index + 1}</kbd><bdi>${text}</bdi>
              </button>
            `,
          )}
        </div>
      `;

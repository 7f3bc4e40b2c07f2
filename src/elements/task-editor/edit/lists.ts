import { html, nothing, type TemplateResult } from 'lit';
import { crossIcon } from '../../../base/icons.js';
import { limits } from '../../../contract/limits.js';
import type { ReasonTemplate } from '../../../contract/decision.js';
import type { Example } from '../../../contract/task.js';
import { isWrong, labelOf, wrongWordsOf, type EditView } from './edit-view.js';

const valueOf = ({ target }: Event): string => (target as HTMLTextAreaElement).value;

/** One of a list, with the button that takes it away. */
const entry = (id: string, label: string, view: EditView, parts: Entry): TemplateResult => html`
  <li class="entry">
    <label class="small" for=${id}>${label}</label>
    <div class="line">
      <textarea
        id=${id}
        class="field"
        rows="2"
        aria-invalid=${isWrong(view.snapshot.wrong, parts.path) ? 'true' : 'false'}
        .value=${parts.text}
        @input=${(event: Event) => parts.write(valueOf(event))}
      ></textarea
      ><button
        class="button quiet square"
        type="button"
        aria-label=${view.locale.term('removeIt', label)}
        title=${view.locale.term('removeIt', label)}
        @click=${parts.remove}
      >
        ${crossIcon()}
      </button>
    </div>
    ${parts.more ?? nothing}
  </li>
`;

interface Entry {
  readonly path: string;
  readonly text: string;
  readonly write: (text: string) => void;
  readonly remove: () => void;
  readonly more?: unknown;
}

const replaced = <Item>(items: readonly Item[], index: number, item: Item): Item[] =>
  items.map((known, at) => (at === index ? item : known));

const without = <Item>(items: readonly Item[], index: number): Item[] =>
  items.filter((_, at) => at !== index);

/** The new one is last in its list, and is written at once. */
function goTo({ currentTarget }: Event): void {
  const group = (currentTarget as Element).closest('fieldset');
  requestAnimationFrame(() => [...(group?.querySelectorAll('textarea') ?? [])].at(-1)?.focus());
}

const group = (
  view: EditView,
  field: 'examples' | 'reasons',
  hint: string,
  content: unknown,
): TemplateResult => {
  const wrong = isWrong(view.snapshot.wrong, field);
  const words = wrong ? wrongWordsOf(field, view.locale) : hint;
  return html`
    <fieldset class="group">
      <legend class="label">${labelOf(field, view.locale)}</legend>
      ${words ? html`<p class="hint ${wrong ? 'wrong' : ''}">${words}</p>` : nothing} ${content}
    </fieldset>
  `;
};

export function exampleFields(view: EditView): TemplateResult {
  const { locale, change, snapshot } = view;
  const { examples } = snapshot.content;
  const labels = { good: 'goodExampleLabel', bad: 'badExampleLabel' } as const;
  const write = (index: number, example: Example) =>
    change({ examples: replaced(examples, index, example) });
  const add = (kind: Example['kind'], word: 'addGood' | 'addBad') =>
    html`<button
      class="button"
      type="button"
      @click=${(event: Event) => {
        change({ examples: [...examples, { kind, text: '' }] });
        goTo(event);
      }}
    >
      ${locale.term(word)}
    </button>`;
  return group(
    view,
    'examples',
    '',
    html`<ul class="entries">
        ${examples.map((example, index) =>
          entry(`example-${index}`, locale.term(labels[example.kind]), view, {
            path: `examples.${index}`,
            text: example.text,
            write: (text) => write(index, { ...example, text }),
            remove: () => change({ examples: without(examples, index) }),
          }),
        )}
      </ul>
      ${
        examples.length < limits.examples
          ? html`<div class="choices">${add('good', 'addGood')}${add('bad', 'addBad')}</div>`
          : nothing
      }`,
  );
}

const verdicts = [
  ['', 'reasonBoth'],
  ['rejected', 'reasonRejected'],
  ['changes', 'reasonChanges'],
] as const;

/** What a reason is for. */
const verdictOf = (
  { verdict }: ReasonTemplate,
  label: string,
  { locale }: EditView,
  choose: (verdict: ReasonTemplate['verdict']) => void,
): TemplateResult =>
  html`<select
    class="field verdict"
    aria-label=${label}
    @change=${(event: Event) =>
      choose(((event.target as HTMLSelectElement).value || null) as ReasonTemplate['verdict'])}
  >
    ${verdicts.map(
      ([value, word]) =>
        html`<option value=${value} ?selected=${value === (verdict ?? '')}>
          ${locale.term(word)}
        </option>`,
    )}
  </select>`;

export function reasonFields(view: EditView): TemplateResult {
  const { locale, change, snapshot } = view;
  const { reasons } = snapshot.content;
  const write = (index: number, reason: ReasonTemplate) =>
    change({ reasons: replaced(reasons, index, reason) });
  const add = (event: Event) => {
    change({ reasons: [...reasons, { text: '', verdict: null }] });
    goTo(event);
  };
  return group(
    view,
    'reasons',
    locale.term('reasonsHint'),
    html`<ol class="entries">
        ${reasons.map((reason, index) =>
          entry(`reason-${index}`, locale.term('reasonLabel', index + 1), view, {
            path: `reasons.${index}`,
            text: reason.text,
            write: (text) => write(index, { ...reason, text }),
            remove: () => change({ reasons: without(reasons, index) }),
            more: verdictOf(reason, locale.term('reasonFor', index + 1), view, (verdict) =>
              write(index, { ...reason, verdict }),
            ),
          }),
        )}
      </ol>
      ${
        reasons.length < limits.reasonTemplates
          ? html`<div class="choices">
              <button class="button" type="button" @click=${add}>
                ${locale.term('addReason')}
              </button>
            </div>`
          : nothing
      }`,
  );
}

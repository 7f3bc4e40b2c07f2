import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import { draw, upIcon } from '../../../base/icons.js';
import type { Position } from '../../../base/list/paged-list.js';
import type { Locale } from '../../../base/locale.js';
import { reward } from '../../../base/status-badge.js';
import { taskFacts } from '../../../base/task-facts.js';
import type { Outcomes, Task } from '../../../contract/task.js';

/** One task as an owner sees it among others. */
export interface TaskRowView {
  readonly locale: Locale;
  readonly position: Position;
  /** Whether the backend lets tasks be put in order. */
  readonly isOrdered: boolean;
  /** Whether it is the last one that is known. */
  readonly isLast: boolean;
  /** Whether something of it is on its way. */
  readonly isBusy: boolean;
  /** What is asked before it is deactivated; else `nothing`. */
  readonly question: unknown;
  readonly edit: () => void;
  readonly duplicate: () => void;
  readonly move: (by: -1 | 1) => void;
  readonly turn: () => void;
}

export const downIcon = () => draw('m6 9.5 6 6 6-6');
const copyIcon = () => draw('M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9');

const count = (kind: string, words: string): TemplateResult =>
  html`<span class="outcome ${kind}">${words}</span>`;

/** How many of its reports stand where; a backend may not tell. */
function outcomesOf({ outcomes }: Task, locale: Locale): unknown {
  if (!outcomes) return nothing;
  const number = (key: keyof Outcomes) => formatNumber(outcomes[key], locale.lang());
  return html`<p class="outcomes small number">
    ${count('awaiting', locale.term('outcomeAwaiting', number('awaiting')))}
    ${count('approved', locale.term('outcomeApproved', number('approved')))}
    ${count('rejected', locale.term('outcomeRejected', number('rejected')))}
  </p>`;
}

/** Activates and deactivates: one switch, whose word and place say which it is. */
const switchOf = ({ name, status }: Task, { locale, isBusy, turn }: TaskRowView): TemplateResult =>
  html`<button
    class="toggle"
    type="button"
    role="switch"
    aria-checked=${status === 'active' ? 'true' : 'false'}
    aria-label=${locale.term('activeSwitch', name)}
    aria-disabled=${isBusy ? 'true' : 'false'}
    @click=${turn}
  >
    <span class="knob" aria-hidden="true"></span
    ><span>${locale.term(status === 'active' ? 'stateActive' : 'stateInactive')}</span>
  </button>`;

const square = (
  kind: string,
  label: string,
  icon: TemplateResult,
  press: () => void,
  isOff = false,
): TemplateResult =>
  html`<button
    class="button quiet square ${kind}"
    type="button"
    aria-label=${label}
    title=${label}
    aria-disabled=${isOff ? 'true' : 'false'}
    @click=${() => !isOff && press()}
  >
    ${icon}
  </button>`;

function moves({ name }: Task, view: TaskRowView): unknown {
  if (!view.isOrdered) return nothing;
  const { locale, position, isLast, isBusy, move } = view;
  const isFirst = position.place === 1;
  return html`
    ${square('up', locale.term('moveUp', name), upIcon(), () => move(-1), isFirst || isBusy)}
    ${square('down', locale.term('moveDown', name), downIcon(), () => move(1), isLast || isBusy)}
  `;
}

/** With Alt, the arrows move a task from wherever the focus is in its row. */
function onKey(event: KeyboardEvent, { isOrdered, move }: TaskRowView): void {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
  if (!by || !event.altKey || event.ctrlKey || event.metaKey || !isOrdered) return;
  event.preventDefault();
  move(by);
}

/** Name, reward, outcomes, and all that is done with a task from the list. */
export function taskRow(task: Task, view: TaskRowView): TemplateResult {
  const { locale, position, edit, duplicate } = view;
  const { name, points } = task;
  return html`
    <li
      class="row ${task.status}"
      part="row"
      aria-posinset=${position.place}
      aria-setsize=${position.count}
      @keydown=${(event: KeyboardEvent) => onKey(event, view)}
    >
      <div class="what">
        <div class="top">
          <h3>
            <button
              class="row-button"
              type="button"
              aria-label=${locale.term('editTask', name)}
              aria-keyshortcuts=${view.isOrdered ? 'Alt+ArrowUp Alt+ArrowDown' : nothing}
              @click=${edit}
            >
              <bdi>${name}</bdi>
            </button>
          </h3>
          ${reward(points, locale)}
        </div>
        ${outcomesOf(task, locale)} ${taskFacts({ ...task, awaiting: 0 }, locale)}
      </div>
      <div class="ways">
        ${switchOf(task, view)}
        <span class="squares">
          ${square('copy', locale.term('duplicateOf', name), copyIcon(), duplicate)}
          ${moves(task, view)}
        </span>
      </div>
      ${view.question}
    </li>
  `;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Task } from '../contract/task.js';
import { taskCardWords } from '../locales/en/task-card.js';
import { formatNumber } from './format.js';
import { pauseIcon } from './icons.js';
import { linkedText } from './linked-text.js';
import type { Position } from './list/paged-list.js';
import { speak, type Locale } from './locale.js';
import { statusBadge } from './status-badge.js';
import { taskFacts } from './task-facts.js';

/** How a card is seen. It stands in an element with the class `cards`, or `cards compact`. */
export interface TaskCardView {
  readonly locale: Locale;
  /** Whether the whole description is shown. */
  readonly isOpen: boolean;
  /** The whole description, with its lists as lists. Default: as it was typed. */
  readonly words?: unknown;
  /** Where it stands in a list. Default: alone. */
  readonly position?: Position;
  /** Whether a closed card leaves out what is not said in a line or two. Default: no. */
  readonly isCompact?: boolean;
  /** Whether it came since the last visit. Default: no. */
  readonly isNew?: boolean;
  /** What is said beside its status, as that a report waits to be sent. */
  readonly marks?: unknown;
  /** What can be done with it; and why nothing can be done any more. */
  readonly ways?: unknown;
}

const alone: Position = { place: 1, count: 1 };

/** Longer than what three lines hold: what nobody sees is not laid out. */
const begin = /^[^]{0,400}(?=\s)/;

/** The first words of a long text; a text without a space stays whole, as links do. */
export const beginningOf = (text: string): string =>
  text.length > 400 ? (begin.exec(text)?.[0] ?? text) : text;

/** What became of the reader's own report, and what else is to be known at first sight. */
function marks(task: Task, { locale, isNew, marks: more = nothing }: TaskCardView): unknown {
  const { status, mine } = task;
  const isActive = status === 'active';
  if (isActive && !mine && !isNew && more === nothing) return nothing;
  return html`<p class="marks">
    ${isNew ? html`<span class="badge new">${locale.term('newTask')}</span>` : nothing}
    ${isActive ? nothing : html`<span class="badge">${pauseIcon()}${locale.term('inactive')}</span>`}
    ${mine ? statusBadge(mine, locale, mine.score) : nothing}${more}
  </p>`;
}

/**
 * A task as members see it: name, reward, what became of mine, what is asked. A press on its
 * `.name` opens it: whoever holds the list hears that.
 */
export function taskCard(task: Task, view: TaskCardView): TemplateResult {
  const { locale, isOpen, isCompact, position = alone, ways } = view;
  const { name, description, points } = task;
  const { words = linkedText(isOpen ? description : beginningOf(description)) } = view;
  // Each space between the tags would be a node of its own.
  // prettier-ignore
  return html`<li class="card" part=${isOpen ? 'card opened' : 'card'}
    aria-current=${isOpen ? 'true' : 'false'}
    aria-posinset=${position.place} aria-setsize=${position.count}
    ><div class="title"
      ><h3><button class="name" part="name" type="button"><bdi .textContent=${name}></bdi></button></h3
      >${marks(task, view)}</div
    ><span class="reward" part="reward"
      ><span .textContent=${formatNumber(points, locale.lang())}></span
      > <small .textContent=${locale.term('points', points)}></small></span
    ><div class="description prose" part="description"
      >${words}</div
    >${isCompact && !isOpen ? nothing : taskFacts(task, locale)}${ways}</li>`;
}

speak(taskCardWords);

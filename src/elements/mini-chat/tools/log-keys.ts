import type { KeyMeaning } from '../../../base/key-list.js';
import { letterOf } from '../../../base/keys.js';
import type { Locale } from '../../../base/locale.js';
import type { Action } from '../rows/message-parts.js';
import type { MessageLog } from '../log/message-log.js';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };
const actions: Readonly<Record<string, Action>> = { r: 'reply', w: 'withdraw' };

/** What the keys do in a dialogue whose backend can, or cannot, search and take back. */
export const keysOf = (
  locale: Locale,
  search: boolean,
  withdrawal: boolean,
): readonly KeyMeaning[] => [
  ['Enter', locale.term('keySend')],
  ['Shift Enter', locale.term('keyNewLine')],
  ['↑ ↓', locale.term('keyMove')],
  ['Home End', locale.term('keyEnds')],
  ['R', locale.term('keyReply')],
  ...(withdrawal ? [['W', locale.term('keyWithdraw')] as const] : []),
  ...(search ? [['/', locale.term('searchMessages')] as const] : []),
  ['Esc', locale.term('keyEscape')],
  ['?', locale.term('keyKeys')],
];

/** How far an element reaches over both edges of another one; above is negative. */
function beyond(element: Element, view: Element): readonly [start: number, end: number] {
  const [inner, outer] = [element.getBoundingClientRect(), view.getBoundingClientRect()];
  return [inner.top - outer.top, inner.bottom - outer.bottom];
}

/** Moves the focus through the rows of a log, and does by letter what a row can do. */
export class LogKeys {
  readonly #log: MessageLog;

  constructor(log: MessageLog) {
    this.#log = log;
  }

  /** Whether the key was of use. */
  press(event: KeyboardEvent): boolean {
    const { key, shiftKey } = event;
    const step = steps[key];
    if (step && !shiftKey) return this.#step(step);
    if (key === 'Home') return this.#go(this.#lines[0], true);
    if (key === 'End') return this.newest();
    const action = actions[letterOf(event)];
    if (!action) return false;
    // A key that is held down does it only once.
    if (!event.repeat) this.#row?.querySelector<HTMLElement>(`[data-action=${action}]`)?.click();
    return true;
  }

  /** To the newest row. */
  newest(): boolean {
    this.#log.pin();
    return this.#go(this.#lines.at(-1));
  }

  get #lines(): readonly string[] {
    return this.#log.rows?.lines ?? [];
  }

  /** The row that has the focus, or in which it is. */
  get #row(): HTMLElement | null {
    const root = this.#log.root.getRootNode() as ShadowRoot;
    return root.activeElement?.closest<HTMLElement>('[data-line]') ?? null;
  }

  #step(step: 1 | -1): boolean {
    const row = this.#row;
    if (!row) return this.#go(this.#log.rows?.lineInView);
    const [start, end] = beyond(row, this.#log.scroller!);
    // What is higher than the view is scrolled through first, as the browser does it.
    if (step > 0 ? start <= 0 && end > 1 : end >= 0 && start < -1) return false;
    this.#go(this.#lines[this.#lines.indexOf(row.dataset['line']!) + step]);
    return true;
  }

  /** Gives a row the focus, and scrolls no further than it must. */
  #go(line: string | undefined, wholly = false): boolean {
    if (!line) return false;
    const { scroller, rows } = this.#log;
    const row = (!wholly && rows?.elementOf(line)) || rows?.reveal(line);
    if (!row || !scroller) return false;
    const [start, end] = beyond(row, scroller);
    if (start > 0 && end > 0) scroller.scrollTop += Math.min(start, end);
    if (start < 0 && end < 0) scroller.scrollTop += Math.max(start, end);
    row.focus({ preventScroll: true });
    return true;
  }
}

import type { LitElement } from 'lit';
import type { ReportSummary } from '../../contract/report.js';
import { FocusKeeper, type Held } from './focus-keeper.js';
import type { OpenedReport } from './opened-report.js';

/**
 * What follows `id` in an order that it may meanwhile have left, else what comes before it;
 * undefined when nothing is left.
 */
export function following(
  order: readonly string[],
  id: string,
  left: readonly string[],
): string | undefined {
  const index = order.indexOf(id);
  const candidates = [...order.slice(index + 1), ...order.slice(0, Math.max(index, 0)).reverse()];
  return candidates.find((candidate) => left.includes(candidate)) ?? left.find((one) => one !== id);
}

/** The buttons of the rows; `reveal` brings one into the page. */
interface Rows {
  controlOf(id: string): HTMLElement | null;
  reveal(id: string): HTMLElement | null;
}

interface Queue {
  readonly opened: OpenedReport;
  readonly items: () => readonly ReportSummary[];
  readonly rows: Rows;
}

/** Moves through the queue, and keeps the focus where the work goes on. */
export class Navigation {
  readonly #host: LitElement;
  readonly #opened: OpenedReport;
  readonly #items: () => readonly ReportSummary[];
  readonly #rows: Rows;
  readonly #keeper: FocusKeeper;
  #reached: string | null = null;
  /** The queue as it was when it was last drawn whole, and when a decision was taken. */
  #order: readonly string[] = [];

  constructor(host: LitElement, { opened, items, rows }: Queue) {
    this.#host = host;
    this.#opened = opened;
    this.#items = items;
    this.#rows = rows;
    this.#keeper = new FocusKeeper(host, (held) => this.#landing(held));
  }

  /** The row that the Tab key stops at: one that is in the page. */
  get current(): string | null {
    const wanted = [this.#reached, this.#opened.id].find((id) => id && this.#isThere(id));
    return wanted ?? this.#items()[0]?.id ?? null;
  }

  /** The row that has the focus. */
  get focused(): string | undefined {
    return this.#find('[data-report]:focus')?.dataset['report'];
  }

  /** To the field of the search, where the queue is in sight. */
  toSearch(): boolean {
    const field = this.#find('.narrowing input');
    field?.focus();
    return field !== null;
  }

  /** From there on to what was found. */
  toRows(): void {
    this.#row(this.#ids[0] ?? null)?.focus();
  }

  /** Keeps the order of the moment, to know later what came next in it. */
  remember(): void {
    this.#order = this.#ids;
  }

  /** The focus is on this row. */
  reach(id: string): void {
    if (id === this.#reached) return;
    this.remember();
    this.#reached = id;
    this.#host.requestUpdate();
  }

  /** What comes after a report that was just decided. */
  next(id: string): ReportSummary | undefined {
    const next = following(this.#order, id, this.#ids);
    return this.#items().find((item) => item.id === next);
  }

  /** One row on, or back; where no queue is in sight, one report. */
  move(step: 1 | -1): boolean {
    const ids = this.#ids;
    const from = ids.indexOf(this.focused ?? this.#opened.id ?? '');
    const to = ids[from < 0 ? 0 : from + step];
    if (!to) return false;
    const target = this.#row(to);
    this.reach(to);
    if (target) target.focus();
    else this.#opened.open(to);
    return true;
  }

  /** After a decision: on to the next report, unless the person has gone elsewhere meanwhile. */
  advance(decided: string): void {
    if (!this.#keeper.isFree) return;
    const next = following(this.#order, decided, this.#ids);
    const target =
      (next && this.#row(next)) || this.#find('.next') || this.#find('.none') || this.#settled;
    target?.focus();
  }

  /** After a decision that is held: opens the next report, or rests where nothing is left. */
  async goOn(decided: string): Promise<void> {
    if (!this.#keeper.isFree) return;
    const next = following(this.#order, decided, this.#ids);
    if (next) await this.goTo(next);
    else this.advance(decided);
  }

  /** After many decisions: what is read stays, unless it is one of them. */
  async goOnFromAll(decided: readonly string[]): Promise<void> {
    const last = decided.at(-1) ?? '';
    if (decided.includes(this.#opened.id ?? '')) await this.goOn(last);
    else this.advance(last);
  }

  /** Opens a report, and has the focus on its row, or where it says how it stands. */
  async goTo(id: string): Promise<void> {
    this.#opened.open(id);
    this.#reached = id;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    (this.#row(id) ?? this.#find('.state'))?.focus();
  }

  #landing({ element, zone }: Held): HTMLElement | null {
    const rest = this.#find('.landing') ?? this.#find('.body button');
    if (zone === 'decision') return this.#settled ?? rest;
    if (zone !== 'queue') return this.#find('.state') ?? this.#row(this.current) ?? rest;
    const next = following(this.#order, element.dataset['report'] ?? '', this.#ids);
    return this.#row(next ?? null) ?? this.#find('.none') ?? this.#find('.state') ?? rest;
  }

  get #settled(): HTMLElement | null {
    return this.#find('.decision .landing') ?? this.#find('.state');
  }

  get #ids(): readonly string[] {
    return this.#items().map(({ id }) => id);
  }

  #row(id: string | null): HTMLElement | null {
    return id ? this.#rows.reveal(id) : null;
  }

  #isThere(id: string): boolean {
    return this.#rows.controlOf(id) !== null && this.#items().some((item) => item.id === id);
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}

import { ApiError } from '../api/api-error.js';
import type { BoardEntry, BoardPage, BoardPeriod } from '../contract/board.js';
import type { LiveEvent } from '../contract/live.js';
import type { Page } from '../contract/page.js';
import { emptyList, ListStore, type ListSnapshot, type PageRequest } from './list-store.js';
import type { Session } from './session.js';

/** An entry as a list holds it. */
export interface BoardRow extends BoardEntry {
  readonly id: string;
}

export interface BoardSnapshot extends ListSnapshot<BoardRow> {
  /** The member's own entry, wherever it stands; null while they are not on the board. */
  readonly own: BoardEntry | null;
  /** The month that is shown, as `2026-11`; null for all time. */
  readonly month: string | null;
  /** False on a site that shows no board. */
  readonly offered: boolean;
}

/** Milliseconds from one look to the next: nobody is told of the points of others. */
const pace = 60_000;

/** Who has the most points, as of a minute ago at most; sooner where the news tell of points. */
export class BoardStore extends ListStore<BoardRow, BoardSnapshot> {
  readonly #period: BoardPeriod;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(session: Session, period: BoardPeriod) {
    super(session, { ...emptyList, own: null, month: null, offered: true });
    this.#period = period;
  }

  protected async page(request: PageRequest, signal?: AbortSignal): Promise<Page<BoardRow>> {
    const client = await this.session.client();
    const page = await client.listBoard({ period: this.#period, ...request }, signal);
    return { ...page, items: page.items.map((entry) => ({ ...entry, id: entry.key })) };
  }

  protected override beside(page: Page<BoardRow>): Partial<BoardSnapshot> {
    const { own, month } = page as Page<BoardRow> & Pick<BoardPage, 'own' | 'month'>;
    return { own, month, offered: true };
  }

  protected override async fetch(signal: AbortSignal): Promise<Partial<BoardSnapshot>> {
    try {
      return await super.fetch(signal);
    } catch (error) {
      if (ApiError.from(error).code !== 'not-found') throw error;
      return { offered: false, items: [], more: false, own: null };
    }
  }

  protected override hear(event: LiveEvent): void {
    super.hear(event);
    if (event.type === 'points') void this.load();
  }

  protected override started(): void {
    super.started();
    this.#timer = setInterval(() => this.#look(), pace);
  }

  protected override stopped(): void {
    super.stopped();
    clearInterval(this.#timer);
  }

  /** What nobody sees is looked at when somebody sees it again, at most a minute later. */
  #look(): void {
    const isHidden = globalThis.document?.visibilityState === 'hidden';
    if (this.snapshot.offered && !isHidden) void this.load();
  }
}

export const boardOf = (session: Session, period: BoardPeriod): BoardStore =>
  session.store(`board ${period}`, () => new BoardStore(session, period));

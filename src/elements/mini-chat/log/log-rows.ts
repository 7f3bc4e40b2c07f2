import { WindowedList } from '../../../base/list/windowed-list.js';
import { isSent } from '../../../stores/dialogue/conversation.js';
import { Announcer } from './announcer.js';
import { KnownLines } from './known-lines.js';
import { keyOf, type Row } from '../rows/layout.js';
import type { LogView } from './log-view.js';
import { RowFacts } from './row-facts.js';
import { heightOf } from './row-height.js';

export { rowStyles } from '../rows/row.styles.js';

/** Rows above the view from which on older lines are wanted. */
const ahead = 12;

const seqOf = (row: Row): number => ('seq' in row ? row.seq : 0);
const isLine = (row: Row): boolean => !('composer' in row);

/** The rows of one dialogue, and the reader's place among them. */
export class LogRows {
  readonly #scroller: HTMLElement;
  readonly #moved: () => void;
  readonly #announcer: Announcer;
  readonly #lines = new KnownLines();
  #view: LogView | undefined;
  #facts: RowFacts | undefined;
  /** What holds the rows; another layout has another. */
  #place: HTMLElement | undefined;
  #list: WindowedList<Row> | undefined;
  #rows: readonly Row[] = [];
  #unseen = 0;

  /** `region` says what comes in; `moved` is told when other rows may be in view. */
  constructor(scroller: HTMLElement, region: HTMLElement, moved: () => void) {
    this.#scroller = scroller;
    this.#announcer = new Announcer(region);
    this.#moved = moved;
  }

  /** Whether the reader is at the end, and goes on with it. */
  get pinned(): boolean {
    return this.#list?.pinned ?? true;
  }

  /** Messages that came in while the reader was elsewhere. */
  get unseen(): number {
    return this.pinned ? 0 : this.#unseen;
  }

  /** Whether a row has been drawn. */
  get isDrawn(): boolean {
    return this.#rows.length > 0;
  }

  get isNearStart(): boolean {
    return this.#list !== undefined && this.#list.range[0] <= ahead;
  }

  /** The last line in view, and before which none is still below it; 0 for none. */
  get seenSeq(): number {
    if (!this.#list || !this.#view) return 0;
    const newest = this.pinned
      ? this.#view.snapshot.items.findLast(isSent)
      : this.#lastInView((row) => seqOf(row) > 0);
    return newest ? seqOf(newest) : 0;
  }

  /** The row of a line, if it is drawn. */
  elementOf(line: string): HTMLElement | undefined {
    return this.#list?.elementOf(line);
  }

  /** The lines in the order in which they stand. */
  get lines(): readonly string[] {
    return this.#rows.filter(isLine).map(keyOf);
  }

  /** The last line of which something is in view. */
  get lineInView(): string | undefined {
    const row = this.#lastInView(isLine);
    return row && keyOf(row);
  }

  has(line: string): boolean {
    return this.#lines.has(line);
  }

  /**
   * Draws the rows into `place` with the next frame, if they have become others; the row under the
   * eye stays where it is.
   */
  show(view: LogView, place: HTMLElement): void {
    const { snapshot, me, locale } = view;
    this.#unseen = this.unseen + this.#announcer.hear(snapshot.items, me!.id, locale);
    this.#lines.update(snapshot.items);
    const isOrdered = this.#order(view);
    const facts = new RowFacts(view, this.#lines, this.#facts);
    const isSame = this.#facts?.equals(facts);
    this.#facts = facts;
    if (place !== this.#place) return this.#open(place, facts.firstUnread);
    if (isOrdered) this.#list!.show(this.#rows);
    if (!isSame) this.#list!.refresh();
  }

  /** Goes to the end and stays there. */
  pin(): void {
    this.#list?.pin();
  }

  /** Brings a row into the middle of the view. */
  reveal(key: string): HTMLElement | undefined {
    return this.#list?.reveal(key);
  }

  /** Draws the rows again, since time has passed. */
  refresh(): void {
    this.#list?.refresh();
  }

  connect(): void {
    this.#list?.connect();
  }

  disconnect(): void {
    this.#list?.disconnect();
  }

  /** Whether the rows are others than before. */
  #order(view: LogView): boolean {
    const former = this.#view;
    this.#view = view;
    const { snapshot, layout, inPlace } = view;
    const isSame =
      snapshot.items === former?.snapshot.items &&
      layout === former.layout &&
      inPlace?.key === former.inPlace?.key;
    if (!isSame) this.#rows = layout!.order(snapshot.items, inPlace);
    return !isSame;
  }

  #lastInView(passes: (row: Row) => boolean): Row | undefined {
    for (let index = (this.#list?.view[1] ?? 0) - 1; index >= 0; index -= 1) {
      const row = this.#rows[index];
      if (row && passes(row)) return row;
    }
    return undefined;
  }

  /** The rows open at the first that is unread, else at the end. */
  #open(place: HTMLElement, firstUnread: string): void {
    this.#list?.disconnect();
    this.#place = place;
    const list = (this.#list = new WindowedList<Row>({
      scroller: this.#scroller,
      list: place,
      edge: 'end',
      keyOf,
      row: (row, index) => this.#view!.layout!.row(row, index, this.#facts!),
      beside: (row, index) => this.#view!.layout!.beside(row, index, this.#facts!),
      estimate: heightOf,
      onDraw: () => this.#announcer.say(),
      onRange: this.#moved,
    }));
    list.connect();
    list.draw(this.#rows);
    if (firstUnread) list.reveal(firstUnread);
  }
}

import type { TemplateResult } from 'lit';
import type { Locale } from '../../base/locale.js';
import { WindowedList } from '../../base/windowed-list.js';
import { Announcer } from './announcer.js';
import type { Row } from './layout.js';
import type { LogView } from './log-view.js';
import { heightOf, RowFacts } from './row-facts.js';
import { Timeline } from './timeline.js';

export { rowStyles } from './row.styles.js';

/** Rows above the view from which on older lines are wanted. */
const ahead = 12;

/** The rows of one dialogue, and the reader's place among them. */
export class LogRows {
  readonly #scroller: HTMLElement;
  readonly #moved: () => void;
  readonly #announcer = new Announcer();
  readonly #timeline = new Timeline();
  #view: LogView | undefined;
  #facts: RowFacts | undefined;
  /** What holds the rows; another layout has another. */
  #place: HTMLElement | undefined;
  #list: WindowedList<Row> | undefined;
  #rows: readonly Row[] = [];
  #unseen = 0;

  /** `moved` is told when other rows may be in view. */
  constructor(scroller: HTMLElement, moved: () => void) {
    this.#scroller = scroller;
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

  get isNearStart(): boolean {
    return this.#list !== undefined && this.#list.range[0] <= ahead;
  }

  /** The last line in view, and before which none is still below it; 0 for none. */
  get seenSeq(): number {
    if (!this.#list || !this.#view) return 0;
    if (this.pinned) {
      const newest = this.#view.snapshot.items.findLast(({ state }) => state === 'sent');
      return newest?.state === 'sent' ? newest.message.seq : 0;
    }
    const row = this.#rows
      .slice(0, this.#list.view[1])
      .findLast((row) => 'seq' in row && row.seq > 0);
    return row && 'seq' in row ? row.seq : 0;
  }

  /** The row of a line, if it is drawn. */
  elementOf(line: string): HTMLElement | undefined {
    return this.#list?.elementOf(line);
  }

  /** The lines in the order in which they stand. */
  get lines(): readonly string[] {
    return this.#rows.filter((row) => !('composer' in row)).map(({ key }) => key);
  }

  /** The last line of which something is in view. */
  get lineInView(): string | undefined {
    const rows = this.#rows.slice(0, this.#list?.view[1]);
    return rows.findLast((row) => !('composer' in row))?.key;
  }

  has(line: string): boolean {
    return this.#timeline.lineOf(line) !== undefined;
  }

  /** Draws the rows into `place` with the next frame; the row under the eye stays where it is. */
  show(view: LogView, place: HTMLElement): void {
    this.#view = view;
    const { snapshot, me, layout, inPlace } = view;
    const incoming = this.#announcer.hear(snapshot.items, me!.id);
    this.#unseen = this.unseen + incoming.length;
    this.#rows = layout!.order(this.#timeline.update(snapshot.items, me!), inPlace);
    const facts = new RowFacts(view, this.#timeline, this.#facts);
    const isSame = this.#facts?.equals(facts);
    this.#facts = facts;
    if (place !== this.#place) this.#open(place, facts.firstUnread);
    else this.#list!.show(this.#rows);
    if (!isSame) this.#list!.refresh();
  }

  /** What is said of the lines that come in, for those who hear it. */
  announcements(locale: Locale): TemplateResult {
    return this.#announcer.template(locale);
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

  /** The rows open at the first that is unread, else at the end. */
  #open(place: HTMLElement, firstUnread: string): void {
    this.#list?.disconnect();
    this.#place = place;
    const list = (this.#list = new WindowedList<Row>({
      scroller: this.#scroller,
      list: place,
      edge: 'end',
      keyOf: ({ key }) => key,
      row: (row) => this.#view!.layout!.row(row, this.#facts!),
      estimate: heightOf,
      onRange: this.#moved,
    }));
    list.show(this.#rows);
    list.connect();
    if (firstUnread) list.reveal(firstUnread);
  }
}

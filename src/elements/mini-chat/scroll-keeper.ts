/** From the end, in pixels: a reader this near is at the end. */
const near = 32;

/**
 * Keeps what is read where it is while lines come and go around it: at the end for a reader who
 * is at the end, else the row under the eye. The browsers' own anchoring, which Safari lacks, is
 * switched off in the styles.
 */
export class ScrollKeeper {
  #pinned = true;
  #top = 0;
  readonly #scroller: () => HTMLElement | null;

  constructor(scroller: () => HTMLElement | null) {
    this.#scroller = scroller;
  }

  /** Whether the reader is at the end, and goes on with it. */
  get pinned(): boolean {
    return this.#pinned;
  }

  /** Takes the reader to the end, also in another dialogue's lines. */
  pin(): void {
    this.#pinned = true;
    this.#top = this.#scroller()?.scrollTop ?? 0;
    this.settle();
  }

  /**
   * Takes in where the reader has scrolled to. The event that tells of it comes late: other news
   * must not undo it before, and lines that came meanwhile do not make it the reader's doing.
   */
  notice(): void {
    const scroller = this.#scroller();
    if (scroller && scroller.clientHeight > 0 && scroller.scrollTop !== this.#top) this.#read();
  }

  /** Makes a change of the rows. */
  through(change: () => void): void {
    this.notice();
    const anchor = this.#pinned ? undefined : this.#anchor();
    const before = anchor?.getBoundingClientRect().bottom ?? 0;
    change();
    if (anchor?.isConnected) this.#move(anchor.getBoundingClientRect().bottom - before);
    else this.#goOn();
  }

  /** Goes to the end, if the reader is there. */
  settle(): void {
    this.notice();
    this.#goOn();
  }

  /** An element that is taken out of the page and put back forgets where it was. */
  restore(): void {
    this.#scrollTo(this.#pinned ? Infinity : this.#top);
  }

  /** Shows a row in the middle. The page around the tag stays where it is. */
  show(row: HTMLElement): void {
    const scroller = this.#scroller();
    if (!scroller) return;
    const outer = scroller.getBoundingClientRect();
    const inner = row.getBoundingClientRect();
    this.#move(inner.top + inner.height / 2 - outer.top - outer.height / 2);
    this.#read();
  }

  #goOn(): void {
    if (this.#pinned) this.#scrollTo(Infinity);
  }

  #move(distance: number): void {
    if (distance) this.#scrollTo((this.#scroller()?.scrollTop ?? 0) + distance);
  }

  #scrollTo(top: number): void {
    const scroller = this.#scroller();
    if (!scroller) return;
    scroller.scrollTop = Math.min(top, scroller.scrollHeight);
    this.#top = scroller.scrollTop;
  }

  #read(): void {
    const scroller = this.#scroller();
    if (!scroller) return;
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    this.#top = scrollTop;
    this.#pinned = scrollHeight - clientHeight - scrollTop < near;
  }

  /** The first row that reaches into view. Its end stays the same when its head changes. */
  #anchor(): Element | undefined {
    const scroller = this.#scroller();
    const rows = scroller?.querySelectorAll('[data-line]') ?? [];
    const top = scroller?.getBoundingClientRect().top ?? 0;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle]!.getBoundingClientRect().bottom > top) high = middle;
      else low = middle + 1;
    }
    return rows[low];
  }
}

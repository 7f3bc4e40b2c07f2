import { watchSizes } from '../size-turn.js';
import { changeBetween } from './list-change.js';
import type { View } from './list-view.js';
import { ListSize } from './list-size.js';
import { RenderedRows, topOf } from './rendered-rows.js';
import { RowHeights } from './row-heights.js';
import type { WindowedRowsOptions } from './windowed-rows-options.js';

/** Pixels around the view in which rows are drawn: on a reader's way, and behind them. */
const [onWay, behind] = [300, 100];
/** Pixels on a reader's way that are left when rows are drawn there again. */
const least = 100;
/** Drawings after which the heights that they tell are taken as they are. */
const patience = 4;

/**
 * A long list of which only the rows in view are in the page. What is read stays where it is while
 * rows come, go and change their heights around it: the edge for a reader who is there, else the
 * row under the eye. The changes of a frame are drawn together.
 */
export class WindowedRows<Item> {
  readonly #options: WindowedRowsOptions<Item>;
  readonly #rows: RenderedRows<Item>;
  readonly #view: View;
  readonly #size: ListSize;
  readonly #heights = new RowHeights();
  #items: readonly Item[] = [];
  #next: readonly Item[] = [];
  #range: readonly [from: number, to: number] = [0, 0];
  #frame = 0;
  /** Which way the reader scrolls: 1 down, -1 up; 0 while it is not scrolling that has rows drawn. */
  #way = 0;
  #watch: AbortController | undefined;

  constructor(options: WindowedRowsOptions<Item>, view: View) {
    this.#options = options;
    this.#rows = new RenderedRows(options);
    this.#size = new ListSize(options.list, options.columns);
    this.#view = view;
  }

  /** Whether the reader is at the edge, and goes on with it. */
  get pinned(): boolean {
    return this.#view.pinned;
  }

  /** The rows in view and a little around it: from the first up to, but without, the second. */
  get range(): readonly [from: number, to: number] {
    return this.#range;
  }

  /** The rows of which something is in view, as {@link range}. */
  get view(): readonly [from: number, to: number] {
    return this.#around(0, 0);
  }

  /** The element of a row that is in the page. */
  elementOf(key: string): HTMLElement | undefined {
    return this.#rows.get(key);
  }

  /** Shows these items, with the next frame. */
  show(items: readonly Item[]): void {
    this.#next = items;
    this.#schedule();
  }

  /** Draws the rows anew, for what they are not told of, with the next frame. */
  refresh(): void {
    this.expire();
    this.#schedule();
  }

  /** The next drawing draws all rows anew. */
  expire(): void {
    this.#rows.expire();
  }

  /** Takes the reader to the edge. */
  pin(): void {
    this.#view.look();
    this.#view.pinned = true;
    this.draw();
  }

  /** Brings a row into the middle of the view, and gives its element. */
  reveal(key: string): HTMLElement | undefined {
    this.draw();
    const index = this.#items.findIndex((item) => this.#options.keyOf(item) === key);
    if (index < 0) return undefined;
    const [from, to] = this.#heights.line(index);
    // Its own height, and those around it, become known on the way.
    for (let tries = 0; tries < 2; tries += 1) {
      const middle = (this.#heights.top(from) + this.#heights.top(to)) / 2;
      this.#view.pinned = false;
      this.#view.top = middle - this.#view.height / 2;
      this.draw();
    }
    this.#view.read();
    return this.#rows.get(key);
  }

  connect(): void {
    const { signal } = (this.#watch = new AbortController());
    const sizes = watchSizes(() => this.#resized());
    sizes.observe(this.#options.list);
    signal.addEventListener('abort', () => sizes.disconnect());
    this.#view.watch(sizes, () => this.#scrolled(), signal);
    this.#schedule();
  }

  /** What leaves the page forgets how far it was scrolled; {@link connect} brings it back there. */
  disconnect(): void {
    this.#watch?.abort();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#view.height = 0;
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => this.draw());
  }

  /** Rows come several at a time: each drawing has the browser lay out the page. */
  #scrolled(): void {
    const { top } = this.#view;
    if (!this.#view.look()) return;
    this.#way = Math.sign(this.#view.top - top);
    if (this.#next === this.#items && this.#covers(least)) this.#leave();
    else this.#draw();
    this.#way = 0;
  }

  /** What is in the page is put right at once; rows come with the next frame. */
  #resized(): void {
    const { height } = this.#view;
    const isMoved = this.#view.look();
    if (!this.#view.height) return;
    const isOther = this.#size.look();
    // Each drawing that adds something is told of here, and has left all as it should be.
    if (!isOther && !isMoved && height === this.#view.height) return;
    if (this.#size.columns !== this.#heights.columns) return this.#schedule();
    this.#hold(() => this.#rows.measure(this.#heights, isOther));
    this.#settle();
    if (!this.#covers()) this.#schedule();
  }

  /** Draws at once what would come with the next frame, or these items. */
  draw(items: readonly Item[] = this.#next): void {
    this.#next = items;
    this.#view.look();
    this.#draw();
  }

  #draw(): void {
    if (this.#frame) cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (!this.#view.height) return;
    const isOther = this.#size.look();
    this.#rearrange(this.#size.columns);
    if (this.#next !== this.#items) this.#take(this.#next);
    this.#render(isOther);
    for (let count = 1; count < patience && !this.#covers(); count += 1) this.#render();
    this.#leave();
  }

  #rearrange(columns: number): void {
    if (columns === this.#heights.columns) return;
    this.#hold(() => {
      this.#heights.columns = columns;
      this.#heights.splice(0, this.#items.length, this.#items.map(this.#estimate));
    });
  }

  readonly #estimate = (item: Item): number => this.#options.estimate(item, this.#size.columns);

  /** What is in the page and only stands elsewhere is as high as it was. */
  readonly #heightOf = (item: Item): number => {
    const index = this.#rows.indexOf(this.#options.keyOf(item));
    return index === undefined ? this.#estimate(item) : this.#heights.of(index);
  };

  #take(items: readonly Item[]): void {
    const { keyOf } = this.#options;
    const drawn = this.#rows.indexes;
    const { start, removed, added, placeOf } = changeBetween(this.#items, items, keyOf, drawn);
    // Of very many none is looked for among none.
    const heights = added.map(drawn.length > 0 ? this.#heightOf : this.#estimate);
    this.#hold(() => {
      this.#heights.splice(start, removed, heights);
      this.#rows.follow(placeOf);
      this.#items = items;
    }, placeOf);
  }

  #render(isOther = false): void {
    this.#range = this.#around(onWay, behind);
    this.#hold(() => {
      this.#rows.show(this.#items, this.#range, this.#heights);
      this.#options.onDraw?.();
      this.#rows.measure(this.#heights, isOther);
    });
  }

  /** Whether all rows in view are in the page, and those of so many pixels on the reader's way. */
  #covers(pixels = 0): boolean {
    const [from, to] = this.#around(pixels, 0);
    return this.#range[0] <= from && to <= this.#range[1];
  }

  /** A reader who stays may go either way. */
  #around(onWay: number, behind: number): readonly [from: number, to: number] {
    const { top, height } = this.#view;
    const middle = (onWay + behind) / 2;
    const shift = (this.#way * (onWay - behind)) / 2;
    return this.#heights.within(top - middle + shift, top + height + middle + shift);
  }

  /** Makes a change and keeps the first row in view that has been seen: at the end its foot. */
  #hold(change: () => void, placeOf = (index: number) => index): void {
    const heights = this.#heights;
    const view = this.#view;
    // Rounded sums may leave a trace of the row that ends where the view begins.
    const first = heights.at(view.top + 0.5);
    const end = this.#range[1];
    const seen = this.#rows.firstFrom(first, (index) => index < end && placeOf(index) >= 0);
    let row = seen ?? first;
    while (row < end && placeOf(row) < 0) row += 1;
    const isBegun = heights.top(heights.line(row)[0]) < view.top;
    const side = seen !== undefined && (view.isAtEnd || isBegun) ? 1 : 0;
    const distance = heights.top(heights.line(row)[side]) - view.top;
    change();
    if (!view.pinned) view.top = heights.top(heights.line(placeOf(row))[side]) - distance;
    else if (view.isAtEnd) view.top = heights.top(heights.length) - view.height;
  }

  #leave(): void {
    this.#settle();
    this.#options.onRange?.();
  }

  #settle(): void {
    const [from] = this.#range;
    const row = this.#rows.at(from);
    if (row) this.#view.settle(topOf(row) - this.#heights.top(from));
    this.#size.keep();
  }
}

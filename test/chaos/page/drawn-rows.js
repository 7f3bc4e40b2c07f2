import { DrawnOrder } from './drawn-order.js';
import { twice } from './known-lines.js';

/**
 * Judges the rows at every mutation. Each line has one row at most. The rows stand in their order.
 * A line that was known when they were drawn is left out only where nobody sees its place: a list
 * may draw its rows in view alone. While nobody scrolls, the last row is the newest line.
 */
export class DrawnRows {
  mutations = 0;
  /** The most rows that were in the page at once. */
  most = 0;
  /** Every line that was ever in the page. */
  seen = new Set();
  /** Whether the reader has gone to the end and not left it. */
  isAtEnd = false;
  /** Whether the reader is on the way through all rows, where the view may be empty for a moment. */
  isScrolling = false;
  #root;
  #lines;
  #tell;
  #rows = [];
  /** The newest snapshot that surely is drawn. */
  #least = 0;

  constructor(root, lines, tell) {
    this.#root = root;
    this.#lines = lines;
    this.#tell = tell;
  }

  get scroller() {
    return this.#root.querySelector('[role=log]');
  }

  get elements() {
    return [...this.#root.querySelectorAll('[data-line]')];
  }

  look() {
    this.mutations += 1;
    const elements = this.elements;
    const rows = elements.map(({ dataset }) => dataset.line);
    const former = this.#rows;
    this.#rows = rows;
    if (rows.length === former.length && rows.every((id, index) => id === former[index])) return;
    this.most = Math.max(this.most, rows.length);
    for (const id of rows) this.seen.add(id);
    const fault = this.#faultOf(rows, elements);
    if (!fault) return;
    const change = `before: ${this.#name(former)}; then: ${this.#name(rows)}`;
    this.#tell(`${fault}, ${this.#below} pixels from the end; ${change}`);
  }

  #faultOf(rows, elements) {
    if (rows.length === 0) return 'no row is left';
    if (new Set(rows).size < rows.length) return `two rows: ${twice(rows)}`;
    const facts = rows.map((id) => this.#lines.factsOf(id));
    if (facts.includes(undefined)) return 'a row of no line';
    // What is drawn of a snapshot was drawn after the one before it.
    this.#least = Math.max(this.#least, ...facts.map(({ since }) => since - 1));
    const order = new DrawnOrder(facts, this.#least);
    const { splits } = order;
    if (splits.length === 0) return 'out of order';
    const missing = this.#missing(rows);
    const lost = (split) => missing.find((id) => !this.#isHidden(id, order, split, elements));
    return splits.every(lost) ? `left out: ${this.#name([lost(splits[0])])}` : '';
  }

  /** The lines that were known when these rows were drawn, and have none. */
  #missing(rows) {
    const drawn = new Set(rows);
    return this.#lines.items
      .map(({ id }) => id)
      .filter((id) => !drawn.has(id) && this.#lines.factsOf(id).since <= this.#least);
  }

  #isHidden(id, order, split, elements) {
    const places = order.placesOf(this.#lines.factsOf(id), split);
    return places.some((place) => this.#isUnseen(elements[place - 1], elements[place]));
  }

  /** Whether there is room for rows between these two, and none of it in view. */
  #isUnseen(above, below) {
    if (!below && this.isAtEnd) return false;
    if (above && above.nextElementSibling === below) return false;
    const view = this.scroller.getBoundingClientRect();
    const isAbove = below?.getBoundingClientRect().top <= view.top + 1;
    const isBelow = above?.getBoundingClientRect().bottom >= view.bottom - 1;
    return this.isScrolling || isAbove || isBelow;
  }

  /** How far the reader is from the end. */
  get #below() {
    const { scrollHeight = 0, clientHeight = 0, scrollTop = 0 } = this.scroller ?? {};
    return scrollHeight - clientHeight - Math.round(scrollTop);
  }

  #name(rows) {
    const nameOf = (id) => {
      const { seq, turn, since } = this.#lines.factsOf(id) ?? {};
      return `${seq ?? `waiting ${turn}`} (since ${since})`;
    };
    return `${rows.map(nameOf).join(', ')} of ${this.#lines.items.length}, ${this.#least} drawn`;
  }
}

import { idOf, twice } from './known-lines.js';

/** Snapshots that are kept until they are drawn. */
const kept = 500;

/**
 * Judges the rows at every mutation: each is there once, and together they are one stretch, without
 * a gap, of a snapshot that is no older than the one drawn before. A list may draw its rows in view
 * alone; then the view is full, and while nobody scrolls it ends with the newest row.
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
  #tell;
  #rows = [];
  #snapshots = [[]];

  constructor(root, tell) {
    this.#root = root;
    this.#tell = tell;
  }

  get scroller() {
    return this.#root.querySelector('[role=log]');
  }

  get elements() {
    return [...this.#root.querySelectorAll('[data-line]')];
  }

  /** From here on the rows may be those of this snapshot. */
  expect(items) {
    this.#snapshots.push(items.map(idOf));
    if (this.#snapshots.length > kept) this.#snapshots.shift();
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
    if (rows.length === 0) return this.#tell('no row is left');
    if (new Set(rows).size < rows.length) return this.#tell(`two rows: ${twice(rows)}`);
    this.#judgeStretch(rows, former);
    if (!this.isScrolling) this.#judgeView(elements[0], rows[0]);
  }

  #judgeStretch(rows, former) {
    const place = this.#snapshots.findIndex((ids) => this.#isStretchOf(ids, rows));
    if (place >= 0) return void this.#snapshots.splice(0, place);
    const gone = former.filter((id) => !rows.includes(id));
    this.#tell(`${rows.length} rows that no snapshot had so; gone: ${gone.slice(0, 3)}`);
    this.#snapshots.splice(0, this.#snapshots.length - 1);
  }

  #isStretchOf(ids, rows) {
    const start = ids.indexOf(rows[0]);
    if (start < 0 || rows.some((id, index) => id !== ids[start + index])) return false;
    return !this.isAtEnd || start + rows.length === ids.length;
  }

  /** Rows that are known stand above the first one only where nobody sees their room. */
  #judgeView(first, id) {
    if (this.#snapshots[0][0] === id) return;
    const room = first.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
    if (room > 1) this.#tell(`${Math.round(room)} pixels without a row above ${id}`);
  }
}

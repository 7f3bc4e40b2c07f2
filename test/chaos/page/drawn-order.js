/**
 * What is drawn may be a little older than what is known: somewhere between the snapshot `least`,
 * which it surely contains, and the newest one. Lines only come, and what waits is only sent:
 * so a line is drawn if it was known by then, in the place that it had by then.
 */
export class DrawnOrder {
  #rows;
  #least;

  /** The facts of the rows, from the first to the last. */
  constructor(rows, least) {
    this.#rows = rows;
    this.#least = least;
  }

  /** How many of the rows may be lines that were sent; behind them come those that waited. */
  get splits() {
    const rows = this.#rows;
    return Array.from({ length: rows.length + 1 }, (_, count) => count).filter(
      (count) =>
        rows.every((row, index) => (index < count ? isSent(row) : this.#mayWait(row))) &&
        isAscending(rows.slice(0, count).map(({ seq }) => seq)) &&
        isAscending(rows.slice(count).map(({ turn }) => turn)),
    );
  }

  /** Before which rows a line that is not among them may belong. */
  placesOf(line, split) {
    const sent = this.#rows.slice(0, split);
    const waiting = this.#rows.slice(split);
    return [
      ...(isSent(line) ? [sent.filter(({ seq }) => seq < line.seq).length] : []),
      ...(this.#mayWait(line)
        ? [split + waiting.filter(({ turn }) => turn < line.turn).length]
        : []),
    ];
  }

  #mayWait({ isOwn, sentSince }) {
    return isOwn && sentSince > this.#least;
  }
}

const isSent = ({ sentSince }) => sentSince < Infinity;

const isAscending = (numbers) =>
  numbers.every((number, index) => index === 0 || numbers[index - 1] < number);

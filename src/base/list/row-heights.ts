/**
 * The heights of the rows of a list, in pixels, and their sums: a Fenwick tree (Fenwick 1994,
 * doi:10.1002/spe.4380240306). Setting a height, summing up, finding a row and adding one at the
 * end take a time that grows with the logarithm of the length. Rows that come elsewhere have what
 * is behind them summed anew, which for 10,000 rows takes a few hundredths of a millisecond.
 */
export class RowHeights {
  /** How many rows stand side by side in a line, and share its height. */
  columns = 1;
  #length = 0;
  /** As many as there is room for. */
  #heights = new Float64Array(64);
  /** At `n`, from 1, the sum of the `n & -n` heights that end with the nth. */
  #tree = new Float64Array(65);

  get length(): number {
    return this.#length;
  }

  of(index: number): number {
    return index < this.#length ? this.#heights[index]! : 0;
  }

  set(index: number, height: number): void {
    const change = height - this.of(index);
    if (!change) return;
    this.#heights[index] = height;
    for (let n = index + 1; n <= this.#length; n += n & -n) this.#tree[n]! += change;
  }

  /** How much is above a row; with the length, how much there is. */
  top(index: number): number {
    let sum = 0;
    for (let n = index; n > 0; n &= n - 1) sum += this.#tree[n]!;
    return sum;
  }

  /** The row that is so far down; above and below them all, the nearest. -1 without any. */
  at(offset: number): number {
    let index = 0;
    let left = offset;
    for (let step = 1 << 30; step; step >>= 1) {
      const sum = index + step > this.#length ? Infinity : this.#tree[index + step]!;
      if (sum <= left) {
        index += step;
        left -= sum;
      }
    }
    return Math.min(index, this.#length - 1);
  }

  /** The line that a row stands in: its first row, and that of the next line. */
  line(index: number): readonly [from: number, to: number] {
    const from = index - (index % this.columns);
    return [from, Math.min(from + this.columns, this.#length)];
  }

  /** The rows of all lines that reach into a stretch: up to, but without, the second. */
  within(top: number, bottom: number): readonly [from: number, to: number] {
    return [Math.max(0, this.line(this.at(top))[0]), this.line(this.at(bottom))[1]];
  }

  /** Puts `added` heights in the place of `removed` rows. */
  splice(index: number, removed: number, added: readonly number[]): void {
    const former = this.#length;
    this.#length += added.length - removed;
    this.#makeRoom();
    this.#heights.copyWithin(index + added.length, index + removed, former);
    this.#heights.set(added, index);
    for (let n = index + 1; n <= this.#length; n += 1) {
      let sum = this.#heights[n - 1]!;
      for (let step = 1; step < (n & -n); step <<= 1) sum += this.#tree[n - step]!;
      this.#tree[n] = sum;
    }
  }

  #makeRoom(): void {
    if (this.#length <= this.#heights.length) return;
    const heights = this.#heights;
    const tree = this.#tree;
    this.#heights = new Float64Array(this.#length * 2);
    this.#tree = new Float64Array(this.#length * 2 + 1);
    this.#heights.set(heights);
    this.#tree.set(tree);
  }
}

/**
 * Pieces of JSON beside the page's heap, as on another machine: what a contestant holds is then
 * its own.
 */
export class Archive {
  #bytes = new Uint8Array();
  #ends: Uint32Array<ArrayBufferLike> = new Uint32Array();
  /** What came later. */
  #added: string[] = [];

  get length(): number {
    return this.#ends.length + this.#added.length;
  }

  fill(values: readonly unknown[]): void {
    const encoder = new TextEncoder();
    const pieces = values.map((value) => encoder.encode(JSON.stringify(value)));
    let end = 0;
    this.#ends = Uint32Array.from(pieces, ({ length }) => (end += length));
    this.#bytes = new Uint8Array(end);
    for (const [index, piece] of pieces.entries()) this.#bytes.set(piece, this.#startOf(index));
    this.#added = [];
  }

  add(piece: string): void {
    this.#added.push(piece);
  }

  /** The list of those from `start` up to, but without, `end`. */
  list(start: number, end: number): string {
    const decoder = new TextDecoder();
    const pieces: string[] = [];
    for (let index = start; index < Math.min(end, this.length); index += 1) {
      const added = this.#added[index - this.#ends.length];
      const bytes = this.#bytes.subarray(this.#startOf(index), this.#ends[index]);
      pieces.push(added ?? decoder.decode(bytes));
    }
    return `[${pieces.join(',')}]`;
  }

  #startOf(index: number): number {
    return this.#ends[index - 1] ?? 0;
  }
}

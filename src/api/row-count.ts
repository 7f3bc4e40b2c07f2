import type { ExportFormat } from '../contract/export.js';

const [newline, quote] = [0x0a, 0x22];

/** Bytes of the last line of a file that are looked at: it is shorter. */
const tailBytes = 64;

/** Counts the rows of a file while it comes, and knows by them whether it has come whole. */
export class RowCount {
  readonly #format: ExportFormat;
  #lines = 0;
  #isQuoted = false;
  #tail = new Uint8Array();

  constructor(format: ExportFormat) {
    this.#format = format;
  }

  /** Rows whose line has ended: without the header of `csv`, and the last line of `ndjson`. */
  get rows(): number {
    if (this.#format === 'ndjson') return this.#lines - (this.#end === undefined ? 0 : 1);
    return Math.max(0, this.#lines - 1);
  }

  add(piece: Uint8Array): void {
    const isCsv = this.#format === 'csv';
    for (const byte of piece) {
      // A line that ends within quotation marks is one of a cell; a doubled mark is no matter.
      if (byte === quote && isCsv) this.#isQuoted = !this.#isQuoted;
      else if (byte === newline && !this.#isQuoted) this.#lines += 1;
    }
    const joined = new Uint8Array([...this.#tail, ...piece.subarray(-tailBytes)]);
    this.#tail = joined.subarray(-tailBytes);
  }

  /** @param total how many rows there were when it began, if that is known */
  isWhole(total: number | null): boolean {
    const { rows } = this;
    if (this.#format === 'ndjson' && this.#end !== rows) return false;
    return (
      this.#lines > 0 && !this.#isQuoted && this.#tail.at(-1) === newline && rows >= (total ?? 0)
    );
  }

  /** How many rows the last line says that there are; undefined without such a line. */
  get #end(): number | undefined {
    const last = /\{"end":true,"rows":(\d+)\}\n$/.exec(new TextDecoder().decode(this.#tail));
    return last?.[1] === undefined ? undefined : Number(last[1]);
  }
}

import { join, readChunks } from '../body.js';
import { invalid, Refusal } from '../problems.js';

/** Bytes of each piece but the last. What is held of a file in memory is about two of these. */
export const pieceBytes = 262_144;

/** A file on its way in: cut into pieces, counted, and known afterwards by its digest. */
export class Intake {
  size = 0;
  /** The first piece, which says what the file is. */
  head: Uint8Array<ArrayBuffer> = new Uint8Array();
  /**
   * SHA-256 of each piece after the digest of those before it: Web Crypto has none that grows.
   * The pieces of the same bytes are always the same.
   */
  digest: Uint8Array<ArrayBuffer> = new Uint8Array();
  readonly #request: Request;
  readonly #declared: number | null;
  readonly #limit: number;

  /** @param most bytes; more is `too-large`, and so is more than was declared */
  constructor(request: Request, most: number) {
    this.#request = request;
    this.#declared = declaredLength(request);
    this.#limit = this.#declared ?? most;
    if (this.#limit > most) throw new Refusal('too-large');
  }

  /** Bytes that may come. */
  get expected(): number {
    return Math.max(this.#limit, 1);
  }

  /** The file, once. Refuses one that is empty, or that ends before its declared length. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    let gathered: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of readChunks(this.#request, this.#limit)) {
      let rest = chunk;
      while (size + rest.byteLength >= pieceBytes) {
        const taken = pieceBytes - size;
        yield await this.#count([...gathered, rest.subarray(0, taken)]);
        [gathered, size, rest] = [[], 0, rest.subarray(taken)];
      }
      gathered.push(rest);
      size += rest.byteLength;
    }
    if (size > 0) yield await this.#count(gathered);
    if (this.size === 0) throw invalid('', 'Must not be empty.');
    if (this.#declared !== null && this.size < this.#declared) {
      throw invalid('', 'The body broke off.');
    }
  }

  async #count(gathered: Uint8Array[]): Promise<Uint8Array> {
    const piece = join(gathered);
    if (this.size === 0) this.head = piece;
    this.size += piece.byteLength;
    const grown = await crypto.subtle.digest('SHA-256', join([this.digest, piece]));
    this.digest = new Uint8Array(grown);
    return piece;
  }
}

/** Null without a length, or with one that is none. */
function declaredLength(request: Request): number | null {
  const header = request.headers.get('Content-Length') ?? '';
  return /^\d{1,15}$/.test(header) ? Number(header) : null;
}

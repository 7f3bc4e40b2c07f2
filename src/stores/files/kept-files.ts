import { shelfOf, type Shelf } from '../shelf.js';
import type { Session } from '../session.js';

/** What is remembered of a picked file beside its bytes. */
export interface KeptFile {
  readonly id: string;
  /** Where it was picked, by a key of the caller's choice, as a draft has one. */
  readonly place: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Pixels, of a picture that can be shown; else 0. */
  readonly width: number;
  readonly height: number;
  /** Whether the bytes are those that will be sent, and not yet those that were picked. */
  readonly prepared: boolean;
  /** Whether something that is to be sent has taken it along. */
  readonly taken: boolean;
  /** When the server had all of it, in milliseconds since 1970; 0 before. */
  readonly uploadedAt: number;
}

interface KeptBytes {
  readonly buffer: ArrayBuffer;
  readonly type: string;
}

/** Bytes of a file that is kept; no backend takes one that is near it. */
const most = 67_108_864;

/**
 * The files that somebody has picked, on this device: apart for each endpoint, site and subject.
 * Writes follow one another. One that fails for want of a token costs durability alone.
 */
export class KeptFiles {
  readonly #session: Session;
  readonly #shelf: Shelf;
  #writes: Promise<void> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
    this.#shelf = shelfOf(session);
  }

  /** False once the browser has refused its storage: what is picked then ends with the page. */
  get durable(): boolean {
    return this.#shelf.snapshot.durable;
  }

  /** In the order they were picked. Rejects without a token. */
  async list(): Promise<KeptFile[]> {
    const kept = (await this.#shelf.list<KeptFile>(await this.#place('file'))) ?? [];
    return kept.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  async bytes(id: string): Promise<Blob | undefined> {
    const kept = await this.#shelf.get<KeptBytes>(await this.#place('bytes', id));
    return kept && new Blob([kept.buffer], { type: kept.type });
  }

  /** As a buffer: WebKit does not store a Blob in every kind of window. */
  keepBytes(id: string, bytes: Blob): Promise<void> {
    return this.#write(async () => {
      if (bytes.size > most) return;
      const kept: KeptBytes = { buffer: await bytes.arrayBuffer(), type: bytes.type };
      await this.#shelf.set(await this.#place('bytes', id), kept);
    });
  }

  keep(file: KeptFile): Promise<void> {
    return this.#write(async () => this.#shelf.set(await this.#place('file', file.id), file));
  }

  forget(id: string): Promise<void> {
    return this.#write(async () => {
      await this.#shelf.delete(await this.#place('file', id));
      await this.#shelf.delete(await this.#place('bytes', id));
    });
  }

  #write(work: () => Promise<void>): Promise<void> {
    return (this.#writes = this.#writes.then(work).catch(() => {}));
  }

  async #place(kind: string, ...rest: string[]): Promise<string[]> {
    return [kind, ...(await this.#session.identity()), ...rest];
  }
}

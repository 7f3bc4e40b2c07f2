import { v7 } from 'uuid';
import type { ApiError } from '../../api/api-error.js';
import { KeptFiles, type KeptFile } from './kept-files.js';
import { Observable } from '../observable.js';
import type { Session } from '../session.js';

/** A file that somebody has picked. */
export interface Upload extends KeptFile {
  /** A refused one stays until somebody tries again or takes it away. */
  readonly state: 'preparing' | 'waiting' | 'uploading' | 'uploaded' | 'refused';
  /** How much of it is gone, from 0 to 1. */
  readonly progress: number;
  /** Why the last attempt failed. */
  readonly problem: ApiError | null;
}

export interface UploadsSnapshot {
  /** In the order they were picked. */
  readonly items: readonly Upload[];
  /** False once storage is refused: what is picked then ends with the page. */
  readonly durable: boolean;
}

/** The facts of picked files and their bytes, in this page and on this device. */
export abstract class PickedFiles extends Observable<UploadsSnapshot> {
  protected readonly session: Session;
  readonly #kept: KeptFiles;
  readonly #bytes = new Map<string, Blob>();

  constructor(session: Session) {
    super({ items: [], durable: true });
    this.session = session;
    this.#kept = new KeptFiles(session);
  }

  /** What is picked in a place, and not yet taken along. */
  of(place: string): Upload[] {
    return this.snapshot.items.filter((item) => item.place === place && !item.taken);
  }

  find(id: string): Upload | undefined {
    return this.snapshot.items.find((item) => item.id === id);
  }

  /** What will be sent of a file, or what was picked as long as that is not known. */
  async bytes(id: string): Promise<Blob | undefined> {
    const known = this.#bytes.get(id);
    if (known) return known;
    const kept = await this.#kept.bytes(id).catch(() => undefined);
    if (kept && this.find(id)) this.#bytes.set(id, kept);
    return kept;
  }

  /** Takes files out of the place where they were picked: they now go along with something. */
  take(ids: readonly string[]): void {
    for (const id of ids) if (this.change(id, { taken: true })) this.keep(id);
  }

  /** Forgets files: somebody does not want them, or what took them along has arrived. */
  async forget(ids: readonly string[]): Promise<void> {
    this.patch({ items: this.snapshot.items.filter(({ id }) => !ids.includes(id)) });
    for (const id of ids) this.#bytes.delete(id);
    await Promise.all(ids.map((id) => this.#kept.forget(id)));
  }

  protected pick(place: string, files: readonly File[]): Upload[] {
    const picked = files.map((file): [Upload, File] => [uploadOf(place, file), file]);
    const items = picked.map(([item]) => item);
    for (const [{ id }, file] of picked) this.keepBytes(id, file);
    this.patch({ items: [...this.snapshot.items, ...items] });
    for (const { id } of items) this.keep(id);
    return items;
  }

  /** Adds what this device has kept and this page does not know. Rejects without a token. */
  protected async recallKept(): Promise<Upload[]> {
    const kept = await this.#kept.list();
    const left = kept.filter(({ id }) => !this.find(id)).map(leftBehind);
    this.patch({ items: [...left, ...this.snapshot.items] });
    return left;
  }

  /** @returns what has become of it; undefined if it is forgotten. */
  protected change(id: string, facts: Partial<Upload>): Upload | undefined {
    if (!this.find(id)) return undefined;
    const items = this.snapshot.items.map((item) =>
      item.id === id ? { ...item, ...facts } : item,
    );
    this.patch({ items, durable: this.#kept.durable });
    return this.find(id);
  }

  protected keepBytes(id: string, bytes: Blob): void {
    this.#bytes.set(id, bytes);
    void this.#kept.keepBytes(id, bytes);
  }

  protected keep(id: string): void {
    const item = this.find(id);
    if (!item) return;
    const { state: _state, progress: _progress, problem: _problem, ...file } = item;
    void this.#kept.keep(file);
  }
}

const uploadOf = (place: string, { name, type, size }: File): Upload => ({
  ...{ id: v7(), place, name: name.toWellFormed(), type, size, width: 0, height: 0 },
  ...{ prepared: false, taken: false, uploadedAt: 0 },
  ...{ state: 'preparing', progress: 0, problem: null },
});

const leftBehind = (kept: KeptFile): Upload => {
  const isThere = kept.uploadedAt > 0;
  const state = isThere ? 'uploaded' : kept.prepared ? 'waiting' : 'preparing';
  return { ...kept, state, progress: isThere ? 1 : 0, problem: null };
};

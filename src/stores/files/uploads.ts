import { ApiError } from '../../api/api-error.js';
import { Backoff } from '../../api/backoff.js';
import type { AttachmentLimits } from '../../contract/attachment.js';
import { limits } from '../../contract/limits.js';
import { Lanes } from './lanes.js';
import { PickedFiles } from './picked-files.js';
import { prepare } from './picture.js';
import type { Session } from '../session.js';

export type { Upload } from './picked-files.js';

/** What counts until the backend has said what it takes. */
const usual: Pick<AttachmentLimits, 'maxBytes' | 'maxPerMessage' | 'waitsSeconds'> = {
  maxBytes: limits.attachmentBytes,
  maxPerMessage: limits.attachments,
  waitsSeconds: Infinity,
};

/** Of the time that an upload waits at the server, the part after which it is sent again. */
const fresh = 0.9;

/**
 * Uploads files as soon as they are picked, two at once, until the server has them, and again
 * after a reload. Each is kept on this device until what takes it along has been sent.
 */
export class Uploads extends PickedFiles {
  readonly #preparing = new Lanes(1);
  readonly #sending = new Lanes(2);
  readonly #ends = new Map<string, AbortController>();
  #recalling: Promise<void> | undefined;

  constructor(session: Session) {
    super(session);
    session.signal.addEventListener('abort', () => {
      for (const end of this.#ends.values()) end.abort();
    });
    void this.recall();
  }

  /** What the backend takes; null if it takes no files. */
  get limits(): typeof usual | null {
    const { service } = this.session.connection.snapshot;
    return service ? service.capabilities.attachments || null : usual;
  }

  /** @returns how many files were left out, since no more go along together. */
  add(place: string, files: readonly File[], beside = 0): number {
    const room = (this.limits?.maxPerMessage ?? 0) - this.of(place).length - beside;
    const picked = this.pick(place, files.slice(0, Math.max(0, room)));
    for (const { id } of picked) void this.#process(id);
    return files.length - picked.length;
  }

  /** Begins anew with what was refused, or waits for the connection. */
  retry(id: string): void {
    this.#ends.get(id)?.abort();
    const facts = { problem: null, progress: 0, uploadedAt: 0 } as const;
    const state = this.find(id)?.prepared ? 'waiting' : 'preparing';
    if (this.change(id, { ...facts, state })) void this.#process(id);
  }

  override forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#ends.get(id)?.abort();
    return super.forget(ids);
  }

  /**
   * Resolves when the server has all of them; what was refused is tried once more. Rejects with
   * an ApiError when it is refused again, or when the signal aborts.
   */
  async deliver(ids: readonly string[], signal = this.session.signal): Promise<void> {
    await this.recall();
    // Another page of the same person may have picked them.
    if (ids.some((id) => !this.find(id))) await (this.#recalling = this.#recall());
    for (const id of ids) if (this.#isOver(id)) this.retry(id);
    for (const id of ids) await this.#delivered(id, signal);
  }

  /** Takes up what an earlier page of the same identity has left. */
  recall(): Promise<void> {
    return (this.#recalling ??= this.#recall());
  }

  async #recall(): Promise<void> {
    const backoff = new Backoff();
    while (!this.session.signal.aborted) {
      try {
        const left = await this.recallKept();
        for (const { id, state } of left) if (state !== 'uploaded') void this.#process(id);
        return;
      } catch {
        // Nothing may be read before the first token tells whose it is.
        await backoff.wait(this.session.signal);
      }
    }
  }

  async #process(id: string): Promise<void> {
    const end = new AbortController();
    this.#ends.set(id, end);
    try {
      if (!this.find(id)?.prepared) await this.#preparing.run(() => this.#prepare(id));
      this.#check(id);
      await this.#sending.run(() => this.#send(id, end.signal));
    } catch (error) {
      if (end.signal.aborted) return;
      this.change(id, { state: 'refused', problem: ApiError.from(error) });
    } finally {
      if (this.#ends.get(id) === end) this.#ends.delete(id);
    }
  }

  async #prepare(id: string): Promise<void> {
    const picked = await this.#bytesOf(id);
    const { name = '' } = this.find(id) ?? {};
    const file = new File([picked], name, { type: picked.type });
    const { bytes, ...facts } = await prepare(file).catch((cause: unknown) => {
      // It was moved or deleted after it was picked.
      throw new ApiError('not-found', { cause });
    });
    const state = 'waiting';
    if (!this.change(id, { ...facts, size: bytes.size, prepared: true, state })) return;
    this.keepBytes(id, bytes);
    this.keep(id);
  }

  #check(id: string): void {
    const { size = 0 } = this.find(id) ?? {};
    if (size === 0) throw new ApiError('invalid');
    if (size > (this.limits?.maxBytes ?? 0)) throw new ApiError('too-large');
  }

  /** Tries until the server has it, or refuses it for good. */
  async #send(id: string, signal: AbortSignal): Promise<void> {
    const backoff = new Backoff();
    while (!signal.aborted) {
      try {
        return await this.#attempt(id, signal);
      } catch (error) {
        const problem = ApiError.from(error);
        if (!problem.transient) throw problem;
        this.change(id, { state: 'waiting', problem });
        await backoff.wait(signal, problem.retryAfter);
      }
    }
  }

  async #attempt(id: string, signal: AbortSignal): Promise<void> {
    const bytes = await this.#bytesOf(id);
    const { name = '' } = this.change(id, { state: 'uploading', progress: 0 }) ?? {};
    const progress = (part: number): void => void this.change(id, { progress: part });
    const client = await this.session.client();
    await client.putAttachment(id, { name, bytes, signal, progress });
    const uploadedAt = Date.now();
    this.change(id, { state: 'uploaded', progress: 1, problem: null, uploadedAt });
    this.keep(id);
  }

  /** @throws `not-found` when the browser has thrown away what it kept. */
  async #bytesOf(id: string): Promise<Blob> {
    const bytes = await this.bytes(id);
    if (!bytes) throw new ApiError('not-found');
    return bytes;
  }

  #delivered(id: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const undo = this.subscribe(() => look());
      const look = (): void => {
        const item = this.find(id);
        const isOpen = item && item.state !== 'uploaded' && item.state !== 'refused';
        if (isOpen && !signal.aborted) return;
        undo();
        if (isOpen) reject(new ApiError('aborted'));
        else if (item?.problem) reject(item.problem);
        // One that is not known here any more may be there: the server says it if it is not.
        else resolve();
      };
      signal.addEventListener('abort', look, { once: true });
      look();
    });
  }

  /** Whether it was refused, or the server may have given up what nothing took along for so long. */
  #isOver(id: string): boolean {
    const { uploadedAt = 0, state } = this.find(id) ?? {};
    const life = (this.limits?.waitsSeconds ?? Infinity) * 1_000 * fresh;
    return state === 'refused' || (uploadedAt > 0 && Date.now() > uploadedAt + life);
  }
}

export const uploadsOf = (session: Session): Uploads =>
  session.store('uploads', () => new Uploads(session));

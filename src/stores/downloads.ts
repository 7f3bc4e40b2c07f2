import { ApiError } from '../api/api-error.js';
import type { DownloadProgress } from '../api/download.js';
import type { Exportable, ExportFormat } from '../contract/export.js';
import { Observable } from './observable.js';
import type { Session } from './session.js';

export interface DownloadsSnapshot extends DownloadProgress {
  readonly status: 'idle' | 'running' | 'problem';
  /** What is being downloaded, or was. */
  readonly what: Exportable | null;
  readonly format: ExportFormat;
  readonly problem: ApiError | null;
}

/** Milliseconds from one word on how far it has come to the next. */
const pace = 100;

/** All there is of something as a file, for owners; one at a time. */
export class Downloads extends Observable<DownloadsSnapshot> {
  readonly #session: Session;
  #call = new AbortController();
  #told = -Infinity;

  constructor(session: Session) {
    super({ status: 'idle', what: null, format: 'csv', rows: 0, total: null, problem: null });
    this.#session = session;
    session.signal.addEventListener('abort', () => this.#call.abort());
  }

  /**
   * Downloads a file, in place of one that is under way; undefined when that was stopped or
   * failed. It is named after what it holds and the day (UTC), as `reports-2026-11-23.csv`.
   */
  async start(what: Exportable, format: ExportFormat = 'csv'): Promise<File | undefined> {
    this.#call.abort();
    const { signal } = (this.#call = new AbortController());
    this.publish({ status: 'running', what, format, rows: 0, total: null, problem: null });
    try {
      const client = await this.#session.client();
      const progress = (made: DownloadProgress): void => this.#tell(made, signal);
      const blob = await client.download(what, format, { signal, progress });
      if (signal.aborted) return undefined;
      this.patch({ status: 'idle' });
      const name = `${what}-${new Date().toISOString().slice(0, 10)}.${format}`;
      return new File([blob], name, { type: blob.type });
    } catch (error) {
      if (!signal.aborted) this.patch({ status: 'problem', problem: ApiError.from(error) });
      return undefined;
    }
  }

  /** Stops what is under way; what has come of it is thrown away. */
  stop(): void {
    this.#call.abort();
    this.patch({ status: 'idle', what: null, rows: 0, total: null, problem: null });
  }

  #tell({ rows, total }: DownloadProgress, signal: AbortSignal): void {
    const now = performance.now();
    const isLast = total !== null && rows >= total;
    if (signal.aborted || (!isLast && now - this.#told < pace)) return;
    this.#told = now;
    this.patch({ rows, total });
  }
}

export const downloadsOf = (session: Session): Downloads =>
  session.store('downloads', () => new Downloads(session));

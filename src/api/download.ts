import { totalHeader, type Exportable, type ExportFormat } from '../contract/export.js';
import { ApiError } from './api-error.js';
import { failedAnswer } from './failed-answer.js';
import { RowCount } from './row-count.js';
import { Silence } from './silence.js';
import type { Transport } from './transport.js';

/** How far a download has come. */
export interface DownloadProgress {
  readonly rows: number;
  /** How many there were when it began; null from a backend that does not say. */
  readonly total: number | null;
}

/** Who waits for a download. */
export interface DownloadListener {
  readonly signal: AbortSignal;
  readonly progress: (progress: DownloadProgress) => void;
}

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
};

/** Bytes after which the browser may put away what has come: it keeps a blob where it likes. */
const pile = 8_388_608;

/**
 * Takes out all there is of something, as it comes. Every failure is an {@link ApiError}: `network`
 * when the file broke off, also where that shows by its rows alone.
 */
export async function download(
  transport: Transport,
  what: Exportable,
  format: ExportFormat,
  { signal, progress }: DownloadListener,
): Promise<Blob> {
  const dead = new AbortController();
  const giveUp = (): void => dead.abort();
  const silence = new Silence(giveUp);
  signal.addEventListener('abort', giveUp, { signal: dead.signal });
  if (signal.aborted) giveUp();
  try {
    await transport.ready();
    const path = `/export/${what}?format=${format}`;
    const answer = await transport.stream(path, dead.signal, types[format]);
    const { body, total } = await opened(answer, format);
    // A host's own `fetch` may not listen to a signal.
    dead.signal.addEventListener('abort', () => void body.cancel().catch(() => {}));
    const count = new RowCount(format);
    const file = new Pile(types[format]);
    for (let piece = await body.read(); !piece.done; piece = await body.read()) {
      silence.break();
      count.add(piece.value);
      file.add(piece.value);
      progress({ rows: count.rows, total });
    }
    if (dead.signal.aborted || !count.isWhole(total)) throw new ApiError('network');
    return file.whole;
  } catch (error) {
    throw meaning(error, signal, dead.signal);
  } finally {
    silence.end();
    dead.abort();
  }
}

const meaning = (cause: unknown, signal: AbortSignal, dead: AbortSignal): ApiError => {
  if (signal.aborted) return new ApiError('aborted', { cause });
  if (dead.aborted) return new ApiError('timeout', { cause });
  return cause instanceof ApiError ? cause : new ApiError('network', { cause });
};

interface Opened {
  readonly body: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  readonly total: number | null;
}

const opened = async (answer: Response, format: ExportFormat): Promise<Opened> => {
  if (!answer.ok) throw await failedAnswer(answer);
  const { body, headers } = answer;
  if (!body || !headers.get('content-type')?.startsWith(types[format])) {
    throw new ApiError('bad-answer');
  }
  const total = headers.get(totalHeader);
  return { body: body.getReader(), total: total === null ? null : Number(total) };
};

/** A file that grows. */
class Pile {
  readonly #type: string;
  #parts: BlobPart[] = [];
  #loose = 0;

  constructor(type: string) {
    this.#type = type;
  }

  add(piece: Uint8Array<ArrayBuffer>): void {
    this.#parts.push(piece);
    this.#loose += piece.byteLength;
    if (this.#loose < pile) return;
    this.#parts = [new Blob(this.#parts)];
    this.#loose = 0;
  }

  get whole(): Blob {
    return new Blob(this.#parts, { type: `${this.#type};charset=utf-8` });
  }
}

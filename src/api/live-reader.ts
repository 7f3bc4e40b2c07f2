import { createParser } from 'eventsource-parser';
import type { LiveEvent } from '../contract/live.js';
import { ApiError } from './api-error.js';
import { failedAnswer } from './failed-answer.js';
import { Silence } from './silence.js';
import type { Transport } from './transport.js';

/** Who reads a stream. */
export interface LiveReader {
  /** The stream is open; what happened before, it does not tell. */
  open(): void;
  event(event: LiveEvent): void;
}

/**
 * Reads one stream from its opening to its end.
 * @returns why it ended; null when the server ended it in peace, with the token
 */
export async function readLive(
  transport: Transport,
  signal: AbortSignal,
  reader: LiveReader,
): Promise<ApiError | null> {
  const dead = new AbortController();
  const giveUp = (): void => dead.abort();
  const silence = new Silence(giveUp);
  signal.addEventListener('abort', giveUp, { signal: dead.signal });
  try {
    const pieces = await connect(transport, dead.signal);
    if (signal.aborted) return null;
    reader.open();
    await read(pieces, reader, dead.signal, silence);
    return null;
  } catch (error) {
    if (dead.signal.aborted) return new ApiError('timeout');
    const known = error instanceof ApiError;
    return known ? error : new ApiError('network', { cause: error });
  } finally {
    silence.end();
    dead.abort();
  }
}

type Pieces = ReadableStreamDefaultReader<Uint8Array>;

const connect = async (transport: Transport, signal: AbortSignal): Promise<Pieces> => {
  const answer = await transport.stream('/live', signal);
  if (!answer.ok) throw await failedAnswer(answer);
  const type = answer.headers.get('content-type');
  if (!answer.body || !type?.startsWith('text/event-stream')) throw new ApiError('bad-answer');
  return answer.body.getReader();
};

const read = async (
  pieces: Pieces,
  reader: LiveReader,
  signal: AbortSignal,
  silence: Silence,
): Promise<void> => {
  const decoder = new TextDecoder();
  const parser = createParser({
    onEvent: ({ event, data }) => reader.event(eventOf(event, data)),
  });
  signal.addEventListener('abort', () => void pieces.cancel().catch(() => {}));
  for (;;) {
    const { done, value } = await pieces.read();
    signal.throwIfAborted();
    if (done) return;
    silence.break();
    parser.feed(decoder.decode(value, { stream: true }));
  }
};

/** What cannot be read was missed. */
const eventOf = (type: string | undefined, data: string): LiveEvent => {
  try {
    return { type, data: JSON.parse(data) as unknown } as LiveEvent;
  } catch {
    return { type: 'resync', data: {} };
  }
};

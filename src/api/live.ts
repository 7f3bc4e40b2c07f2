import { createParser } from 'eventsource-parser';
import type { LiveEvent } from '../contract/live.js';
import { ApiError } from './api-error.js';
import { Backoff } from './backoff.js';
import { failedAnswer } from './failed-answer.js';
import type { Transport } from './transport.js';

/** Who is told what becomes of the stream. */
export interface LiveListener {
  /** The stream is open; what happened before, it does not tell. */
  open(): void;
  event(event: LiveEvent): void;
  /** The stream has ended and will be opened again; without a problem, it was the token's end. */
  closed(problem: ApiError | null): void;
}

/** Milliseconds without a sign of life after which a stream is dead; the server beats every 15 s. */
const silence = 40_000;

/** The news of the backend, over fetch, for as long as it is wanted. */
export class LiveStream {
  readonly #transport: Transport;
  readonly #listener: LiveListener;
  #end: AbortController | null = null;
  #open = false;

  constructor(transport: Transport, listener: LiveListener) {
    this.#transport = transport;
    this.#listener = listener;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  start(): void {
    this.#end = new AbortController();
    void this.#run(this.#end.signal);
  }

  stop(): void {
    this.#end?.abort();
    this.#end = null;
    this.#open = false;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const backoff = new Backoff();
    while (!signal.aborted) {
      const problem = await this.#follow(signal, backoff);
      if (signal.aborted) return;
      this.#open = false;
      this.#listener.closed(problem);
      await backoff.wait(signal, problem?.retryAfter);
    }
  }

  /** One stream, from its opening to its end. */
  async #follow(signal: AbortSignal, backoff: Backoff): Promise<ApiError | null> {
    const dead = new AbortController();
    const giveUp = (): void => dead.abort();
    let watch = setTimeout(giveUp, silence);
    signal.addEventListener('abort', giveUp, { signal: dead.signal });
    try {
      const reader = await this.#connect(dead.signal);
      if (signal.aborted) return null;
      backoff.reset();
      this.#open = true;
      this.#listener.open();
      await this.#read(reader, dead.signal, () => {
        clearTimeout(watch);
        watch = setTimeout(giveUp, silence);
      });
      return null;
    } catch (error) {
      if (dead.signal.aborted) return new ApiError('timeout');
      const known = error instanceof ApiError;
      return known ? error : new ApiError('network', { cause: error });
    } finally {
      clearTimeout(watch);
      dead.abort();
    }
  }

  async #connect(signal: AbortSignal): Promise<ReadableStreamDefaultReader<Uint8Array>> {
    const answer = await this.#transport.stream('/live', signal);
    if (!answer.ok) throw await failedAnswer(answer);
    const type = answer.headers.get('content-type');
    if (!answer.body || !type?.startsWith('text/event-stream')) throw new ApiError('bad-answer');
    return answer.body.getReader();
  }

  async #read(
    reader: ReadableStreamDefaultReader<Uint8Array>,
    signal: AbortSignal,
    alive: () => void,
  ): Promise<void> {
    const decoder = new TextDecoder();
    const parser = createParser({
      onEvent: ({ event, data }) => this.#tell(event, data),
    });
    signal.addEventListener('abort', () => void reader.cancel().catch(() => {}));
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return;
      alive();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  }

  #tell(type: string | undefined, data: string): void {
    let event: LiveEvent;
    try {
      event = { type, data: JSON.parse(data) as unknown } as LiveEvent;
    } catch {
      event = { type: 'resync', data: {} };
    }
    this.#listener.event(event);
  }
}

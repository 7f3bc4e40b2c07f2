import { v7 } from 'uuid';
import { ApiError, type ErrorCode } from './api-error.js';
import { Audience } from './audience.js';
import { Backoff } from './backoff.js';
import { readLive, type LiveReader } from './live-reader.js';
import { inTurn, openChannel, tabName, whileAwake } from './tabs.js';
import type { LiveEvent } from '../contract/live.js';
import type { Transport } from './transport.js';

/** Who is told what becomes of the stream. */
export interface LiveListener extends LiveReader {
  /** The stream has ended and will be opened again; without a problem, it was the token's end. */
  closed(problem: ApiError | null): void;
}

/** What the tabs say to each other. Only the one that reads the stream tells anything of it. */
type Notice =
  | { readonly type: 'hello'; readonly from: string }
  /** To all who listen, or to one who has just come. */
  | { readonly type: 'open'; readonly to?: string }
  /** To whoever has told all that one is open: that somebody listens. */
  | { readonly type: 'here'; readonly from: string }
  | { readonly type: 'event'; readonly event: LiveEvent }
  | { readonly type: 'closed'; readonly code: ErrorCode | undefined };

/**
 * The news of the backend, for as long as they are wanted. One tab reads the stream and passes on
 * what it hears; when that tab or its stream ends, the next one opens a stream of its own. Whoever
 * is told that one is open knows that something before it may have been missed.
 */
export class LiveStream {
  readonly #transport: Transport;
  readonly #listener: LiveListener;
  readonly #name: string | null;
  readonly #id = v7();
  readonly #backoff = new Backoff();
  readonly #audience = new Audience();
  #end = new AbortController();
  #pause = new AbortController();
  #open = false;
  #reading = false;
  #tell = (_: Notice): void => {};

  /** `whose` names those who may hear the same; without it, the stream is shared with nobody. */
  constructor(
    transport: Transport,
    listener: LiveListener,
    whose: readonly string[] | null = null,
  ) {
    this.#transport = transport;
    this.#listener = listener;
    this.#name = whose && tabName('live', whose);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  start(): void {
    this.#end = new AbortController();
    whileAwake(this.#end.signal, (awake) => void this.#run(awake));
  }

  stop(): void {
    this.#end.abort();
  }

  async #run(awake: AbortSignal): Promise<void> {
    awake.addEventListener('abort', () => {
      this.#open = false;
      this.#wake();
    });
    const read = (): Promise<ApiError | null> => this.#read(awake);
    const name = this.#name;
    if (name) this.#tell = openChannel(name, awake, (notice: Notice) => this.#hear(notice));
    this.#tell({ type: 'hello', from: this.#id });
    while (!awake.aborted) {
      const problem = await (name ? inTurn(name, awake, read) : read());
      if (!awake.aborted) await this.#backoff.wait(this.#pause.signal, problem?.retryAfter);
    }
  }

  /** One stream, for all. */
  async #read(awake: AbortSignal): Promise<ApiError | null> {
    this.#reading = true;
    const problem = await readLive(this.#transport, awake, {
      open: () => {
        this.#tell({ type: 'open' });
        this.#audience.ask();
        this.#opened();
      },
      event: (event) => {
        if (this.#audience.isThere) this.#tell({ type: 'event', event });
        this.#listener.event(event);
      },
    });
    this.#reading = false;
    if (awake.aborted) return null;
    this.#tell({ type: 'closed', code: problem?.code });
    this.#closed(problem);
    return problem;
  }

  #hear(notice: Notice): void {
    switch (notice.type) {
      case 'hello':
      case 'here':
        if (this.#reading && this.#open) this.#welcome(notice);
        break;
      case 'open':
        if (!notice.to) this.#tell({ type: 'here', from: this.#id });
        if (!notice.to || notice.to === this.#id) this.#opened();
        break;
      case 'event':
        if (this.#open) this.#listener.event(notice.event);
        break;
      case 'closed':
        if (this.#open) this.#closed(notice.code ? new ApiError(notice.code) : null);
    }
  }

  /** Whoever has heard all from the opening on need not be told of it again. */
  #welcome({ type, from }: Extract<Notice, { from: string }>): void {
    const isLate = this.#audience.answer();
    if (type === 'hello' || isLate) this.#tell({ type: 'open', to: from });
  }

  #opened(): void {
    this.#backoff.reset();
    this.#open = true;
    // Whoever waits for the next attempt waits for the end of this stream instead.
    this.#wake();
    this.#listener.open();
  }

  #closed(problem: ApiError | null): void {
    this.#open = false;
    this.#listener.closed(problem);
  }

  #wake(): void {
    this.#pause.abort();
    this.#pause = new AbortController();
  }
}

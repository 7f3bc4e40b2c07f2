import { createParser } from 'eventsource-parser';
import * as v from 'valibot';
import { liveSchemas, type LiveEvent } from '../../src/contract/live.js';
import type { Person, Send } from './people.js';

type LiveData = { [Event in LiveEvent as Event['type']]: Event['data'] };

/** One open `GET /live`, with everything that it has said. */
export class LiveStream {
  readonly events: LiveEvent[] = [];
  comments = 0;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  readonly #abort: AbortController;
  #heard = new Set<() => void>();

  constructor(body: ReadableStream<Uint8Array>, abort: AbortController) {
    this.#abort = abort;
    this.ended = this.#read(body);
    // Closing it from this side is an error of the reader's that nobody waits for.
    this.ended.catch(() => {});
  }

  /** Waits until something heard fits, and gives it; fails after `patience` milliseconds. */
  async until<Type extends keyof LiveData>(
    type: Type,
    fits: (data: LiveData[Type]) => boolean = () => true,
    patience = 10_000,
  ): Promise<LiveData[Type]> {
    const find = () => this.all(type).find(fits);
    await this.when(() => find() !== undefined, `a fitting ${type} event`, patience);
    return find() as LiveData[Type];
  }

  /** The data of everything heard of one type, in the order in which it came. */
  all<Type extends keyof LiveData>(type: Type): LiveData[Type][] {
    return this.events
      .filter((event) => event.type === type)
      .map((event) => event.data as LiveData[Type]);
  }

  when(holds: () => boolean, what: string, patience: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (!holds()) return;
        this.#heard.delete(check);
        clearTimeout(timer);
        resolve();
      };
      const heard = () => this.events.map(({ type }) => type).join();
      const timer = setTimeout(() => {
        this.#heard.delete(check);
        reject(new Error(`Not heard within ${patience} ms: ${what}. Heard: ${heard()}`));
      }, patience);
      this.#heard.add(check);
      check();
    });
  }

  close(): void {
    this.#abort.abort();
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const parser = createParser({
      onEvent: ({ event, data }) => this.events.push(read(event ?? '', data)),
      onComment: () => (this.comments += 1),
    });
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      parser.feed(decoder.decode(chunk, { stream: true }));
      for (const check of [...this.#heard]) check();
    }
  }
}

/** An event as the contract says it is; anything else throws and ends the stream with it. */
function read(name: string, data: string): LiveEvent {
  if (!(name in liveSchemas)) throw new Error(`No event of the contract: ${name}`);
  const schema: v.GenericSchema = liveSchemas[name as keyof typeof liveSchemas];
  return { type: name, data: v.parse(schema, JSON.parse(data)) } as LiveEvent;
}

/** Opens the live stream as somebody; `send` says at which process. */
export async function openLive(person: Person, send: Send = person.send): Promise<LiveStream> {
  const abort = new AbortController();
  const response = await send('/live', { headers: person.headers, signal: abort.signal });
  const type = response.headers.get('content-type') ?? '';
  if (response.status !== 200 || !type.startsWith('text/event-stream') || !response.body) {
    throw new Error(`No live stream: ${response.status} ${type} ${await response.text()}`);
  }
  return new LiveStream(response.body, abort);
}

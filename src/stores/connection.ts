import { ApiError } from '../api/api-error.js';
import type { Client } from '../api/client.js';
import type { LiveListener, LiveStream } from '../api/live.js';
import type { Polling } from '../api/polling.js';
import type { LiveEvent } from '../contract/live.js';
import type { Me } from '../contract/member.js';
import type { Service } from '../contract/service.js';
import { Loader, type Snapshot } from './loader.js';

export interface ConnectionSnapshot extends Snapshot {
  /** Who the token speaks for; null for a visitor, and until it is known. */
  readonly me: Me | null;
  readonly service: Service | null;
  /** Whether there is no source of tokens: only the published tasks can be seen. */
  readonly visitor: boolean;
  /** False while the backend cannot be reached and is being tried again. */
  readonly online: boolean;
}

type Listener = (event: LiveEvent) => void;

/** What a failure tells of the way to the backend, not of the request or the token. */
const unreachable = new Set<string>(['network', 'timeout', 'unavailable']);

/** What answers at the endpoint, who asks, and the news from there. */
export class Connection extends Loader<ConnectionSnapshot> {
  readonly #client: () => Promise<Client>;
  readonly #listeners = new Set<Listener>();
  readonly #listener: LiveListener = {
    open: () => this.#opened(),
    event: (event) => this.announce(event),
    // Asks whether the backend is gone too, or only its stream.
    closed: (problem) => problem && void this.load(),
  };
  #news: LiveStream | Polling | null = null;
  #wasOpen = false;

  constructor(client: () => Promise<Client>, visitor: boolean) {
    super({ status: 'idle', problem: null, me: null, service: null, visitor, online: true });
    this.#client = client;
  }

  /** Hears every event while it listens; as long as somebody does, the news are fetched. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    const leave = this.subscribe(() => {});
    return () => {
      this.#listeners.delete(listener);
      leave();
    };
  }

  /** Tells an event to all stores: one from the stream, or the outcome of an own command. */
  announce(event: LiveEvent): void {
    if (event.type !== 'resync') this.hear(event);
    for (const listener of [...this.#listeners]) listener(event);
  }

  protected async fetch(signal: AbortSignal): Promise<Partial<ConnectionSnapshot>> {
    const { visitor } = this.snapshot;
    try {
      const client = await this.#client();
      const [service, me] = await Promise.all([
        client.getService(signal),
        visitor ? null : client.getMe(signal),
      ]);
      void this.#follow(client, service.capabilities.live && me);
      return { service, me, online: true };
    } catch (error) {
      if (unreachable.has(ApiError.from(error).code)) this.patch({ online: false });
      throw error;
    }
  }

  protected override reduce(snapshot: ConnectionSnapshot, event: LiveEvent): ConnectionSnapshot {
    const { me } = snapshot;
    return event.type === 'points' && me?.id === event.data.member
      ? { ...snapshot, me: { ...me, points: event.data.balance } }
      : snapshot;
  }

  protected override stopped(): void {
    super.stopped();
    this.#news?.stop();
    this.#news = null;
    this.#wasOpen = false;
  }

  /** Keeps the stores up to date from here on; what was already begun asks them to catch up. */
  async #follow(client: Client, live: false | Me | null): Promise<void> {
    if (this.#news?.isOpen) return;
    if (this.#news) return this.announce({ type: 'resync', data: {} });
    // The first paint does not need the stream; without its code there is still the other way.
    const stream = live && (await client.live(this.#listener, live.role).catch(() => null));
    if (!this.observed || this.#news) return;
    this.#news = stream || client.polling(() => void this.load(), this.snapshot.visitor);
    this.#news.start();
  }

  #opened(): void {
    if (!this.snapshot.online) this.patch({ online: true });
    if (this.#wasOpen) void this.load();
    this.#wasOpen = true;
    // What happened between a store's answer and this moment was told to nobody.
    this.announce({ type: 'resync', data: {} });
  }
}

import { ApiError } from '../api/api-error.js';
import type { Client } from '../api/client.js';
import type { LiveStream } from '../api/live.js';
import { onWake } from '../api/backoff.js';
import type { Transport } from '../api/transport.js';
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

/** Milliseconds between two looks at a backend that has no live stream. */
const pollInterval = 10_000;

/** What answers at the endpoint, who asks, and the news from there. */
export class Connection extends Loader<ConnectionSnapshot> {
  readonly #client: Client;
  readonly #transport: Transport;
  readonly #listeners = new Set<Listener>();
  #live: LiveStream | null = null;
  #polling: AbortController | null = null;
  #wasOpen = false;

  constructor(client: Client, transport: Transport) {
    const visitor = !transport.token;
    super({ status: 'idle', problem: null, me: null, service: null, visitor, online: true });
    this.#client = client;
    this.#transport = transport;
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
      const [service, me] = await Promise.all([
        this.#client.getService(signal),
        visitor ? null : this.#client.getMe(signal),
      ]);
      void this.#follow(service.capabilities.live && !visitor);
      return { service, me, online: true };
    } catch (error) {
      if (ApiError.from(error).transient) this.patch({ online: false });
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
    this.#live?.stop();
    this.#live = null;
    this.#polling?.abort();
    this.#polling = null;
    this.#wasOpen = false;
  }

  /** Keeps the stores up to date from here on; what was already begun asks them to catch up. */
  async #follow(live: boolean): Promise<void> {
    if (this.#live?.isOpen) return;
    if (this.#live || this.#polling) return this.announce({ type: 'resync', data: {} });
    // The first paint does not need the stream; without its code there is still the other way.
    const module = live && (await import('../api/live.js').catch(() => null));
    if (!this.observed || this.#live || this.#polling) return;
    if (!module) return this.#poll();
    this.#live = new module.LiveStream(this.#transport, {
      open: () => this.#opened(),
      event: (event) => this.announce(event),
      // Asks whether the backend is gone too, or only its stream.
      closed: (problem) => problem && void this.load(),
    });
    this.#live.start();
  }

  #poll(): void {
    const { signal } = (this.#polling = new AbortController());
    onWake(() => void this.load(), signal);
    if (this.snapshot.visitor) return;
    const timer = setInterval(() => {
      if (globalThis.document?.visibilityState !== 'hidden') void this.load();
    }, pollInterval);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  #opened(): void {
    if (!this.snapshot.online) this.patch({ online: true });
    if (this.#wasOpen) void this.load();
    this.#wasOpen = true;
    // What happened between a store's answer and this moment was told to nobody.
    this.announce({ type: 'resync', data: {} });
  }
}

import type { LitElement } from 'lit';
import type { Session } from '../../../stores/session.js';
import { keepPlace, recallPlace, type Place } from './place.js';
import type { Room } from './rooms.js';

/** Which room somebody is in, and in which they have been. Begins where they were last. */
export class Whereabouts {
  readonly #host: LitElement;
  readonly #visited = new Set<Room>();
  #session: Session | undefined;
  #place: Place | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Undefined until it is known where to begin. */
  get place(): Place | undefined {
    return this.#place;
  }

  isVisited(room: Room): boolean {
    return this.#visited.has(room);
  }

  go(session: Session, place: Place): void {
    this.#session = session;
    this.#place = place;
    this.#host.requestUpdate();
    // Without storage it is forgotten with the page.
    void keepPlace(session, place).catch(() => {});
  }

  /** A room that is gone, or was never there, gives way to the first. */
  settle(session: Session, rooms: readonly Room[]): void {
    if (this.#session !== session) void this.#recall(session);
    if (!this.#place) return;
    const here = rooms.find(({ name }) => name === this.#place?.room) ?? rooms[0];
    if (!here) return;
    if (here.name !== this.#place.room) this.#place = { room: here.name, detail: false };
    this.#visited.add(here);
  }

  async #recall(session: Session): Promise<void> {
    this.#session = session;
    this.#place = undefined;
    this.#visited.clear();
    const place = await recallPlace(session);
    // Whoever has gone somewhere meanwhile stays there.
    if (this.#session !== session || this.#place) return;
    this.#place = place ?? { room: '', detail: false };
    this.#host.requestUpdate();
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Observable } from '../stores/observable.js';
import type { Session } from '../stores/session.js';
import { Frames } from './frames.js';

interface StoreHost extends ReactiveControllerHost {
  readonly session: Session | undefined;
  readonly isConnected: boolean;
}

/**
 * Follows one store of the host's session. `select` runs before each render and says which; when
 * the answer changes, the former store is let go.
 */
export class StoreController<Store extends Observable<object>> implements ReactiveController {
  #store: Store | undefined;
  #undo: (() => void) | undefined;
  /** News come many at a time: the first is drawn at once, what follows it with the next frame. */
  readonly #frames = new Frames(() => this.#store && this.#draw());
  readonly #host: StoreHost;
  readonly #select: (session: Session) => Store | undefined;
  readonly #draw: () => void;

  /** `draw` draws what the news are about. Default: the whole host. */
  constructor(
    host: StoreHost,
    select: (session: Session) => Store | undefined,
    draw = (): void => host.requestUpdate(),
  ) {
    this.#host = host;
    this.#select = select;
    this.#draw = draw;
    host.addController(this);
  }

  /** The store that is followed; undefined without a session, or while there is nothing to follow. */
  get store(): Store | undefined {
    return this.#store;
  }

  get snapshot(): Store['snapshot'] | undefined {
    return this.#store?.snapshot;
  }

  hostUpdate(): void {
    const { session, isConnected } = this.#host;
    this.#follow(session && isConnected ? this.#select(session) : undefined);
  }

  hostDisconnected(): void {
    // A tag that is only moved goes on with what it has.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#follow(undefined);
    });
  }

  #follow(next: Store | undefined): void {
    if (next === this.#store) return;
    this.#undo?.();
    this.#store = next;
    this.#undo = next?.subscribe(this.#frames.ask);
  }
}

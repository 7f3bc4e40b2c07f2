import type { LitElement, ReactiveController } from 'lit';
import type { Call } from '../stores/calls.js';
import type { Session } from '../stores/session.js';
import { StoreController } from './store-controller.js';

interface CalledHost extends LitElement {
  readonly session: Session | undefined;
}

/** Comes into view, and lets the focus land, when a button of another tag asks for it. */
export class Called implements ReactiveController {
  readonly #host: CalledHost;
  readonly #call: StoreController<Call>;
  readonly #land: () => void;

  /** `select` gives nothing where the tag shows something of its own, and not what was chosen. */
  constructor(host: CalledHost, select: (session: Session) => Call | undefined, land: () => void) {
    this.#host = host;
    this.#call = new StoreController(host, select);
    this.#land = land;
    host.addController(this);
  }

  hostUpdate(): void {
    const { store, snapshot } = this.#call;
    if (!store || !snapshot?.wanted) return;
    store.answer();
    void this.#host.updateComplete.then(() => {
      this.#host.scrollIntoView({ block: 'nearest' });
      this.#land();
    });
  }
}

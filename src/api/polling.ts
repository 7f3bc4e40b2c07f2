import { onWake } from './backoff.js';

/** Milliseconds between two looks at a backend that has no live stream. */
const interval = 10_000;

/** Asks for a look at the backend every now and then, and when the page wakes up. */
export class Polling {
  /** Never: between two looks nothing is known. */
  readonly isOpen = false;
  readonly #look: () => void;
  readonly #onWakeAlone: boolean;
  #end: AbortController | undefined;

  /** A visitor is served by looks on waking alone: nothing there is theirs. */
  constructor(look: () => void, visitor: boolean) {
    this.#look = look;
    this.#onWakeAlone = visitor;
  }

  start(): void {
    const { signal } = (this.#end = new AbortController());
    onWake(this.#look, signal);
    if (this.#onWakeAlone) return;
    const timer = setInterval(() => {
      if (globalThis.document?.visibilityState !== 'hidden') this.#look();
    }, interval);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  stop(): void {
    this.#end?.abort();
  }
}

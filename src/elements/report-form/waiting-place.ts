import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds after which a place in the queue is looked at again. */
const pace = 60_000;

/**
 * Looks again at what a report waits for, while somebody sees it: members hear no news of the
 * reports of others.
 */
export class WaitingPlace implements ReactiveController {
  readonly #look: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `look` does nothing where nothing waits. */
  constructor(host: ReactiveControllerHost, look: () => void) {
    this.#look = look;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') this.#look();
    }, pace);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}

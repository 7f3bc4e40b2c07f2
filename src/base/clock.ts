import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds between two looks; ages are told in minutes. */
const pace = 20_000;

/** Renders its host again as time passes, so that what it says of ages stays true. */
export class Clock implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), pace);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  /** Another one each time that ages have to be told anew. */
  get turn(): number {
    return Math.floor(Date.now() / pace);
  }
}

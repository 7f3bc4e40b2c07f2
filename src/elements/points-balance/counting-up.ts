import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds in which a number that has grown counts up. */
const duration = 500;

const isMotionWelcome = (): boolean =>
  matchMedia('(prefers-reduced-motion: no-preference)').matches;

/**
 * A number that counts up once when it has grown, if motion is welcome and somebody looks: what is
 * loaded, or has become less, stands there at once.
 */
export class CountingUp implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #of: object | undefined;
  #from = 0;
  #to = 0;
  #start = 0;
  #frame = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** What of a number is shown; a number `of` something else is another one. */
  shown(number: number, of: object | undefined): number {
    if (of !== this.#of) this.#stop();
    else if (number !== this.#to) this.#begin(number);
    this.#of = of;
    this.#to = number;
    return this.#frame ? this.#now() : number;
  }

  #begin(number: number): void {
    const from = this.#frame ? this.#now() : this.#to;
    this.#stop();
    if (number < from || document.hidden || !isMotionWelcome()) return;
    this.#from = from;
    this.#start = performance.now();
    this.#go();
  }

  #go(): void {
    this.#frame = requestAnimationFrame(() => {
      if (performance.now() - this.#start < duration) this.#go();
      else this.#stop();
      this.#host.requestUpdate();
    });
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #now(): number {
    const part = Math.min(1, (performance.now() - this.#start) / duration);
    const eased = 1 - (1 - part) ** 3;
    return Math.round(this.#from + (this.#to - this.#from) * eased);
  }
}

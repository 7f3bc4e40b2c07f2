import type { LitElement, ReactiveController } from 'lit';
import { watchSizes } from '../../base/size-turn.js';

/** Pixels from which the queue stands beside the report. */
const breadthForTwo = 720;

/** Whether its host is wide enough for the queue and a report side by side. */
export class Breadth implements ReactiveController {
  wide = false;
  #observer: ResizeObserver | undefined;
  #frame = 0;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = watchSizes(() => this.#remeasure());
    if (this.#host.hasUpdated) this.#observe();
  }

  /** Known before the first drawing, so that it need not be drawn twice. */
  hostUpdate(): void {
    if (!this.#host.hasUpdated) this.wide = this.#isWide;
  }

  hostUpdated(): void {
    this.#observe();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** The band's height never changes, so that what we render cannot set off another look. */
  #observe(): void {
    const band = this.#host.renderRoot.querySelector('.band');
    if (band) this.#observer?.observe(band);
  }

  get #isWide(): boolean {
    return this.#host.offsetWidth >= breadthForTwo;
  }

  /** Drawn with the next frame: within the observer's turn, what begins to be observed would fail. */
  #remeasure(): void {
    if (this.#isWide === this.wide) return;
    this.wide = this.#isWide;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#host.requestUpdate());
  }
}

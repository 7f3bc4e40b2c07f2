import type { LitElement, ReactiveController } from 'lit';

/** Pixels from which the queue stands beside the report. */
const breadthForTwo = 720;

/** Whether its host is wide enough for the queue and a report side by side. */
export class Breadth implements ReactiveController {
  wide = false;
  #observer: ResizeObserver | undefined;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(() => this.#measure());
    if (this.#host.hasUpdated) this.#observe();
  }

  hostUpdated(): void {
    this.#observe();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** The band's height never changes, so that what we render cannot set off another look. */
  #observe(): void {
    const band = this.#host.renderRoot.querySelector('.band');
    if (band) this.#observer?.observe(band);
  }

  #measure(): void {
    const wide = this.#host.offsetWidth >= breadthForTwo;
    if (wide === this.wide) return;
    this.wide = wide;
    this.#host.requestUpdate();
  }
}

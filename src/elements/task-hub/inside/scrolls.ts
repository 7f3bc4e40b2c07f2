import type { LitElement } from 'lit';

/** What is not shown forgets how far it was scrolled: this remembers it. */
export class Scrolls {
  readonly #host: LitElement;
  readonly #tops = new Map<string, number>();

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Before something is hidden. */
  keep(): void {
    for (const each of this.#shown) this.#tops.set(each.id, each.scrollTop);
  }

  /** After something is shown. */
  restore(): void {
    for (const each of this.#shown) {
      const top = this.#tops.get(each.id) ?? 0;
      if (each.scrollTop !== top) each.scrollTop = top;
    }
  }

  get #shown(): readonly HTMLElement[] {
    const all = this.#host.renderRoot.querySelectorAll<HTMLElement>('.scroll');
    return [...all].filter((each) => each.checkVisibility());
  }
}

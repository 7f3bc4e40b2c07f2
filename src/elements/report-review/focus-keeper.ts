import type { LitElement, ReactiveController } from 'lit';

/** The control that had the focus, and the place it was in. */
export interface Held {
  readonly element: HTMLElement;
  readonly zone: string;
}

const zoneOf = (element: Element | null): string =>
  element?.closest<HTMLElement>('[data-zone]')?.dataset['zone'] ?? '';

/** Sends the focus on when an update has taken away the control that had it. */
export class FocusKeeper implements ReactiveController {
  #held: Held | undefined;
  readonly #host: LitElement;
  readonly #landing: (held: Held) => HTMLElement | null;

  constructor(host: LitElement, landing: (held: Held) => HTMLElement | null) {
    this.#host = host;
    this.#landing = landing;
    host.addController(this);
  }

  hostUpdate(): void {
    const element = this.#inside;
    this.#held = element instanceof HTMLElement ? { element, zone: zoneOf(element) } : undefined;
  }

  hostUpdated(): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held || this.#inside || !this.isFree) return;
    const target = held.element.isConnected ? held.element : this.#landing(held);
    target?.focus();
  }

  /** Whether the focus is nowhere in particular, so that nobody is disturbed when it moves. */
  get isFree(): boolean {
    const { activeElement } = this.#host.ownerDocument;
    if (!activeElement || activeElement === this.#host.ownerDocument.body) return true;
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    return root.activeElement === this.#host && zoneOf(this.#inside) !== 'report';
  }

  get #inside(): Element | null {
    return this.#host.shadowRoot?.activeElement ?? null;
  }
}

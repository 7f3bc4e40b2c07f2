import { adoptStyles, type CSSResult, type LitElement } from 'lit';

/** A piece of a tag that its first paint does without; its code is fetched when it is asked for. */
export class Later<Piece> {
  readonly #host: LitElement;
  readonly #fetch: () => Promise<Piece>;
  #piece: Piece | undefined;
  #isOnItsWay = false;

  constructor(host: LitElement, fetch: () => Promise<Piece>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** Undefined until it is there; the host is then drawn again. What failed is asked for anew. */
  get piece(): Piece | undefined {
    void this.fetch();
    return this.#piece;
  }

  /** The piece if it is there; nothing is fetched for this. */
  get here(): Piece | undefined {
    return this.#piece;
  }

  /** Has it come before it is needed. */
  async fetch(): Promise<void> {
    if (this.#piece || this.#isOnItsWay) return;
    this.#isOnItsWay = true;
    try {
      this.#piece = await this.#fetch();
      this.#host.requestUpdate();
    } catch {
      // The next update of the host asks again.
    } finally {
      this.#isOnItsWay = false;
    }
  }
}

/** Milliseconds after which a browser that cannot tell whether it is idle is taken to be. */
const moment = 200;

/** Calls when the browser has nothing better to do. Safari cannot tell. */
export const whenIdle = (work: () => void): unknown =>
  'requestIdleCallback' in window ? requestIdleCallback(work) : setTimeout(work, moment);

/** Adds the styles of a piece that came later. */
export const addStyles = ({ shadowRoot }: LitElement, ...styles: CSSResult[]): void => {
  if (shadowRoot) adoptStyles(shadowRoot, [...shadowRoot.adoptedStyleSheets, ...styles]);
};

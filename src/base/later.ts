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
    if (!this.#piece && !this.#isOnItsWay) void this.#bring();
    return this.#piece;
  }

  async #bring(): Promise<void> {
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

/** Adds the styles of a piece that came later. */
export const addStyles = ({ shadowRoot }: LitElement, ...styles: CSSResult[]): void => {
  if (shadowRoot) adoptStyles(shadowRoot, [...shadowRoot.adoptedStyleSheets, ...styles]);
};

import { adoptStyles, type CSSResult, type LitElement } from 'lit';

type Fetch<Piece> = () => Promise<Piece>;

/** Pieces that are there, by what fetches them: an `import()` takes a while also the second time. */
const arrived = new WeakMap<Fetch<unknown>, unknown>();

/** Fetches a piece that whatever is fetched by the same function finds there from then on. */
export async function fetchOnce<Piece>(fetch: Fetch<Piece>): Promise<Piece> {
  if (!arrived.has(fetch)) arrived.set(fetch, await fetch());
  return arrived.get(fetch) as Piece;
}

/** A piece of a tag that its first paint does without; its code is fetched when it is asked for. */
export class Later<Piece> {
  readonly #host: LitElement;
  readonly #fetch: Fetch<Piece>;
  #coming: Promise<void> | undefined;

  constructor(host: LitElement, fetch: Fetch<Piece>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  /** Undefined until it is there; the host is then drawn again. What failed is asked for anew. */
  get piece(): Piece | undefined {
    void this.fetch();
    return this.here;
  }

  /** The piece if it is there; nothing is fetched for this. */
  get here(): Piece | undefined {
    return arrived.get(this.#fetch) as Piece | undefined;
  }

  /** Has it come before it is needed; resolves when it is there, or has failed to come. */
  fetch(): Promise<void> {
    return (this.#coming ??= this.#bring());
  }

  async #bring(): Promise<void> {
    try {
      if (arrived.has(this.#fetch)) return;
      await fetchOnce(this.#fetch);
      this.#host.requestUpdate();
    } catch {
      // The next update of the host asks again.
      this.#coming = undefined;
    }
  }
}

/** Adds the styles of a piece that came later. */
export const addStyles = ({ shadowRoot }: LitElement, ...styles: CSSResult[]): void => {
  if (shadowRoot) adoptStyles(shadowRoot, [...shadowRoot.adoptedStyleSheets, ...styles]);
};

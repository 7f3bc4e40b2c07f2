import type { LitElement } from 'lit';
import { define, siblingName } from '../../../base/define.js';
import type { Piece } from './rooms.js';

interface PiecesHost extends LitElement {
  /** What the tags of this page are called by before their own name. */
  readonly tagPrefix: string;
}

/** The tags of the rooms: one element each, fetched and made when it is first asked for. */
export class Pieces {
  readonly #host: PiecesHost;
  readonly #made = new Map<string, HTMLElement>();
  readonly #coming = new Set<string>();
  readonly #failed = new Set<string>();

  constructor(host: PiecesHost) {
    this.#host = host;
  }

  /** Undefined until it is there; the host is then drawn again. */
  of(piece: Piece): HTMLElement | undefined {
    const { tag } = piece;
    if (!this.#made.has(tag) && !this.#coming.has(tag) && !this.#failed.has(tag)) {
      void this.#bring(piece);
    }
    return this.#made.get(tag);
  }

  hasFailed({ tag }: Piece): boolean {
    return this.#failed.has(tag);
  }

  readonly retry = (): void => {
    this.#failed.clear();
    this.#host.requestUpdate();
  };

  async #bring(piece: Piece): Promise<void> {
    const { tag, load, layout } = piece;
    this.#coming.add(tag);
    try {
      define(await load(), this.#host.tagPrefix);
      const made = document.createElement(siblingName(this.#host, piece));
      if (layout) made.setAttribute('layout', layout);
      this.#made.set(tag, made);
    } catch {
      this.#failed.add(tag);
    }
    this.#coming.delete(tag);
    this.#host.requestUpdate();
  }
}

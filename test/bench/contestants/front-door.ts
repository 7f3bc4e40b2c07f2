import '../../../src/elements/task-provider/task-provider.js';
import type { TaskCard } from '../data.js';
import { frame } from '../page/frames.js';
import type { Cards, MakeCards } from '../page/list-bench.js';
import { token } from './site.js';

/** A site that shows cards as what its tag lists. */
export interface CardSite {
  readonly fetch: typeof globalThis.fetch;
  heard(): Promise<void>;
  fill(cards: readonly TaskCard[]): void;
  foresee(cards: readonly TaskCard[]): void;
  edit(): void;
  resync(): void;
}

/**
 * Our tag as a page uses it, in a box that scrolls; a page of 50 follows the other. It is made
 * empty, as all that take part: its site has nothing yet.
 */
class FrontDoor implements Cards {
  readonly #site: CardSite;
  readonly #scroller = document.createElement('div');
  readonly #provider = document.createElement('task-provider');

  constructor(host: HTMLElement, tag: string, site: CardSite) {
    this.#site = site;
    this.#scroller.className = 'cards';
    this.#provider.setAttribute('endpoint', '/api');
    this.#provider.getToken = token;
    this.#provider.fetch = this.#site.fetch;
    this.#provider.append(document.createElement(tag));
    this.#scroller.append(this.#provider);
    host.append(this.#scroller);
  }

  connected(): Promise<void> {
    return this.#site.heard();
  }

  prepare(cards: readonly TaskCard[]): void {
    this.#site.fill(cards);
  }

  show(): void {
    this.#site.resync();
  }

  foresee(cards: readonly TaskCard[]): void {
    this.#site.foresee(cards);
  }

  update(): void {
    this.#site.edit();
  }

  /** Scrolls down as a reader does, until there is no more. */
  async loadAll(): Promise<void> {
    const scroller = this.#scroller;
    for (let idle = 0; idle < 20; idle += 1) {
      const { scrollHeight } = scroller;
      scroller.scrollTop = scrollHeight;
      await frame();
      if (scroller.scrollHeight > scrollHeight + 500) idle = 0;
    }
    scroller.scrollTop = 0;
    await frame();
  }

  scroller(): HTMLElement {
    return this.#scroller;
  }

  destroy(): void {
    this.#scroller.remove();
  }
}

/** Makes a tag that lists what its site has. */
export const listing =
  (tag: string, newSite: () => CardSite): MakeCards =>
  async (host) => {
    const cards = new FrontDoor(host, tag, newSite());
    await cards.connected();
    return cards;
  };

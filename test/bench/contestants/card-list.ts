import type { TaskCard } from '../data.js';
import { Archive } from './archive.js';
import { Site } from './site.js';

/** What of the contract a card is shown as. */
interface Listed {
  readonly id: string;
}

/** A site that lists cards at one path. */
export abstract class CardList<Item extends Listed> extends Site {
  protected abstract readonly path: string;
  /** Grows with each edit. */
  protected version = 1;
  readonly #items = new Archive();
  /** Edited items, by id. */
  readonly #edited = new Map<string, string>();

  protected abstract itemOf(card: TaskCard): Item;
  protected abstract tellOf(item: Item): void;

  fill(cards: readonly TaskCard[]): void {
    this.#items.fill(cards.map((card) => this.itemOf(card)));
  }

  /** Tells of an edited card, as the live stream does. */
  edit(card: TaskCard): void {
    this.version += 1;
    const item = this.itemOf(card);
    this.#edited.set(item.id, JSON.stringify(item));
    this.tellOf(item);
  }

  /** Has the tags ask for everything again. */
  resync(): void {
    this.tell('resync', '{}');
  }

  protected find(path: string, query: URLSearchParams): string | undefined {
    if (path !== this.path) return this.#edited.get(path.replace(`${this.path}/`, ''));
    const start = Number(query.get('after') ?? 0);
    const end = start + Number(query.get('limit') ?? 50);
    const next = end < this.#items.length ? `"${end}"` : null;
    return `{"items":${this.#items.list(start, end)},"next":${next}}`;
  }
}

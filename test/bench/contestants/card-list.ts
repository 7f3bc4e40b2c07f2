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
  #coming: { readonly id: string; readonly piece: string; readonly event: Uint8Array }[] = [];
  readonly #items = new Archive();
  /** Edited items, by id. */
  readonly #edited = new Map<string, string>();

  protected abstract itemOf(card: TaskCard): Item;
  /** What the stream tells of an item. */
  protected abstract eventOf(item: Item): Uint8Array;

  fill(cards: readonly TaskCard[]): void {
    this.#items.fill(cards.map((card) => this.itemOf(card)));
  }

  /** Gets ready what it will tell: that is another machine's work. */
  foresee(cards: readonly TaskCard[]): void {
    this.#coming = cards.map((card) => {
      this.version += 1;
      const item = this.itemOf(card);
      return { id: item.id, piece: JSON.stringify(item), event: this.eventOf(item) };
    });
  }

  /** Tells of the next edit that was foreseen, as the live stream does. */
  edit(): void {
    const { id, piece, event } = this.#coming.shift()!;
    this.#edited.set(id, piece);
    this.send(event);
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

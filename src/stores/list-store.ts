import { ApiError } from '../api/api-error.js';
import { limits } from '../contract/limits.js';
import type { Page } from '../contract/page.js';
import type { Snapshot } from './loader.js';
import { merge } from './list-order.js';
import { Store } from './store.js';

export interface ListSnapshot<Item> extends Snapshot {
  readonly items: readonly Item[];
  /** Whether a next page exists. */
  readonly more: boolean;
  readonly loadingMore: boolean;
}

export interface PageRequest {
  readonly after: string | undefined;
  readonly limit: number;
}

export const emptyList = {
  status: 'idle',
  problem: null,
  items: [],
  more: false,
  loadingMore: false,
} as const;

/** A list that grows page by page and is brought up to date as far as it has grown. */
export abstract class ListStore<
  Item extends { readonly id: string },
  S extends ListSnapshot<Item> = ListSnapshot<Item>,
> extends Store<S> {
  #next: string | undefined;

  protected abstract page(request: PageRequest, signal?: AbortSignal): Promise<Page<Item>>;

  /** What a page tells beside its items. */
  protected beside(_page: Page<Item>): Partial<S> {
    return {};
  }

  /** Adds the next page. */
  async loadMore(): Promise<void> {
    if (!this.#next || this.snapshot.loadingMore) return;
    this.#tell({ loadingMore: true, problem: null });
    try {
      await this.bring(() => this.#nextPage());
    } catch (error) {
      this.#tell({ problem: ApiError.from(error) });
    } finally {
      this.#tell({ loadingMore: false });
    }
  }

  /** Asks once more if the list was meanwhile loaded anew, and ends elsewhere. */
  async #nextPage(): Promise<Partial<S>> {
    let after: string | undefined;
    let page: Page<Item> | undefined;
    while (this.#next && after !== this.#next) {
      after = this.#next;
      page = await this.page({ after, limit: limits.page });
    }
    return page && this.#next ? this.#facts(merge(this.snapshot.items, page.items), page) : {};
  }

  protected async fetch(signal: AbortSignal): Promise<Partial<S>> {
    // It may grow while this is on its way.
    const wanted = (): number => Math.max(limits.page, this.snapshot.items.length);
    let items: readonly Item[] = [];
    let page: Page<Item> | undefined;
    do {
      const limit = Math.min(limits.pageMost, wanted() - items.length);
      page = await this.page({ after: page?.next ?? undefined, limit }, signal);
      items = merge(items, page.items);
    } while (page.next && items.length < wanted());
    return this.#facts(items, page);
  }

  #facts(items: readonly Item[], page: Page<Item>): Partial<S> {
    this.#next = page.next ?? undefined;
    return { ...this.beside(page), items, more: page.next !== null };
  }

  #tell(facts: Partial<ListSnapshot<Item>>): void {
    this.publish({ ...this.snapshot, ...facts });
  }
}

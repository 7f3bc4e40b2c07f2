import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { ListSnapshot } from '../../stores/list-store.js';
import { Later } from '../later.js';
import type { Locale } from '../locale.js';
import { problemSentence } from '../problem-words.js';
import { Shown } from '../shown.js';
import type { Scene } from './rehearsal.js';
import { fetchPageCode } from './window-code.js';
import type { WindowedPage } from './windowed-page.js';
import type { WindowedRowsOptions } from './windowed-rows-options.js';

interface Pages<Item> {
  readonly snapshot: ListSnapshot<Item>;
  load(): Promise<void>;
  loadMore(): Promise<void>;
}

interface ListHost extends LitElement {
  readonly locale: Locale;
}

/** Where a row stands in the whole list, for its `aria-posinset` and `aria-setsize`. */
export interface Position {
  /** From 1. */
  readonly place: number;
  /** -1 while nobody knows how many there are. */
  readonly count: number;
}

/** A list that a tag shows, and how. */
export interface PagedListOptions<Item> {
  readonly pages: () => Pages<Item> | undefined;
  readonly row: (item: Item, position: Position) => TemplateResult;
  /** What rows show beside their items: all are drawn again when something of it has changed. */
  readonly beside: () => readonly unknown[];
  /** How high a row is, in pixels, until it is drawn. */
  readonly estimate: (columns: number) => number;
  /** Finds what can have the focus in a row. */
  readonly control: string;
  /** Whether the rows stand in a grid. */
  readonly isGrid?: boolean;
  /** What is drawn out of sight, so that the first answer is drawn sooner. Default: nothing. */
  readonly rehearsal?: () => Promise<Scene<Item>>;
  /** As in a windowed list. */
  readonly held?: () => string | null;
}

/** Whether two lists differ in their items alone, of which there are as many. */
const hasOtherItems = <Item>(
  former: ListSnapshot<Item> | undefined,
  { items, ...next }: ListSnapshot<Item>,
): boolean =>
  former?.items.length === items.length &&
  (Object.keys(next) as (keyof typeof next)[]).every((fact) => former[fact] === next[fact]);

/** Rows from the end of what is loaded at which the next page is fetched. */
const ahead = 10;

/**
 * A list that comes page by page, of which only the rows in view are in the page. The next page is
 * fetched as the reader nears the end; the button below leads there too, and after a failure alone.
 */
export class PagedList<Item extends { readonly id: string }> implements ReactiveController {
  readonly #host: ListHost;
  readonly #options: PagedListOptions<Item>;
  /** It comes while the first answer is on its way. */
  readonly #window: Later<Awaited<ReturnType<typeof fetchPageCode>>>;
  #list: HTMLElement | undefined;
  #rows: WindowedPage<Item> | undefined;
  readonly #beside = new Shown();
  /** The list as its host was last drawn with. */
  #drawn: ListSnapshot<Item> | undefined;
  /** How many rows there were when the button got the focus. */
  #heldAt = -1;
  #isRehearsed = false;

  constructor(host: ListHost, options: PagedListOptions<Item>) {
    this.#host = host;
    this.#options = options;
    this.#window = new Later(host, fetchPageCode);
    host.addController(this);
  }

  /** Whether the rows can be drawn; until then the host shows that it loads. */
  get isReady(): boolean {
    return this.#window.piece !== undefined;
  }

  /** Brings a row into view, and gives what can have the focus there. */
  reveal(id: string): HTMLElement | null {
    return this.controlOf(id) ?? this.#controlIn(this.#rows?.reveal(id));
  }

  /** What can have the focus in a row that is in the page. */
  controlOf(id: string): HTMLElement | null {
    return this.#controlIn(this.#rows?.elementOf(id));
  }

  /** Draws the rows if nothing but them has changed; else the host. */
  readonly draw = (): void => {
    const next = this.#snapshot;
    if (!this.#rows || !next || !hasOtherItems(this.#drawn, next)) this.#host.requestUpdate();
    else this.#rows.draw(next.items);
  };

  hostUpdated(): void {
    this.#drawn = this.#snapshot;
    const list = this.#host.renderRoot.querySelector<HTMLElement>('[part="list"]') ?? undefined;
    if (list !== this.#list) this.#change(list);
    if (this.#drawn && this.isReady && !this.#isRehearsed) void this.#rehearse();
    const items = this.#snapshot?.items ?? [];
    const beside = [this.#count, this.#host.locale.lang(), ...this.#options.beside()];
    if (this.#beside.isOther(...beside)) this.#rows?.expire();
    this.#rows?.draw(items);
    this.#goOn(items);
  }

  hostConnected(): void {
    void this.#window.fetch();
    this.#rows?.connect();
  }

  hostDisconnected(): void {
    this.#rows?.disconnect();
  }

  /** The way to the next page, while there is one, and why it did not come. */
  more(): unknown {
    const { more, problem, loadingMore } = this.#snapshot ?? {};
    if (!more) return nothing;
    return html`
      <button
        class="button more"
        type="button"
        aria-disabled=${loadingMore ? 'true' : 'false'}
        @click=${() => this.#add()}
      >
        ${this.#host.locale.term('more')}
      </button>
      <p class="muted small" role="status">
        ${problem ? problemSentence(problem.code, this.#host.locale) : nothing}
      </p>
    `;
  }

  get #snapshot(): ListSnapshot<Item> | undefined {
    return this.#options.pages()?.snapshot;
  }

  #change(list: HTMLElement | undefined): void {
    this.#rows?.disconnect();
    this.#list = list;
    this.#rows = list && this.#windowOf(list);
    this.#rows?.connect();
  }

  async #rehearse(): Promise<void> {
    this.#isRehearsed = true;
    const scene = await this.#options.rehearsal?.();
    if (!scene) return;
    this.#window.here!.rehearse(this.#host, scene, this.#rowOptions, () => Boolean(this.#rows));
  }

  #windowOf(list: HTMLElement): WindowedPage<Item> | undefined {
    const columns = (): number =>
      this.#options.isGrid ? getComputedStyle(list).gridTemplateColumns.split(' ').length : 1;
    const options = { ...this.#rowOptions, list, columns, onRange: () => this.#look() };
    const code = this.#window.here;
    return code && new code.WindowedPage<Item>(options);
  }

  /** As a windowed list wants them, wherever it stands. */
  get #rowOptions(): Omit<WindowedRowsOptions<Item>, 'list'> {
    const { row, estimate, held = () => null } = this.#options;
    return {
      keyOf: ({ id }: Item) => id,
      row: (item: Item, index: number) => row(item, { place: index + 1, count: this.#count }),
      estimate: (_: Item, count: number) => estimate(count),
      isReused: true,
      held,
    };
  }

  get #count(): number {
    const { items = [], more } = this.#snapshot ?? {};
    return more ? -1 : items.length;
  }

  #look(): void {
    const { items, more, loadingMore, problem } = this.#snapshot ?? {};
    if (!items || !more || loadingMore || problem) return;
    // This may be the end of an update, and the store's answer begins another.
    if (this.#rows!.view[1] > items.length - ahead) {
      queueMicrotask(() => void this.#options.pages()?.loadMore());
    }
  }

  async #add(): Promise<void> {
    const pages = this.#options.pages();
    await pages?.loadMore();
    // What is there is asked for again, until that succeeds: then one can be told to go on.
    if (pages?.snapshot.problem) void pages.load();
  }

  /** When the last page has come, its first row takes the focus that the button had. */
  #goOn(items: readonly Item[]): void {
    const focused = this.#host.shadowRoot?.activeElement;
    const { activeElement, body } = this.#host.ownerDocument;
    const next = items[this.#heldAt];
    this.#heldAt = focused?.matches('.more') ? items.length : -1;
    // Somebody who has gone elsewhere meanwhile is left there.
    if (next && !this.#snapshot?.more && activeElement === body) this.reveal(next.id)?.focus();
  }

  #controlIn(row: HTMLElement | undefined): HTMLElement | null {
    return row?.querySelector<HTMLElement>(this.#options.control) ?? null;
  }
}

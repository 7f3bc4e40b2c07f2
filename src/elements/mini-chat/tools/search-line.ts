import { html, nothing, type TemplateResult } from 'lit';
import { crossIcon, upIcon } from '../../../base/icons.js';
import { isTaken } from '../../../base/keys.js';
import { problemLine } from '../../../base/trouble.js';
import { limits } from '../../../contract/limits.js';
import type { Message } from '../../../contract/message.js';
import { MessageSearch } from '../../../stores/dialogue/message-search.js';
import { matchCount } from './match-count.js';
import { Part } from '../part.js';
import type { ToolsView } from './tools-view.js';

/** What the search asks for. */
export interface SearchRequests {
  /** Shows a message, however far back it is, unless `signal` says that it is no longer wanted. */
  reveal(message: string, signal: AbortSignal): Promise<unknown>;
  /** Something else is found, or shown. */
  found(): void;
  close(): void;
}

/** The search in one dialogue. The newest hit comes first, and one goes on to older ones. */
export class SearchLine extends Part {
  readonly #requests: SearchRequests;
  #view: ToolsView | undefined;
  #store: MessageSearch | undefined;
  #leave = (): void => {};
  #index = -1;
  #wish = new AbortController();
  #isOnItsWay = false;

  constructor(requests: SearchRequests) {
    super();
    this.root.className = 'search';
    this.root.part = 'search';
    this.#requests = requests;
  }

  /** What is looked for. */
  get q(): string {
    return this.#store?.snapshot.q ?? '';
  }

  /** The id of the message that is shown as found. */
  get found(): string {
    return this.#hit?.id ?? '';
  }

  /** The ids of all messages that were found so far. */
  get hits(): readonly string[] {
    return this.#store?.snapshot.hits.map(({ id }) => id) ?? [];
  }

  get #hit(): Message | undefined {
    return this.#store?.snapshot.hits[this.#index];
  }

  /** Opens with an empty field, which gets the focus; later calls keep what is there. */
  show(view: ToolsView): void {
    this.#view = view;
    if (this.#store) return this.draw();
    const store = (this.#store = new MessageSearch(view.session, view.reportId));
    this.#leave = store.subscribe(() => this.#heard());
    this.draw();
    this.find<HTMLInputElement>('input')!.value = '';
    this.focus();
  }

  focus(): void {
    this.find('input')?.focus({ preventScroll: true });
  }

  /** Lets go of everything. */
  close(): void {
    this.#leave();
    this.#store = undefined;
    this.#forget();
  }

  #forget(): void {
    this.#wish.abort();
    this.#index = -1;
    this.#isOnItsWay = false;
  }

  #ask = (event: Event): void => {
    this.#forget();
    this.#store?.ask((event.target as HTMLInputElement).value);
  };

  /** The first hit is shown at once. */
  #heard(): void {
    if (this.#index < 0 && this.#store?.snapshot.hits.length) void this.#go(0);
    this.draw();
    this.#requests.found();
  }

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isTaken(event)) return;
    event.preventDefault();
    void this.#step(event.shiftKey ? -1 : 1);
  };

  /** To the next older hit, or back to a newer one. */
  async #step(step: 1 | -1): Promise<void> {
    const store = this.#store;
    const index = this.#index + step;
    if (index >= (store?.snapshot.hits.length ?? 0)) await store?.more();
    if (store === this.#store && index !== this.#index) await this.#go(index);
  }

  async #go(index: number): Promise<void> {
    const hit = this.#store?.snapshot.hits[index];
    if (!hit) return;
    this.#wish.abort();
    const { signal } = (this.#wish = new AbortController());
    this.#index = index;
    this.#isOnItsWay = true;
    this.draw();
    await this.#requests.reveal(hit.id, signal);
    if (signal.aborted) return;
    this.#isOnItsWay = false;
    this.draw();
    this.#requests.found();
  }

  protected override template(): unknown {
    const { locale } = this.#view!;
    const { problem, hits, more } = this.#store?.snapshot ?? {};
    const label = locale.term('searchMessages');
    const isLast = !more && this.#index + 1 >= (hits?.length ?? 0);
    return html`
      <div class="find" role="search">
        <div class="query" @keydown=${this.#key}>
          <input
            class="field"
            part="search-field"
            maxlength=${limits.search}
            aria-label=${label}
            placeholder=${label}
            autocomplete="off"
            .enterKeyHint=${'search'}
            @input=${this.#ask}
          />
          <p class="count muted" role="status">${this.#count}</p>
        </div>
        ${this.#button('olderMatch', '', isLast, () => void this.#step(1))}
        ${this.#button('newerMatch', 'down', this.#index < 1, () => void this.#step(-1))}
        <button
          class="button quiet square"
          type="button"
          aria-label=${locale.term('closeSearch')}
          title=${locale.term('closeSearch')}
          @click=${() => this.#requests.close()}
        >
          ${crossIcon()}
        </button>
      </div>
      ${problem ? problemLine(problem, locale, () => this.#store?.retry()) : nothing}
    `;
  }

  get #count(): unknown {
    const { locale } = this.#view!;
    return this.#store && matchCount(this.#store.snapshot, this.#index, this.#isOnItsWay, locale);
  }

  #button(
    word: 'olderMatch' | 'newerMatch',
    kind: string,
    isOff: boolean,
    press: () => void,
  ): TemplateResult {
    const label = this.#view!.locale.term(word);
    return html`<button
      class="button quiet square ${kind}"
      type="button"
      aria-label=${label}
      title=${label}
      aria-disabled=${isOff ? 'true' : 'false'}
      @click=${press}
    >
      ${upIcon()}
    </button>`;
  }
}

import { html, nothing, type LitElement } from 'lit';
import { searchIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import type { Session } from '../../../stores/session.js';

interface SearchingHost extends LitElement {
  readonly locale: Locale;
}

/** Whether the search of a dialogue is open, and the button that opens it. */
export class Searching {
  readonly #host: SearchingHost;
  #isOpen = false;

  constructor(host: SearchingHost) {
    this.#host = host;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  close(): void {
    if (this.#isOpen) this.toggle();
  }

  readonly toggle = (): void => {
    this.#isOpen = !this.#isOpen;
    this.#host.requestUpdate();
  };

  /** Nothing if the backend has no search. */
  button({ connection }: Session): unknown {
    if (!connection.snapshot.service?.capabilities.search) return nothing;
    const label = this.#host.locale.term('searchMessages');
    return html`<button
      class="button quiet square"
      part="search-button"
      type="button"
      aria-label=${label}
      title=${label}
      aria-expanded=${this.#isOpen ? 'true' : 'false'}
      @click=${this.toggle}
    >
      ${searchIcon()}
    </button>`;
  }
}

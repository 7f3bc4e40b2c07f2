import { html, nothing, type ReactiveControllerHost } from 'lit';
import type { Locale } from '../../../base/locale.js';
import { SignInEvent } from '../task-events.js';

interface SignInHost extends ReactiveControllerHost, EventTarget {
  readonly locale: Locale;
  readonly signInUrl: string | undefined;
}

/** The way for a visitor: where the page says, or what the page does when it hears of it. */
export class SignIn {
  /** Whether the page has named no way, and done nothing when it was asked. */
  isUnanswered = false;
  readonly #host: SignInHost;
  readonly #keep: () => void;

  /** `keep` is called before the page is left. */
  constructor(host: SignInHost, keep: () => void) {
    this.#host = host;
    this.#keep = keep;
  }

  render(kind = ''): unknown {
    const { locale, signInUrl } = this.#host;
    const words = locale.term('signInToEarn');
    const press = (event: Event): void => this.#press(event);
    if (this.isUnanswered) {
      return kind ? html`<p role="status">${locale.term('signInHere')}</p>` : nothing;
    }
    return signInUrl
      ? html`<a class="button ${kind}" part="sign-in" href=${signInUrl} @click=${press}
          >${words}</a
        >`
      : html`<button class="button ${kind}" part="sign-in" type="button" @click=${press}>
          ${words}
        </button>`;
  }

  #press(event: Event): void {
    this.#keep();
    const { signInUrl } = this.#host;
    if (!this.#host.dispatchEvent(new SignInEvent())) return event.preventDefault();
    if (signInUrl) return;
    this.isUnanswered = true;
    this.#host.requestUpdate();
  }
}

import { ContextProvider } from '@lit/context';
import { LitElement, css, html, type PropertyDeclarations } from 'lit';
import { define } from '../../base/define.js';
import { formatNumber } from '../../base/format.js';
import { fetchOnce } from '../../base/later.js';
import { whenIdle } from '../../base/when-idle.js';
import { sessionContext } from '../../base/session-context.js';
import { fetchPageCode } from '../../base/list/window-code.js';
import { openSession } from '../../stores/open-session.js';
import { releaseSession, type Session, type SessionConfiguration } from '../../stores/session.js';

/** The provider has a session; `session` speaks to the backend for every tag inside. */
export class SessionReadyEvent extends Event {
  static readonly eventName = 'session-ready';

  constructor(readonly session: Session) {
    super(SessionReadyEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'session-ready': SessionReadyEvent;
  }
}

/**
 * @summary Connects every tag inside it to one backend, as one person.
 * @slot - The page's own content, with our tags in it.
 * @fires session-ready - A session has begun: at first, and after each change of the attributes.
 */
export class TaskProvider extends LitElement {
  static readonly tag = 'task-provider';
  static override readonly properties: PropertyDeclarations = {
    endpoint: {},
    tokenUrl: { attribute: 'token-url' },
    site: {},
    signInUrl: { attribute: 'sign-in-url' },
    locale: {},
    getToken: { attribute: false },
    fetch: { attribute: false },
  };
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** The backend's address, as `https://example.org/api/v1`. */
  endpoint = '';

  /** Where the host's own site gives out this visitor's token, asked with the site's cookies. */
  tokenUrl = '';

  /** The site whose published tasks a visitor without a token sees. */
  site = '';

  /** Where a visitor signs in. */
  signInUrl = '';

  /** The language of all tags inside, as `ar` or `en-GB`. Default: the page's. */
  locale = '';

  /** Gives the token, in place of `token-url`. Asked again before the token ends. */
  getToken?: () => Promise<string>;

  /** Takes the place of the page's `fetch` for requests to the endpoint. */
  fetch?: typeof globalThis.fetch;

  readonly #context = new ContextProvider(this, { context: sessionContext });
  #session: Session | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A provider that is only moved keeps its session.
    queueMicrotask(() => {
      if (!this.isConnected) this.#hold(undefined);
    });
  }

  override updated(): void {
    if (this.isConnected) this.#hold(this.endpoint ? this.#configuration() : undefined);
  }

  #configuration(): SessionConfiguration {
    const { endpoint, tokenUrl, site, getToken, fetch } = this;
    return {
      endpoint,
      ...(tokenUrl && { tokenUrl }),
      ...(site && { site }),
      ...(getToken && { getToken }),
      ...(fetch && { fetch }),
    };
  }

  /** Takes the next session before it lets the former go, so that one and the same stays. */
  #hold(configuration: SessionConfiguration | undefined): void {
    const former = this.#session;
    this.#session = configuration && openSession(configuration);
    if (former) releaseSession(former);
    this.#context.setValue({
      session: this.#session,
      signInUrl: this.signInUrl || undefined,
      locale: this.locale || undefined,
    });
    if (this.#session && this.#session !== former) {
      this.dispatchEvent(new SessionReadyEvent(this.#session));
      prepare();
    }
  }

  override render() {
    return html`<slot></slot>`;
  }
}

/** What most tags inside will need; what does not come here they ask for. */
function prepare(): void {
  whenIdle(() => void fetchOnce(fetchPageCode).catch(() => {}));
  // In any language: the browser is slow to make the first one.
  whenIdle(() => formatNumber(0, 'en'));
}

define(TaskProvider);

declare global {
  interface HTMLElementTagNameMap {
    'task-provider': TaskProvider;
  }
}

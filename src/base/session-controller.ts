import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { openSession } from '../stores/open-session.js';
import { releaseSession, type Session, type SessionConfiguration } from '../stores/session.js';
import { sessionContext, type Provided } from './session-context.js';

/** A tag that may name its own backend. */
export interface SessionHost extends LitElement {
  endpoint: string;
  tokenUrl: string;
}

/**
 * The session of a tag: its own, if it has an endpoint, else the provider's. It acquires in the
 * update, so that two attributes changed together make one session.
 */
export class SessionController implements ReactiveController {
  #own: Session | undefined;
  #named = '';
  readonly #host: SessionHost;
  readonly #provider: ContextConsumer<typeof sessionContext, SessionHost>;

  constructor(host: SessionHost) {
    this.#host = host;
    this.#provider = new ContextConsumer(host, { context: sessionContext, subscribe: true });
    host.addController(this);
  }

  get provided(): Provided | undefined {
    return this.#provider.value;
  }

  get session(): Session | undefined {
    return this.#host.endpoint ? this.#own : this.provided?.session;
  }

  /** Neither an endpoint nor a provider: somebody has to be told what to write. */
  get unplaced(): boolean {
    return !this.#host.endpoint && !this.provided;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
    this.#awaitProvider();
  }

  hostUpdate(): void {
    const { endpoint, tokenUrl, isConnected } = this.#host;
    this.#exchange(isConnected ? { endpoint, ...(tokenUrl && { tokenUrl }) } : undefined);
  }

  hostDisconnected(): void {
    // A tag that is only moved keeps its session.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#exchange(undefined);
    });
  }

  #exchange(configuration: SessionConfiguration | undefined): void {
    const named = configuration?.endpoint ? JSON.stringify(configuration) : '';
    if (named === this.#named) return;
    const former = this.#own;
    this.#named = named;
    this.#own = configuration && named ? openSession(configuration) : undefined;
    if (former) releaseSession(former);
  }

  /** A provider that is defined later than its children has not heard their request. */
  #awaitProvider(): void {
    if (this.provided) return;
    const provider = this.#host.closest('task-provider:not(:defined)');
    if (!provider) return;
    void customElements.whenDefined(provider.localName).then(() => this.#provider.hostConnected());
  }
}

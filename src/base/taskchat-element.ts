import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ApiError, ErrorCode } from '../api/api-error.js';
import type { Observable } from '../stores/observable.js';
import type { Session } from '../stores/session.js';
import { controlStyles } from './controls.styles.js';
import { TaskchatErrorEvent } from './error-event.js';
import { frameStyles } from './frame.styles.js';
import { Locale } from './locale.js';
import { emptyNotice, offlineLine, problemLine, problemNotice, skeleton } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import { SessionController } from './session-controller.js';
import { statusStyles } from './status.styles.js';
import { StoreController } from './store-controller.js';
import { tokens } from './tokens.styles.js';

/** What an element shows: one store whose snapshot has a status, and which can be asked again. */
export type MainStore = Observable<{
  readonly status: string;
  readonly problem: ApiError | null;
}> & {
  retry(): void;
};

export type Phase = 'unplaced' | 'visitor' | 'loading' | 'problem' | 'empty' | 'ready';

const states = ['loading', 'empty', 'problem'] as const;

/**
 * The ground of every tag that shows something: it finds the session, follows one main store,
 * and draws the frame with what the store's status asks for. A tag says its heading, what empty
 * means, and the picture when all is there.
 */
export abstract class TaskchatElement extends LitElement {
  static override styles: CSSResultGroup = [
    tokens,
    frameStyles,
    controlStyles,
    noticeStyles,
    statusStyles,
  ];

  /** The backend's address, as `https://example.org/api/v1`. Default: the provider's. */
  @property() endpoint = '';

  /** Where the host's own site gives out this visitor's token. Default: the provider's. */
  @property({ attribute: 'token-url' }) tokenUrl = '';

  readonly locale = new Locale(this);
  readonly #internals = this.attachInternals();
  readonly #sessions = new SessionController(this);
  readonly #connection = new StoreController(this, (session) => session.connection);
  #told: ErrorCode | undefined;

  get session(): Session | undefined {
    return this.#sessions.session;
  }

  get providedLocale(): string | undefined {
    return this.#sessions.provided?.locale;
  }

  /** Who looks; null until the backend has said so, and for a visitor. */
  protected get me() {
    return this.#connection.snapshot?.me ?? null;
  }

  protected abstract readonly main: StoreController<MainStore>;
  protected abstract get heading(): unknown;
  protected abstract renderEmpty(): TemplateResult;
  protected abstract renderReady(): unknown;

  /** Whether a visitor without a token sees anything here. */
  protected get forVisitors(): boolean {
    return false;
  }

  /** Whether the main store is there, and has nothing to show. */
  protected isEmpty(): boolean {
    return false;
  }

  protected get phase(): Phase {
    if (this.#sessions.unplaced || !this.session) return 'unplaced';
    if (this.#connection.snapshot?.visitor && !this.forVisitors) return 'visitor';
    const main = this.main.snapshot;
    if (!main) return this.#connectionPhase;
    if (main.status === 'ready') return this.isEmpty() ? 'empty' : 'ready';
    return main.status === 'problem' ? 'problem' : 'loading';
  }

  /** With nothing chosen yet, the connection alone can be loading or in trouble. */
  get #connectionPhase(): Phase {
    const status = this.#connection.snapshot?.status;
    if (status === 'ready') return 'empty';
    return status === 'problem' ? 'problem' : 'loading';
  }

  get #problem(): ApiError | null {
    return this.main.snapshot?.problem ?? this.#connection.snapshot?.problem ?? null;
  }

  protected retry = (): void => {
    (this.main.store ?? this.#connection.store)?.retry();
  };

  override updated(): void {
    const phase = this.phase;
    for (const state of states) this.#setState(state, phase === state);
    this.#setState('offline', this.#connection.snapshot?.online === false);
    this.tellProblem(this.#problem);
  }

  #setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  /** Tells the host of a failure once, however often it is drawn, or happens again meanwhile. */
  protected tellProblem(problem: ApiError | null): void {
    const { code } = problem ?? {};
    if (problem && code !== this.#told) this.dispatchEvent(new TaskchatErrorEvent(problem));
    this.#told = code;
  }

  protected renderTools(): unknown {
    return nothing;
  }

  protected renderLoading(): TemplateResult {
    return skeleton(this.locale);
  }

  #renderVisitor(): TemplateResult {
    const url = this.#sessions.provided?.signInUrl;
    const way =
      url && html`<a class="button primary" href=${url}>${this.locale.term('signIn')}</a>`;
    return emptyNotice('lock', this.locale.term('signIn'), this.locale.term('signInWords'), way);
  }

  #renderUnplaced(): TemplateResult {
    return html`<p class="notice problem" role="alert">
      ${this.locale.term('unplaced', this.localName)}
    </p>`;
  }

  #renderPhase(): unknown {
    const problem = this.#problem;
    switch (this.phase) {
      case 'unplaced':
        return this.#renderUnplaced();
      case 'visitor':
        return this.#renderVisitor();
      case 'problem':
        return problem ? problemNotice(problem, this.locale, this.retry) : nothing;
      case 'loading':
        return this.renderLoading();
      case 'empty':
        return this.renderEmpty();
      case 'ready':
        return this.renderReady();
    }
  }

  /** A failure beside content that is still good. */
  #renderLine(): unknown {
    if (this.#connection.snapshot?.online === false) return offlineLine(this.locale);
    const problem = this.#problem;
    const beside = problem && (this.phase === 'ready' || this.phase === 'empty');
    return beside ? problemLine(problem, this.locale, this.retry) : nothing;
  }

  override render(): unknown {
    return html`
      <section class="frame" part="frame" dir=${ifDefined(this.locale.wordsDirection())}>
        <div class="band" part="band"></div>
        <header class="head" part="header">
          <h2>${this.heading}</h2>
          ${this.renderTools()}
        </header>
        ${this.#renderLine()}
        <div class="body" part="body">${this.#renderPhase()}</div>
      </section>
    `;
  }
}

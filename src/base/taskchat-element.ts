import { LitElement } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import type { ApiError, ErrorCode } from '../api/api-error.js';
import type { Snapshot } from '../stores/loader.js';
import type { Observable } from '../stores/observable.js';
import type { Session } from '../stores/session.js';
import { controlStyles } from './controls.styles.js';
import { TaskchatErrorEvent } from './error-event.js';
import { frame } from './frame.js';
import { frameStyles } from './frame.styles.js';
import { keepFocus } from './keep-focus.js';
import { Later } from './later.js';
import { Locale } from './locale.js';
import { offlineMark, skeleton } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import { SessionController } from './session-controller.js';
import { sizeTurn } from './size-turn.js';
import { statusStyles } from './status.styles.js';
import { StoreController } from './store-controller.js';
import { tokens } from './tokens.styles.js';

/** What an element shows: one store whose snapshot has a status, and which can be asked again. */
export type MainStore = Observable<Snapshot> & { retry(): void };

export type Phase = 'unplaced' | 'visitor' | 'loading' | 'problem' | 'empty' | 'ready';

/**
 * The ground of every tag that shows something: it finds the session, follows one main store,
 * and draws the frame with what the store's status asks for. A tag says its heading, what empty
 * means, and the picture when all is there.
 */
export abstract class TaskchatElement extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    endpoint: {},
    tokenUrl: { attribute: 'token-url' },
  };
  static override styles: CSSResultGroup = [
    tokens,
    frameStyles,
    controlStyles,
    noticeStyles,
    statusStyles,
  ];

  /** The backend's address, as `https://example.org/api/v1`. Default: the provider's. */
  endpoint = '';

  /** Where the host's own site gives out this visitor's token. Default: the provider's. */
  tokenUrl = '';

  readonly locale = new Locale(this);
  readonly #states = this.attachInternals().states;
  readonly #sessions = new SessionController(this);
  readonly #connection = new StoreController(this, (session) => session.connection);
  /** Here before there is trouble: later it might not come any more. */
  readonly #trouble = new Later(this, () => import('./trouble.js'));
  #told: ErrorCode | undefined;

  get session(): Session | undefined {
    return this.#sessions.session;
  }

  get providedLocale(): string | undefined {
    return this.#sessions.provided?.locale;
  }

  /** Where a visitor signs in; undefined if the host did not say. */
  get signInUrl(): string | undefined {
    return this.#sessions.provided?.signInUrl;
  }

  /** Who looks; null until the backend has said so, and for a visitor. */
  protected get me() {
    return this.#connection.snapshot?.me ?? null;
  }

  protected abstract readonly main: StoreController<MainStore>;
  protected abstract get heading(): string;
  protected abstract renderEmpty(): TemplateResult;
  protected abstract renderReady(): unknown;

  /** The whole of a heading that may be cut off. */
  protected get headingTitle(): string | undefined {
    return undefined;
  }

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
    // With nothing chosen yet, the connection alone can be loading or in trouble.
    const { snapshot = this.#connection.snapshot } = this.main;
    if (snapshot?.status !== 'ready') return snapshot?.status === 'problem' ? 'problem' : 'loading';
    return this.main.snapshot && !this.isEmpty() ? 'ready' : 'empty';
  }

  /** Whether the backend, or its answer about what is shown, is out of reach. */
  protected get offline(): boolean {
    const code = this.#problem?.code;
    return this.#connection.snapshot?.online === false || code === 'network' || code === 'timeout';
  }

  get #problem(): ApiError | null {
    return this.main.snapshot?.problem ?? this.#connection.snapshot?.problem ?? null;
  }

  protected retry = (): void => {
    (this.main.store ?? this.#connection.store)?.retry();
  };

  /** Gives the focus to what follows when an update has taken away what had it. */
  protected land(): void {
    this.renderRoot.querySelector('h2')?.focus({ preventScroll: true });
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const turn = sizeTurn();
    return turn ? turn.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  /** Looks at the focus after all that an update does, also in the tags built on this. */
  protected override performUpdate(): void {
    const land = (): void => this.land();
    keepFocus(this, land, () => super.performUpdate());
  }

  override updated(): void {
    for (const name of ['loading', 'empty', 'problem'] as const)
      this.#states[this.phase === name ? 'add' : 'delete'](name);
    this.#states[this.offline ? 'add' : 'delete']('offline');
    this.tellProblem(this.#problem);
  }

  /** Tells the host of a failure once, however often it is drawn, or happens again meanwhile. */
  protected tellProblem(problem: ApiError | null): void {
    const { code } = problem ?? {};
    if (problem && code !== this.#told) this.dispatchEvent(new TaskchatErrorEvent(problem));
    this.#told = code;
  }

  protected renderTools?(): unknown;

  protected renderLoading(): unknown {
    return skeleton(this.locale);
  }

  #renderPhase(): unknown {
    const problem = this.#problem;
    const trouble = this.#trouble.piece;
    const url = this.signInUrl;
    switch (this.phase) {
      case 'unplaced':
        return trouble?.unplacedNotice(this.localName, this.locale);
      case 'visitor':
        return trouble?.visitorNotice(url, this.locale);
      case 'problem':
        return problem && trouble?.problemNotice(problem, this.locale, this.retry, url);
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
    const problem = this.offline ? null : this.#problem;
    const isBeside = this.phase === 'ready' || this.phase === 'empty';
    return problem && isBeside
      ? this.#trouble.piece?.problemLine(problem, this.locale, this.retry)
      : undefined;
  }

  override render(): unknown {
    return frame({
      direction: this.locale.wordsDirection(),
      heading: this.heading,
      title: this.headingTitle,
      mark: this.offline ? offlineMark(this.locale) : undefined,
      tools: this.renderTools?.(),
      line: this.#renderLine(),
      body: this.#renderPhase(),
    });
  }
}

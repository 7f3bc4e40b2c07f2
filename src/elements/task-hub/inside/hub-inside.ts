import { html, LitElement } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ErrorCode } from '../../../api/api-error.js';
import { controlStyles } from '../../../base/controls.styles.js';
import { siblingName } from '../../../base/define.js';
import { TaskchatErrorEvent } from '../../../base/error-event.js';
import { focused } from '../../../base/focused.js';
import { frameStyles } from '../../../base/frame.styles.js';
import { Locale, speak } from '../../../base/locale.js';
import { skeleton } from '../../../base/notices.js';
import { noticeStyles } from '../../../base/notices.styles.js';
import { SessionController } from '../../../base/session-controller.js';
import { statusStyles } from '../../../base/status.styles.js';
import { StoreController } from '../../../base/store-controller.js';
import { tokens } from '../../../base/tokens.styles.js';
import { problemNotice, unplacedNotice } from '../../../base/trouble.js';
import { hubInsideWords } from '../../../locales/en/hub-inside.js';
import { dialogueCallOf, reportCallOf, type Call } from '../../../stores/calls.js';
import type { Session } from '../../../stores/session.js';
import { isUnread, unreadFirstOf } from '../../../stores/unread-first.js';
import { hubInsideStyles } from './hub-inside.styles.js';
import { hubView } from './hub-view.js';
import { Pieces } from './pieces.js';
import type { Place } from './place.js';
import { roomsFor, type Room } from './rooms.js';
import { Scrolls } from './scrolls.js';
import { Whereabouts } from './whereabouts.js';

/** What the hub must know of its inside. */
export interface HubFacts {
  /** How many dialogues have something unread; undefined while that is not known. */
  readonly unread: number | undefined;
  readonly isWide: boolean;
}

/** What a hub opens: the rooms of whoever looks, behind tabs. It is no tag for a page. */
export class HubInside extends LitElement {
  static readonly tag = 'task-hub-inside';
  static override styles = [
    tokens,
    frameStyles,
    controlStyles,
    noticeStyles,
    statusStyles,
    hubInsideStyles,
  ];

  // Its session is that of the provider which the hub puts around it, or of the page's.
  endpoint = '';
  tokenUrl = '';
  tagPrefix = '';
  hubName = '';
  tell: (facts: HubFacts) => void = () => {};
  /** Opens the hub, unless the page is against it. */
  open: () => void = () => {};

  readonly locale = new Locale(this);
  readonly #sessions = new SessionController(this);
  readonly #connection = new StoreController(this, ({ connection }) => connection);
  readonly #reports = new StoreController(this, (session) =>
    session.connection.snapshot.me ? unreadFirstOf(session) : undefined,
  );
  readonly #formCall = this.#follow(reportCallOf, 'tasks', 'report-form');
  readonly #dialogueCall = this.#follow(dialogueCallOf, 'reports', 'mini-chat');
  readonly #pieces = new Pieces(this);
  readonly #scrolls = new Scrolls(this);
  readonly #whereabouts = new Whereabouts(this);
  #isOpen = false;
  #before: HTMLElement | null = null;
  #told: ErrorCode | undefined;

  get session(): Session | undefined {
    return this.#sessions.session;
  }

  get providedLocale(): string | undefined {
    return this.#sessions.provided?.locale;
  }

  /** The hub has been opened. */
  enter(): void {
    this.#isOpen = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.#scrolls.restore());
  }

  /** The hub is about to be closed. */
  leave(): void {
    this.#scrolls.keep();
    this.#isOpen = false;
    this.requestUpdate();
  }

  get #role() {
    const { visitor, me } = this.#connection.snapshot ?? {};
    return visitor ? 'visitor' : me?.role;
  }

  get #rooms(): readonly Room[] {
    return this.#role ? roomsFor(this.#role) : [];
  }

  get #unread(): number | undefined {
    const { status, items } = this.#reports.snapshot ?? {};
    return status === 'ready' ? items?.filter(isUnread).length : undefined;
  }

  /** Answers a call for `tag`, which stands in `room`; a closed hub, if the page has none itself. */
  #follow(callOf: (session: Session) => Call, room: string, tag: string): StoreController<Call> {
    const call: StoreController<Call> = new StoreController<Call>(
      this,
      (session) => (this.#role === 'member' ? callOf(session) : undefined),
      () => {
        if (!call.snapshot?.wanted) return;
        const own = document.querySelector(siblingName(this, { tag }));
        if (!this.#isOpen && !own?.checkVisibility()) this.open();
        if (this.#isOpen) this.#showDetail(room);
      },
    );
    return call;
  }

  /** At once, so that what is called has a place to scroll to when it answers. */
  #showDetail(room: string): void {
    const { place } = this.#whereabouts;
    if (place?.room === room && place.detail) return;
    this.#before = focused();
    this.#go({ room, detail: true });
    this.performUpdate();
    this.#scrolls.restore();
    this.renderRoot.querySelector<HTMLElement>(`#room-${room} .back`)?.focus();
  }

  readonly #go = (place: Place): void => {
    if (!this.session) return;
    this.#scrolls.keep();
    this.#whereabouts.go(this.session, place);
    void this.updateComplete.then(() => this.#scrolls.restore());
  };

  readonly #back = (): void => {
    const { room } = this.#whereabouts.place ?? {};
    if (!room) return;
    this.#go({ room, detail: false });
    void this.updateComplete.then(() => {
      const before = this.#before;
      const tab = this.renderRoot.querySelector<HTMLElement>(`#tab-${room}`);
      (before?.checkVisibility() ? before : tab)?.focus();
    });
  };

  readonly #key = (event: KeyboardEvent): void => {
    const names = this.#rooms.map(({ name }) => name);
    const at = names.indexOf(this.#whereabouts.place?.room ?? '');
    const along = this.matches(':dir(rtl)') ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: at + along,
      ArrowLeft: at - along,
      Home: 0,
      End: names.length - 1,
    };
    const next = steps[event.key];
    const room = next === undefined ? undefined : names.at(next % names.length);
    if (!room) return;
    event.preventDefault();
    this.#go({ room, detail: false });
    this.performUpdate();
    this.renderRoot.querySelector<HTMLElement>(`#tab-${room}`)?.focus();
  };

  protected override willUpdate(): void {
    const rooms = this.#rooms;
    if (this.session && rooms.length > 0 && this.#isOpen) {
      this.#whereabouts.settle(this.session, rooms);
    }
  }

  protected override updated(): void {
    const { place } = this.#whereabouts;
    const here = this.#rooms.find(({ name }) => name === place?.room);
    this.tell({ unread: this.#unread, isWide: here?.isWide ?? false });
    const { problem } = this.#connection.snapshot ?? {};
    // With tags in it, these tell.
    if (problem && !here && problem.code !== this.#told) {
      this.dispatchEvent(new TaskchatErrorEvent(problem));
    }
    this.#told = problem?.code;
  }

  #renderRooms(place: Place): unknown {
    const view = {
      locale: this.locale,
      rooms: this.#rooms,
      place,
      unread: this.#unread ?? 0,
      pieces: this.#pieces,
      isVisited: (room: Room) => this.#whereabouts.isVisited(room),
      go: this.#go,
      back: this.#back,
      toForm: () => this.#formCall.store?.call(),
    };
    return html`<div
      class="hub"
      dir=${ifDefined(this.locale.wordsDirection())}
      @report-selected=${() => this.#dialogueCall.store?.call()}
    >
      ${hubView(view, this.#key)}
    </div>`;
  }

  override render(): unknown {
    const { problem, status } = this.#connection.snapshot ?? {};
    const apart = (content: unknown): unknown =>
      html`<div class="apart">
        <h2 class="sr-only">${this.locale.term('hubTitle')}</h2>
        ${content}
      </div>`;
    if (this.#sessions.unplaced || !this.session) {
      return apart(unplacedNotice(this.hubName, this.locale));
    }
    const { place } = this.#whereabouts;
    if (place && this.#rooms.length > 0) return this.#renderRooms(place);
    if (status === 'problem' && problem) {
      const retry = (): unknown => this.#connection.store?.retry();
      const url = this.#sessions.provided?.signInUrl;
      return apart(problemNotice(problem, this.locale, () => void retry(), url));
    }
    return apart(skeleton(this.locale));
  }
}

speak(hubInsideWords);

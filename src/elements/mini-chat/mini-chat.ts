import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { ApiError } from '../../api/api-error.js';
import { Called } from '../../base/called.js';
import { define } from '../../base/define.js';
import { speak } from '../../base/locale.js';
import { miniChatWords } from '../../locales/en/mini-chat.js';
import { chatIcon } from '../../base/icons.js';
import { emptyNotice } from '../../base/notices.js';
import { statusBadge } from '../../base/status-badge.js';
import { Shown } from '../../base/shown.js';
import { StoreController } from '../../base/store-controller.js';
import { TaskchatElement } from '../../base/taskchat-element.js';
import { unreadBadge } from '../../base/unread-badge.js';
import type { TextMessage } from '../../contract/message.js';
import { dialogueCallOf } from '../../stores/calls.js';
import { conversationOf } from '../../stores/dialogue/conversation.js';
import { reportOf } from '../../stores/report-store.js';
import type { Session } from '../../stores/session.js';
import { Dialogue } from './dialogue.js';
import { miniChatStyles } from './mini-chat.styles.js';

/** Somebody is about to say something. `preventDefault()` keeps it in the composer. */
export class MessageSendEvent extends Event {
  static readonly eventName = 'message-send';

  constructor(
    readonly text: string,
    /** The id of the message that is answered, or null. */
    readonly replyTo: string | null,
    readonly reportId: string,
    /** The ids of the files that go along. */
    readonly attachments: readonly string[],
  ) {
    super(MessageSendEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The server has taken a message; `message` is its copy. */
export class MessageSentEvent extends Event {
  static readonly eventName = 'message-sent';

  constructor(readonly message: TextMessage) {
    super(MessageSentEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'message-send': MessageSendEvent;
    'message-sent': MessageSentEvent;
  }
}

/**
 * @summary The dialogue of one report, the same tag for both sides.
 * @fires {MessageSendEvent} message-send - A message is about to be sent; can be cancelled.
 * @fires {MessageSentEvent} message-sent - The server has taken a message.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart frame - The ground of the tag.
 * @csspart band - The gradient band.
 * @csspart header - The line with the heading.
 * @csspart log - The window that the messages scroll in.
 * @csspart message - One message with all that stands around it.
 * @csspart bubble - The words of a message.
 * @csspart step - A step of the report's life, told among the messages.
 * @csspart table - The comments table.
 * @csspart composer - Where a message is written.
 * @csspart writing - Who is writing.
 * @csspart unread - How many lines have come in that the reader has not seen.
 * @csspart search-button - Opens the search.
 * @csspart search - The line of the search, under the header.
 * @csspart search-field - What is looked for.
 * @csspart show-keys - Opens the list of keys.
 * @csspart key-list - The list of keys.
 * @cssstate loading - The messages are on their way.
 * @cssstate empty - No report is chosen.
 * @cssstate problem - The messages could not be had.
 * @cssstate offline - The backend cannot be reached; what is written waits.
 */
export class MiniChat extends TaskchatElement {
  static readonly tag = 'mini-chat';
  static override readonly properties: PropertyDeclarations = {
    reportId: { attribute: 'report-id' },
    layout: {},
  };
  static override styles = [TaskchatElement.styles, miniChatStyles];

  /** The report whose dialogue is shown. Default: the report that is selected in the session. */
  reportId = '';

  /** `chat`, or `table`: the comments table, with the replies under what they answer. */
  layout: 'chat' | 'table' = 'chat';

  protected override readonly main = new StoreController(
    this,
    (session) => this.#chosen(session, conversationOf),
    () => this.#hear(),
  );
  readonly #report = new StoreController(this, (session) => this.#chosen(session, reportOf));
  readonly #selection = new StoreController(this, (session) => session.selection);
  readonly #dialogue = new Dialogue(this, {
    send: (...message) => this.#send(...message),
    resend: (id) => this.#resend(id),
    fail: (problem) => this.tellProblem(problem),
  });

  readonly #around = new Shown();

  constructor() {
    super();
    // One that is bound to its own report does not show the one that was chosen.
    const callOf = (session: Session) => (this.reportId ? undefined : dialogueCallOf(session));
    new Called(this, callOf, () => this.land());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#dialogue.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dialogue.disconnect();
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#dialogue.follow(this.main.store);
    super.update(changed);
  }

  override updated(): void {
    super.updated();
    this.#around.isOther(...this.#factsAround);
    this.#showDialogue();
    if (this.session) this.#dialogue.prepare(this.session);
  }

  /** Most news are messages: they draw rows, and nothing of what stands around the dialogue. */
  #hear(): void {
    if (this.isUpdatePending || this.#around.isOther(...this.#factsAround)) this.requestUpdate();
    else this.#showDialogue();
  }

  /** What of the dialogue is told outside it. */
  get #factsAround(): readonly unknown[] {
    const { status, problem } = this.main.snapshot ?? {};
    return [status, problem, this.#unread];
  }

  get #unread(): number {
    const { me } = this;
    const { snapshot } = this.main;
    return snapshot && me ? this.#dialogue.unread(snapshot, me) : 0;
  }

  #showDialogue(): void {
    const { session, me } = this;
    const { store, snapshot } = this.main;
    if (!session || !store || !snapshot) return;
    this.#dialogue.show({ session, reportId: this.#idIn(session), store, snapshot, me });
  }

  protected override land(): void {
    if (this.main.store) this.#dialogue.focusLog();
    else super.land();
  }

  #send(text: string, replyTo: string | null, attachments: readonly string[]): boolean {
    const { session } = this;
    const { store } = this.main;
    if (!session || !store) return false;
    const event = new MessageSendEvent(text, replyTo, this.#idIn(session), attachments);
    if (!this.dispatchEvent(event)) return false;
    void this.#deliver(store.send(text, replyTo, attachments));
    return true;
  }

  #resend(id: string): void {
    const { store } = this.main;
    if (store) void this.#deliver(store.resend(id));
  }

  async #deliver(sending: Promise<TextMessage>): Promise<void> {
    try {
      this.dispatchEvent(new MessageSentEvent(await sending));
    } catch (error) {
      this.tellProblem(ApiError.from(error));
    }
  }

  #idIn(session: Session): string {
    return this.reportId || (session.selection.snapshot.reportId ?? '');
  }

  #chosen<Store>(session: Session, find: (session: Session, id: string) => Store) {
    const id = this.#idIn(session);
    return id ? find(session, id) : undefined;
  }

  protected override get heading(): string {
    return this.headingTitle ?? this.locale.term(this.layout === 'table' ? 'comments' : 'messages');
  }

  /** The name of the task. */
  protected override get headingTitle(): string | undefined {
    return this.#report.snapshot?.report?.task.name;
  }

  protected override renderTools(): unknown {
    const { report } = this.#report.snapshot ?? {};
    const { session, me } = this;
    const { snapshot } = this.main;
    // Together, so that neither moves the other.
    if (!report || !session || !me || !snapshot) return nothing;
    const unread = unreadBadge(this.#unread, this.locale);
    const badge = statusBadge(report, this.locale);
    return html`${unread}${badge}${this.#dialogue.searchButton(session)}`;
  }

  protected override renderEmpty(): TemplateResult {
    return emptyNotice(chatIcon, this.locale.term('noReport'), this.locale.term('noReportWords'));
  }

  /** The same while it loads: the log is there before its messages, and one can begin to write. */
  protected override renderLoading(): unknown {
    return this.renderReady();
  }

  protected override renderReady(): unknown {
    return this.#dialogue.root;
  }
}

speak(miniChatWords);
define(MiniChat);

declare global {
  interface HTMLElementTagNameMap {
    'mini-chat': MiniChat;
  }
}

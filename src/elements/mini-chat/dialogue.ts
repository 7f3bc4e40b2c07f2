import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { addStyles, Later } from '../../base/later.js';
import type { Locale } from '../../base/locale.js';
import type { Author, TextMessage } from '../../contract/message.js';
import type { ConversationSnapshot, ConversationStore } from '../../stores/conversation.js';
import type { Session } from '../../stores/session.js';
import { chatRows } from './chat-rows.js';
import type { commentsTable, InPlace } from './comments-table.js';
import type { Composer } from './composer.js';
import type { Action } from './message-parts.js';
import { MessageLog } from './message-log.js';
import { readersOf } from './readers.js';
import { textOf } from './timeline.js';

export interface DialogueHost extends LitElement {
  readonly locale: Locale;
  readonly layout: 'chat' | 'table';
}

/** What the dialogue asks its tag for. */
export interface DialogueRequests {
  /** Whether the message was taken; else it stays in the composer. */
  send(text: string, replyTo: string | null): boolean;
  resend(id: string): void;
}

/** What is talked about, and by whom. */
export interface DialogueView {
  readonly session: Session;
  readonly reportId: string;
  readonly store: ConversationStore;
  readonly snapshot: ConversationSnapshot;
  readonly me: Author | null;
}

/** The log and the composer, what passes between them, and where the focus goes. */
export class Dialogue {
  readonly #host: DialogueHost;
  readonly #requests: DialogueRequests;
  readonly #log: MessageLog;
  readonly #composer: Later<Composer>;
  readonly #table: Later<typeof commentsTable>;
  /** The message that is answered. */
  #reply: TextMessage | null = null;
  #view: DialogueView | undefined;

  constructor(host: DialogueHost, requests: DialogueRequests) {
    this.#host = host;
    this.#requests = requests;
    this.#log = new MessageLog({
      act: (action, line) => this.#act(action, line),
      loadEarlier: () => this.#view?.store.loadEarlier() ?? Promise.resolve(),
      markRead: (seq) => this.#view?.store.markRead(seq),
    });
    this.#composer = new Later(host, () => this.#makeComposer());
    this.#table = new Later(host, async () => {
      const { commentsTable, commentsStyles } = await import('./comments-table.js');
      addStyles(host, commentsStyles);
      return commentsTable;
    });
  }

  connect(): void {
    this.#log.connect();
  }

  disconnect(): void {
    this.#log.disconnect();
  }

  /** Where both stand. They draw themselves in {@link show}. */
  template(): TemplateResult {
    const composer = this.#composer.piece?.root ?? html`<div class="composer"></div>`;
    return html`${this.#log.root}${this.#inPlace ? nothing : composer}`;
  }

  show(view: DialogueView): void {
    const { locale, layout } = this.#host;
    const { store, snapshot, me, session, reportId } = view;
    const reply = this.#reply;
    if (store !== this.#view?.store) this.#begin();
    this.#view = view;
    const readers = readersOf(snapshot.items, me, locale);
    const rows = layout === 'table' ? this.#table.piece : chatRows;
    this.#log.show({ snapshot, me, locale, rows, inPlace: this.#inPlace, readers });
    this.#composer.piece?.show({ session, reportId, reply, locale, layout });
  }

  /** For when the control that had the focus is gone. */
  focusLog(): void {
    this.#log.focus();
  }

  async #makeComposer(): Promise<Composer> {
    const { Composer, composerStyles } = await import('./composer.js');
    addStyles(this.#host, composerStyles);
    return new Composer({
      send: (text) => this.#send(text),
      cancelReply: () => this.#cancelReply(),
    });
  }

  /** Another dialogue: nothing of the former one is left. */
  #begin(): void {
    this.#log.reset();
    if (this.#reply) this.#answer(null);
  }

  /** In the table, a reply is written under what it answers. */
  get #inPlace(): InPlace | undefined {
    const isTable = this.#host.layout === 'table';
    const composer = this.#composer.piece?.root;
    return isTable && this.#reply && composer ? { replyTo: this.#reply.id, composer } : undefined;
  }

  #answer(reply: TextMessage | null): void {
    this.#reply = reply;
    this.#host.requestUpdate();
  }

  #send(text: string): boolean {
    if (!this.#requests.send(text, this.#reply?.id ?? null)) return false;
    if (this.#inPlace) void this.#leaveReply();
    else this.#log.pin();
    this.#answer(null);
    return true;
  }

  #cancelReply(): void {
    const id = this.#reply?.id;
    if (this.#inPlace) void this.#leaveReply(id);
    else this.#composer.piece?.focus();
    this.#answer(null);
  }

  /** The composer goes back to the end. The focus goes with it, or to the message `id`. */
  async #leaveReply(id = ''): Promise<void> {
    // The update begins with the caller's next step.
    await Promise.resolve();
    await this.#host.updateComplete;
    const control = this.#log.rowOf(id)?.querySelector<HTMLElement>('[data-action=reply]');
    if (control) control.focus();
    else this.#composer.piece?.focus();
  }

  async #begins(id: string): Promise<void> {
    const line = this.#view?.snapshot.items.find((candidate) => candidate.id === id);
    this.#answer((line && textOf(line)) ?? null);
    await this.#host.updateComplete;
    if (this.#inPlace) this.#log.bring(this.#inPlace.composer);
    this.#composer.piece?.focus();
  }

  #act(action: Action, line: string): void {
    switch (action) {
      case 'reply':
        return void this.#begins(line);
      case 'reveal':
        return void this.#log.reveal(line);
      case 'resend':
        this.#requests.resend(line);
        return this.#composer.piece?.focus();
      case 'discard':
        void this.#view?.store.discard(line);
        return this.#composer.piece?.focus();
      case 'earlier':
        this.#log.focus();
        return void this.#view?.store.loadEarlier();
      case 'newest':
        this.#log.pin();
        return this.#log.focus();
    }
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../../api/api-error.js';
import { addStyles, Later } from '../../base/later.js';
import type { Session } from '../../stores/session.js';
import type { Composer } from './composer.js';
import type { DialogueTools } from './dialogue-tools.js';
import type { DialogueHost, DialogueRequests, DialogueView } from './dialogue-view.js';
import type { Action } from './message-parts.js';
import type { Line } from '../../stores/conversation.js';
import type { FilesOf } from './attachments.js';
import type { Layout } from './layout.js';
import type { LogRows } from './log-rows.js';
import type { LogView } from './log-view.js';
import { MessageLog } from './message-log.js';
import { readersOf } from './readers.js';
import { Replying } from './replying.js';
import { Searching } from './searching.js';
import { textOf } from './timeline.js';

const hasFiles = (line: Line): boolean =>
  line.state === 'sent'
    ? line.message.kind === 'text' && line.message.attachments.length > 0
    : line.attachments.length > 0;

/** The log and the composer, what passes between them, and where the focus goes. */
export class Dialogue {
  readonly #host: DialogueHost;
  readonly #requests: DialogueRequests;
  readonly #log: MessageLog;
  readonly #composer: Later<Composer>;
  readonly #rows: Later<typeof LogRows>;
  readonly #chat: Later<Layout>;
  readonly #table: Later<Layout>;
  readonly #tools: Later<DialogueTools>;
  readonly #files: Later<FilesOf>;
  readonly #replying: Replying;
  readonly #searching: Searching;
  #view: DialogueView | undefined;

  constructor(host: DialogueHost, requests: DialogueRequests) {
    this.#host = host;
    this.#requests = requests;
    this.#log = new MessageLog({
      act: (action, line) => this.#act(action, line),
      loadEarlier: (until, signal) => this.#loadEarlier(until, signal),
      markRead: (seq) => this.#view?.store.markRead(seq),
      drawn: () => this.#tools.piece?.mark(),
    });
    this.#composer = new Later(host, () => this.#makeComposer());
    this.#searching = new Searching(host);
    this.#tools = new Later(host, () => this.#makeTools());
    this.#replying = new Replying(host, this.#log, () => this.#composer.piece);
    this.#rows = new Later(host, async () => {
      const { LogRows, rowStyles } = await import('./log-rows.js');
      addStyles(host, ...rowStyles);
      return LogRows;
    });
    this.#chat = new Later(host, async () => (await import('./chat-rows.js')).chatRows);
    this.#files = new Later(host, async () => {
      const { attachmentsOf, attachmentsStyles } = await import('./attachments.js');
      addStyles(host, ...attachmentsStyles);
      return attachmentsOf;
    });
    this.#table = new Later(host, async () => {
      const { commentsTable, commentsStyles } = await import('./comments-table.js');
      addStyles(host, commentsStyles);
      return commentsTable;
    });
  }

  connect(): void {
    this.#log.connect();
    this.#tools.piece?.connect();
  }

  disconnect(): void {
    this.#log.disconnect();
    this.#tools.piece?.disconnect();
  }

  /** Where all of it stands. The parts draw themselves in {@link show}. */
  template(): TemplateResult {
    const tools = this.#tools.piece;
    const composer = this.#composer.piece?.root ?? html`<div class="composer"></div>`;
    return html`${this.#searching.isOpen ? tools?.search : nothing}${this.#log.root}
    ${tools?.beneath ?? html`<div class="beneath"></div>`}${this.#replying.inPlace ? nothing : composer}`;
  }

  /** The way to the search. */
  searchButton(session: Session): unknown {
    return this.#searching.button(session);
  }

  show(view: DialogueView): void {
    const { locale, layout } = this.#host;
    const { store, snapshot, me, session, reportId } = view;
    if (store !== this.#view?.store) this.#begin();
    this.#view = view;
    const Rows = this.#rows.piece;
    const shape = (layout === 'table' ? this.#table : this.#chat).piece;
    const shown: LogView = {
      snapshot,
      me,
      locale,
      session,
      filesOf: snapshot.items.some(hasFiles) ? this.#files.piece : undefined,
      layout: Rows && shape,
      inPlace: this.#replying.inPlace,
      withdrawal: session.connection.snapshot.service?.capabilities.withdrawal ?? false,
      readers: readersOf(snapshot.items, me, locale),
    };
    this.#log.show(shown, Rows);
    const reply = this.#replying.message;
    this.#composer.piece?.show({ session, reportId, reply, locale, layout });
    this.#tools.piece?.show({ session, reportId, locale });
  }

  /** For when the control that had the focus is gone. */
  focusLog(): void {
    this.#log.focus();
  }

  async #makeComposer(): Promise<Composer> {
    const { Composer, composerStyles } = await import('./composer.js');
    addStyles(this.#host, composerStyles);
    return new Composer({
      send: (text, attachments) => this.#send(text, attachments),
      cancelReply: () => this.#replying.cancel(),
    });
  }

  async #makeTools(): Promise<DialogueTools> {
    const { DialogueTools, dialogueToolsStyles } = await import('./dialogue-tools.js');
    addStyles(this.#host, dialogueToolsStyles);
    return new DialogueTools({
      host: this.#host,
      log: this.#log,
      searching: this.#searching,
      replying: this.#replying,
      composer: () => this.#composer.piece,
    });
  }

  /** Another dialogue: nothing of the former one is left. */
  #begin(): void {
    this.#log.reset();
    this.#replying.forget();
    if (this.#searching.isOpen) this.#searching.toggle();
  }

  async #loadEarlier(until?: string, signal?: AbortSignal): Promise<void> {
    await this.#view?.store.loadEarlier(until, signal);
    await this.#host.updateComplete;
  }

  #send(text: string, attachments: readonly string[]): boolean {
    const { message, inPlace } = this.#replying;
    if (!this.#requests.send(text, message?.id ?? null, attachments)) return false;
    if (!inPlace) this.#log.pin();
    this.#replying.end();
    return true;
  }

  #reply(id: string): void {
    const line = this.#view?.snapshot.items.find((candidate) => candidate.id === id);
    void this.#replying.begin((line && textOf(line)) ?? null);
  }

  async #reveal(id: string): Promise<void> {
    // The focus is also what marks the row.
    (await this.#log.reveal(id))?.focus({ preventScroll: true });
  }

  /** The row stays, and has the focus that the control had. */
  async #withdraw(id: string): Promise<void> {
    const { session, reportId } = this.#view!;
    this.#log.rowOf(id)?.focus({ preventScroll: true });
    const { withdrawMessage } = await import('../../stores/withdrawal.js');
    await withdrawMessage(session, reportId, id).catch((error: unknown) => {
      this.#requests.fail(ApiError.from(error));
    });
  }

  #act(action: Action, line: string): void {
    switch (action) {
      case 'reply':
        return this.#reply(line);
      case 'reveal':
        return void this.#reveal(line);
      case 'withdraw':
        return void this.#withdraw(line);
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

import { addStyles, Later } from '../../base/later.js';
import { whenIdle } from '../../base/when-idle.js';
import { Shown } from '../../base/shown.js';
import type { Author } from '../../contract/message.js';
import type {
  ConversationSnapshot,
  ConversationStore,
} from '../../stores/dialogue/conversation.js';
import type { Session } from '../../stores/session.js';
import { arrange } from './arrange.js';
import type { Composer } from './composer/composer.js';
import type { DialogueTools } from './tools/dialogue-tools.js';
import type { DialogueHost, DialogueRequests, DialogueView } from './dialogue-view.js';
import { LineActions } from './line-actions.js';
import { MessageLog } from './log/message-log.js';
import { readersOf } from './readers.js';
import { Replying } from './replying.js';
import { RowPieces } from './log/row-pieces.js';
import { Searching } from './tools/searching.js';
import { Unread } from './unread.js';

/** Room for a part whose code may still be on its way. */
function box(name: string): HTMLElement {
  const made = document.createElement('div');
  made.className = name;
  return made;
}

/** The log and the composer, what passes between them, and where the focus goes. */
export class Dialogue {
  readonly #host: DialogueHost;
  readonly #requests: DialogueRequests;
  readonly #root = box('dialogue');
  readonly #foot = { beneath: box('beneath'), composer: box('composer') };
  readonly #log: MessageLog;
  readonly #rows: RowPieces;
  readonly #composer: Later<Composer>;
  readonly #tools: Later<DialogueTools>;
  readonly #replying: Replying;
  readonly #actions: LineActions;
  readonly #searching: Searching;
  readonly #unread: Unread;
  readonly #shown = { log: new Shown(), composer: new Shown(), tools: new Shown() };
  #store: ConversationStore | undefined;
  #view: DialogueView | undefined;
  #isPrepared = false;

  constructor(host: DialogueHost, requests: DialogueRequests) {
    this.#host = host;
    this.#requests = requests;
    this.#log = new MessageLog({
      act: (action, line) => this.#actions.act(action, line),
      loadEarlier: (until, signal) => this.#loadEarlier(until, signal),
      markRead: (seq) => {
        this.#store?.markRead(seq);
        this.#unread.read(seq);
      },
      drawn: () => this.#tools.here?.mark(),
    });
    this.#rows = new RowPieces(host);
    this.#composer = new Later(host, () => this.#makeComposer());
    this.#tools = new Later(host, () => this.#makeTools());
    this.#searching = new Searching(host);
    this.#unread = new Unread(host);
    this.#replying = new Replying(host, this.#log, () => this.#composer.here);
    this.#actions = new LineActions({
      requests,
      log: this.#log,
      replying: this.#replying,
      composer: () => this.#composer.here,
      view: () => this.#view,
    });
  }

  connect(): void {
    this.#log.connect();
    this.#tools.here?.connect();
  }

  disconnect(): void {
    this.#log.disconnect();
    this.#tools.here?.disconnect();
    void this.#composer.here?.keep();
  }

  /** Fetches, once nothing else is to be done, what the first dialogue needs: it is then only drawn. */
  prepare(session: Session): void {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    whenIdle(() => {
      void this.#rows.fetch(session, () => this.#log.rows?.isDrawn ?? false);
      for (const piece of [this.#composer, this.#tools]) void piece.fetch();
    });
  }

  /** Goes over to another dialogue: nothing of the former one is left. */
  follow(store: ConversationStore | undefined): void {
    if (!store || store === this.#store) return;
    this.#store = store;
    this.#view = undefined;
    this.#unread.forget();
    this.#shown.log.forget();
    this.#log.reset();
    this.#replying.forget();
    this.#searching.close();
  }

  /** All of it in its place. The parts draw themselves in {@link show}. */
  get root(): HTMLElement {
    const search = this.#searching.isOpen && this.#tools.here?.search;
    const { beneath, composer } = this.#foot;
    const parts = [search, this.#log.root, beneath, !this.#replying.inPlace && composer];
    arrange(
      this.#root,
      parts.filter((part) => part instanceof Element),
    );
    return this.#root;
  }

  /** The way to the search. */
  searchButton(session: Session): unknown {
    return this.#searching.button(session);
  }

  /** How many lines of others have come in that the reader has not seen. */
  unread(snapshot: ConversationSnapshot, me: Author): number {
    return this.#unread.count(snapshot, me, this.#log.isWatched);
  }

  /** Draws what has changed. */
  show(view: DialogueView): void {
    this.#view = view;
    const { session, reportId } = view;
    const { locale, layout } = this.#host;
    const { service } = session.connection.snapshot;
    this.#showLog(view);
    const reply = this.#replying.message;
    const composer = this.#composer.piece;
    const facts = [session, reportId, locale.lang(), service];
    if (composer && this.#shown.composer.isOther(...facts, layout, reply)) {
      composer.show({ session, reportId, reply });
    }
    const tools = this.#tools.piece;
    if (tools && this.#shown.tools.isOther(...facts, this.#searching.isOpen)) {
      tools.show({ session, reportId, locale });
    }
  }

  #showLog({ session, snapshot, me }: DialogueView): void {
    const { locale } = this.#host;
    const { layout, rows, filesOf } = this.#rows;
    const { inPlace } = this.#replying;
    const { withdrawal = false } = session.connection.snapshot.service?.capabilities ?? {};
    const { status, problem, items, earlier, loadingEarlier, readers } = snapshot;
    const readersWords = readersOf(items, me, locale);
    const lines = [status, problem, items, earlier, loadingEarlier, readers];
    const around = [locale.lang(), readersWords, me?.id, withdrawal];
    if (!this.#shown.log.isOther(...lines, ...around, layout, filesOf, inPlace?.key)) return;
    const beside = { inPlace, filesOf, withdrawal, readers: readersWords };
    this.#log.show({ snapshot, me, locale, session, layout, ...beside }, rows);
  }

  /** For when the control that had the focus is gone. */
  focusLog(): void {
    this.#log.focus();
  }

  async #makeComposer(): Promise<Composer> {
    const { Composer, composerStyles } = await import('./composer/composer.js');
    addStyles(this.#host, composerStyles);
    return new Composer(this.#host, this.#foot.composer, {
      send: (text, attachments) => this.#send(text, attachments),
      cancelReply: () => this.#replying.cancel(),
    });
  }

  async #makeTools(): Promise<DialogueTools> {
    const { DialogueTools, dialogueToolsStyles } = await import('./tools/dialogue-tools.js');
    addStyles(this.#host, dialogueToolsStyles);
    return new DialogueTools({
      host: this.#host,
      log: this.#log,
      searching: this.#searching,
      replying: this.#replying,
      composer: () => this.#composer.here,
      beneath: this.#foot.beneath,
    });
  }

  async #loadEarlier(until?: string, signal?: AbortSignal): Promise<void> {
    await this.#view?.store.loadEarlier(until, signal);
    // News wait for the next frame; whoever goes to one of these lines does not.
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  #send(text: string, attachments: readonly string[]): boolean {
    const { message, inPlace } = this.#replying;
    if (!this.#requests.send(text, message?.id ?? null, attachments)) return false;
    this.#replying.end();
    if (!inPlace) void this.#toEnd();
    return true;
  }

  /** What was sent leaves the composer, and the log has more room: the end is found after that. */
  async #toEnd(): Promise<void> {
    await this.#host.updateComplete;
    this.#log.pin();
  }
}

import type { LitElement } from 'lit';
import { showKeys } from '../../../base/key-list.js';
import { asksForKeys, isField, isTaken } from '../../../base/keys.js';
import { speak, type Locale } from '../../../base/locale.js';
import { dialogueToolsWords } from '../../../locales/en/dialogue-tools.js';
import type { Composer } from '../composer/composer.js';
import { FoundWords } from './found-words.js';
import { keysOf, LogKeys } from './log-keys.js';
import type { MessageLog } from '../log/message-log.js';
import type { Replying } from '../replying.js';
import { SearchLine } from './search-line.js';
import type { Searching } from './searching.js';
import type { ToolsView } from './tools-view.js';
import { WritingLine } from './writing-line.js';

export { dialogueToolsStyles } from './dialogue-tools.styles.js';

/** The parts of the dialogue that the tools work with. */
export interface ToolsDialogue {
  readonly host: LitElement & { readonly locale: Locale };
  readonly log: MessageLog;
  readonly searching: Searching;
  readonly replying: Replying;
  readonly composer: () => Composer | undefined;
  /** Where it stands who is writing. */
  readonly beneath: HTMLElement;
}

/** What a dialogue has beside its messages: who is writing, the search, the keys and their list. */
export class DialogueTools {
  readonly #dialogue: ToolsDialogue;
  readonly #writing: WritingLine;
  readonly #search: SearchLine;
  readonly #found = new FoundWords();
  readonly #keys: LogKeys;
  #view: ToolsView | undefined;
  /** Whether the search is open, and whether the reader came to it from the log. */
  #isOpen = false;
  #cameFromLog = false;

  constructor(dialogue: ToolsDialogue) {
    const { host, log, beneath } = dialogue;
    this.#dialogue = dialogue;
    this.#writing = new WritingLine(beneath, () => this.#showKeys());
    this.#keys = new LogKeys(log);
    this.#search = new SearchLine({
      reveal: (message, signal) => log.reveal(message, signal),
      found: () => this.mark(),
      close: dialogue.searching.toggle,
    });
    host.renderRoot.addEventListener('keydown', this.#press as EventListener);
    host.renderRoot.addEventListener('input', this.#type);
  }

  get search(): HTMLElement {
    return this.#search.root;
  }

  show(view: ToolsView): void {
    this.#view = view;
    this.#writing.show(view);
    const { isOpen } = this.#dialogue.searching;
    if (isOpen && !this.#isOpen) this.#cameFromLog = this.#holdsFocus(this.#dialogue.log.root);
    if (!isOpen && this.#isOpen) this.#closeSearch();
    if (isOpen) this.#search.show(view);
    this.#isOpen = isOpen;
  }

  /** Marks what is found in the rows that are drawn. */
  mark(): void {
    const { log } = this.#dialogue;
    const { q, hits, found } = this.#search;
    const rows = hits.map((hit) => log.rowOf(hit)).filter((row) => row !== undefined);
    this.#found.show(rows, q, log.rowOf(found));
  }

  connect(): void {
    this.#writing.connect();
  }

  disconnect(): void {
    this.#writing.disconnect();
    this.#search.close();
    this.mark();
  }

  #type = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement && target.value) this.#writing.hint();
  };

  #press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTaken(event) || !this.#use(event)) return;
    // Also a page may know these keys, or close its own things with Escape.
    event.preventDefault();
    event.stopPropagation();
  };

  #holdsFocus(root: HTMLElement): boolean {
    return root.contains(this.#dialogue.host.shadowRoot!.activeElement);
  }

  /** The focus goes to what was found, or back to the button. */
  #closeSearch(): void {
    const { host, log } = this.#dialogue;
    const row = log.rowOf(this.#search.found);
    this.#search.close();
    this.mark();
    if (host.shadowRoot!.activeElement) return;
    const button = host.shadowRoot!.querySelector<HTMLElement>('[part=search-button]');
    const target = this.#cameFromLog ? (row ?? log) : button;
    target?.focus({ preventScroll: true });
  }

  /** Whether the key was of use. Single letters work in the log alone (WCAG 2.1.4). */
  #use(event: KeyboardEvent): boolean {
    const target = event.target as HTMLElement;
    const isInLog = this.#dialogue.log.root.contains(target);
    if (event.key === 'Escape') return this.#leave(isInLog);
    if (target instanceof HTMLTextAreaElement) {
      return event.key === 'ArrowUp' && !target.value && this.#keys.newest();
    }
    if (!isInLog || isField(target)) return false;
    if (asksForKeys(event)) return this.#showKeys();
    if (event.key === '/' && this.#can('search')) return this.#startSearch();
    return this.#keys.press(event);
  }

  #can(capability: 'search' | 'withdrawal'): boolean {
    return this.#view?.session.connection.snapshot.service?.capabilities[capability] ?? false;
  }

  /** Closes what is open; from the log then leads back to where one writes. */
  #leave(isInLog: boolean): boolean {
    const { searching, replying, composer } = this.#dialogue;
    if (searching.isOpen) searching.toggle();
    else if (!isInLog) return false;
    else if (replying.message) replying.cancel();
    else composer()?.focus();
    return true;
  }

  /** Opens the search, or goes back to its field. */
  #startSearch(): boolean {
    const { searching } = this.#dialogue;
    if (searching.isOpen) this.#search.focus();
    else searching.toggle();
    return true;
  }

  #showKeys(): boolean {
    const { host } = this.#dialogue;
    const list = keysOf(host.locale, this.#can('search'), this.#can('withdrawal'));
    showKeys(host, list);
    return true;
  }
}

speak(dialogueToolsWords);

import { html } from 'lit';
import { WindowedList } from '../../../src/base/list/windowed-list.js';
import { timeOfDay, type ChatMessage } from '../data.js';
import type { Chat, MakeChat } from '../page/chat-bench.js';
import { chatFrame, estimate, type ChatFrame } from './chat-frame.js';

const row = ({ author, text, time, mine }: ChatMessage) => html`
  <li class=${mine ? 'message mine' : 'message'}>
    <div class="bubble">
      <div class="name" .textContent=${author}></div>
      <div .textContent=${text}></div>
      <time .textContent=${timeOfDay(time)}></time>
    </div>
  </li>
`;

/** The windowed list by itself, with the baseline's rows. */
class CoreChat implements Chat {
  readonly #frame: ChatFrame;
  readonly #list: WindowedList<ChatMessage>;
  #messages: readonly ChatMessage[] = [];
  #older: readonly ChatMessage[][] = [];

  constructor(host: HTMLElement) {
    this.#frame = chatFrame(host);
    const scroller = this.#frame.log;
    const list = document.createElement('ol');
    list.className = 'rows';
    scroller.append(list);
    const keyOf = ({ id }: ChatMessage) => id;
    this.#list = new WindowedList({ scroller, list, keyOf, row, estimate, edge: 'end' });
    this.#list.connect();
  }

  open(dialogue: readonly ChatMessage[], older: readonly ChatMessage[][]): void {
    this.#older = older;
    this.#show(dialogue);
  }

  append(message: ChatMessage): void {
    this.#show([...this.#messages, message]);
  }

  prepend(): void {
    const [page = [], ...rest] = this.#older;
    this.#older = rest;
    this.#show([...page, ...this.#messages]);
  }

  scroller(): HTMLElement {
    return this.#frame.log;
  }

  composer(): HTMLTextAreaElement {
    return this.#frame.composer;
  }

  destroy(): void {
    this.#list.disconnect();
    this.#frame.root.remove();
  }

  #show(items: readonly ChatMessage[]): void {
    this.#messages = items;
    this.#list.show(items);
  }
}

const make: MakeChat = async (host) => new CoreChat(host);
export default make;

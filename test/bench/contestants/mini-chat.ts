import '../../../src/elements/mini-chat/mini-chat.js';
import '../../../src/elements/task-provider/task-provider.js';
import type { ChatMessage } from '../data.js';
import type { Chat, MakeChat } from '../page/chat-bench.js';
import { frame, sleep } from '../page/frames.js';
import { DialogueSite, report, silent } from './dialogue-site.js';
import { token } from './site.js';

/**
 * Our tag as a page uses it: a provider, a session, and a `fetch` that serves pages. It is made
 * empty, as all that take part: it shows a dialogue in which nothing is said, and opens another.
 */
class FrontDoor implements Chat {
  readonly #site = new DialogueSite();
  readonly #provider = document.createElement('task-provider');
  readonly #tag = document.createElement('mini-chat');

  constructor(host: HTMLElement) {
    this.#provider.setAttribute('endpoint', '/api');
    this.#provider.getToken = token;
    this.#provider.fetch = this.#site.fetch;
    this.#tag.reportId = silent;
    this.#tag.style.setProperty('--taskchat-height', '600px');
    this.#provider.append(this.#tag);
    host.append(this.#provider);
  }

  connected(): Promise<void> {
    return this.#site.heard();
  }

  prepare(dialogue: readonly ChatMessage[], older: readonly ChatMessage[][]): void {
    const before = older.toReversed().flat();
    this.#site.fill([...before, ...dialogue], before.length);
  }

  open(): void {
    this.#tag.reportId = report;
  }

  foresee(messages: readonly ChatMessage[]): void {
    this.#site.foresee(messages);
  }

  append(): void {
    this.#site.push();
  }

  prepend(): void {
    this.#site.letPass();
  }

  scroller(): HTMLElement {
    return this.#find('[role="log"]') ?? this.#tag;
  }

  composer(): HTMLTextAreaElement {
    return this.#find<HTMLTextAreaElement>('textarea')!;
  }

  /** Scrolls back as a reader does, until only the older pages are left. */
  async loadAll(): Promise<void> {
    const scroller = this.scroller();
    for (let idle = 0; idle < 20; idle += 1) {
      const { scrollHeight } = scroller;
      scroller.scrollTop = 0;
      await frame();
      if (scroller.scrollHeight !== scrollHeight) idle = 0;
    }
    scroller.scrollTop = scroller.scrollHeight;
    await sleep(200);
  }

  destroy(): void {
    this.#provider.remove();
  }

  #find<Found extends HTMLElement>(selector: string): Found | null | undefined {
    return this.#tag.shadowRoot?.querySelector<Found>(selector);
  }
}

const make: MakeChat = async (host) => {
  const chat = new FrontDoor(host);
  await chat.connected();
  return chat;
};
export default make;

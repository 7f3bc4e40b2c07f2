import { timeOfDay, type ChatMessage } from '../data.js';
import type { Chat, MakeChat } from '../page/chat-bench.js';
import { chatFrame, estimate, type ChatFrame } from './chat-frame.js';

/** Pixels around the view in which rows are drawn. */
const ahead = 300;

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function row({ author, text, time, mine }: ChatMessage): HTMLElement {
  const message = element('div', mine ? 'message mine' : 'message', '');
  const bubble = element('div', 'bubble', '');
  bubble.append(
    element('div', 'name', author),
    element('div', '', text),
    element('time', '', timeOfDay(time)),
  );
  message.append(bubble);
  return message;
}

/** The baseline: plain DOM, only the rows in view, heights in an array, nothing that is not needed. */
class VanillaChat implements Chat {
  readonly #frame: ChatFrame;
  readonly #above = document.createElement('div');
  readonly #rows = document.createElement('div');
  readonly #below = document.createElement('div');
  #messages: ChatMessage[] = [];
  #older: readonly ChatMessage[][] = [];
  #heights: number[] = [];
  #total = 0;
  #height = 0;
  #range: [number, number] = [0, 0];
  #isAtEnd = true;
  #elements = new Map<ChatMessage, HTMLElement>();
  #indexes = new Map<string, number>();
  #scrollFrame = 0;
  #appendFrame = 0;

  constructor(host: HTMLElement) {
    this.#frame = chatFrame(host);
    const { log } = this.#frame;
    log.append(this.#above, this.#rows, this.#below);
    log.addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  open(dialogue: readonly ChatMessage[], older: readonly ChatMessage[][]): void {
    this.#older = older;
    this.#messages = [...dialogue];
    this.#heights = this.#messages.map(estimate);
    this.#total = this.#heights.reduce((sum, height) => sum + height, 0);
    this.#index();
    this.#elements.clear();
    this.#rows.replaceChildren();
    this.#goToEnd();
  }

  append(message: ChatMessage): void {
    this.#messages.push(message);
    const height = estimate(message);
    this.#heights.push(height);
    this.#total += height;
    this.#indexes.set(message.id, this.#messages.length - 1);
    this.#appendFrame ||= requestAnimationFrame(() => {
      this.#appendFrame = 0;
      if (this.#isAtEnd) this.#goToEnd();
      else this.#pad(...this.#range);
    });
  }

  prepend(): void {
    const [page = [], ...rest] = this.#older;
    this.#older = rest;
    const heights = page.map(estimate);
    const added = heights.reduce((sum, height) => sum + height, 0);
    const { log } = this.#frame;
    const { scrollTop } = log;
    this.#messages = [...page, ...this.#messages];
    this.#heights = [...heights, ...this.#heights];
    this.#total += added;
    this.#index();
    const anchor = this.#messages[page.length]!;
    this.#paint(...this.#rangeAt(added + scrollTop));
    const element = this.#elements.get(anchor);
    log.scrollTop = (element ? element.offsetTop : added) + scrollTop;
  }

  scroller(): HTMLElement {
    return this.#frame.log;
  }

  composer(): HTMLTextAreaElement {
    return this.#frame.composer;
  }

  destroy(): void {
    cancelAnimationFrame(this.#scrollFrame);
    cancelAnimationFrame(this.#appendFrame);
    this.#frame.root.remove();
  }

  #index(): void {
    this.#indexes = new Map(this.#messages.map(({ id }, index) => [id, index]));
  }

  #scrolled(): void {
    this.#scrollFrame ||= requestAnimationFrame(() => {
      this.#scrollFrame = 0;
      const { scrollHeight, scrollTop } = this.#frame.log;
      this.#isAtEnd = scrollHeight - scrollTop - this.#height < 30;
      const [from, to] = this.#rangeAt(scrollTop);
      if (from !== this.#range[0] || to !== this.#range[1]) this.#paint(from, to);
    });
  }

  #goToEnd(): void {
    this.#height ||= this.#frame.log.clientHeight;
    let from = this.#messages.length;
    let height = 0;
    while (from > 0 && height < this.#height + ahead) height += this.#heights[--from]!;
    this.#paint(from, this.#messages.length);
    this.#frame.log.scrollTop = 1e9;
    this.#isAtEnd = true;
  }

  #rangeAt(top: number): [number, number] {
    const heights = this.#heights;
    let from = 0;
    let height = 0;
    while (from < heights.length - 1 && height + heights[from]! < top - ahead) {
      height += heights[from++]!;
    }
    let to = from;
    while (to < heights.length && height < top + this.#height + ahead) height += heights[to++]!;
    return [from, to];
  }

  #paint(from: number, to: number): void {
    for (const [message, element] of this.#elements) {
      const index = this.#indexes.get(message.id)!;
      if (index >= from && index < to) continue;
      element.remove();
      this.#elements.delete(message);
    }
    let next = this.#rows.firstChild;
    for (const message of this.#messages.slice(from, to)) {
      const known = this.#elements.get(message);
      const element = known ?? row(message);
      if (!known) this.#elements.set(message, element);
      if (element !== next) this.#rows.insertBefore(element, next);
      else next = element.nextSibling;
    }
    this.#range = [from, to];
    this.#pad(from, to);
    this.#measure(from, to);
    this.#pad(from, to);
  }

  #measure(from: number, to: number): void {
    for (let index = from; index < to; index += 1) {
      const height = this.#elements.get(this.#messages[index]!)!.offsetHeight;
      this.#total += height - this.#heights[index]!;
      this.#heights[index] = height;
    }
  }

  #pad(from: number, to: number): void {
    let above = 0;
    let between = 0;
    for (let index = 0; index < from; index += 1) above += this.#heights[index]!;
    for (let index = from; index < to; index += 1) between += this.#heights[index]!;
    this.#above.style.height = `${above}px`;
    this.#below.style.height = `${this.#total - above - between}px`;
  }
}

const make: MakeChat = async (host) => new VanillaChat(host);
export default make;

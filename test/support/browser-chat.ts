import { fixture, html } from '@open-wc/testing';
import { v7 as uuid } from 'uuid';
import type { Message, TextMessage } from '../../src/contract/message.js';
import type { Report } from '../../src/contract/report.js';
import type { MiniChat } from '../../src/elements/mini-chat/mini-chat.js';
import { BrowserSite, comes, mia, rui, seen, type BrowserPerson } from './browser-people.js';

/** One report's dialogue on a site of its own, and the tags that show it. */
export class BrowserDialogue {
  private constructor(
    readonly site: BrowserSite,
    readonly report: Report,
  ) {}

  static async begin(): Promise<BrowserDialogue> {
    const site = new BrowserSite();
    return new BrowserDialogue(site, await site.report(mia, await site.task()));
  }

  say(person: BrowserPerson, text: string, replyTo: string | null = null): Promise<TextMessage> {
    const path = `/reports/${this.report.id}/messages/${uuid()}`;
    return this.site.put(person, path, { text, replyTo });
  }

  /** By both sides in turn, the other one first. */
  async sayMany(count: number): Promise<void> {
    for (let n = 1; n <= count; n += 1) await this.say(n % 2 ? rui : mia, `Message ${n}.`);
  }

  /** The newest lines, as the server has them. */
  page(person: BrowserPerson): Promise<{ items: Message[]; readSeq: number }> {
    return this.site.ask(person, `/reports/${this.report.id}/messages`);
  }

  /** What was said so far has been read: the dialogue opens at its end. */
  async readAll(person: BrowserPerson = mia): Promise<void> {
    const { items } = await this.page(person);
    await this.site.put(person, `/reports/${this.report.id}/read`, { seq: items.at(-1)?.seq ?? 0 });
  }

  /** A tag of its own, with a session of its own. */
  async show(person: BrowserPerson = mia, send?: typeof fetch, layout = 'chat'): Promise<MiniChat> {
    const content = html`<mini-chat report-id=${this.report.id} layout=${layout}></mini-chat>`;
    const provider = await fixture(this.site.provide(person, content, send));
    return provider.querySelector('mini-chat') as MiniChat;
  }

  /** As {@link show}, at the end: all has been read. */
  async open(person: BrowserPerson, send?: typeof fetch, layout?: string): Promise<MiniChat> {
    await this.readAll(person);
    return this.show(person, send, layout);
  }
}

export const inside = (chat: MiniChat, selector: string): HTMLElement[] => [
  ...(chat.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** The row of the message with these words, if it is drawn. */
export const rowWith = (chat: MiniChat, text: string): HTMLElement | undefined =>
  inside(chat, '[data-line]').find((row) => row.textContent?.includes(text));

/** The window that the rows scroll in. */
export const logOf = (chat: MiniChat): HTMLElement => inside(chat, '[role="log"]')[0]!;

/** The row in the middle of that window. */
export const rowInView = (chat: MiniChat): HTMLElement | undefined => {
  const log = logOf(chat).getBoundingClientRect();
  const middle = log.top + log.height / 2;
  return inside(chat, '[data-line]').find((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top <= middle && bottom > middle;
  });
};

export const isAtEnd = (log: HTMLElement): boolean =>
  log.scrollHeight - log.clientHeight - log.scrollTop < 2;

/** Whether all of a row is in the window that the rows scroll in. */
export function isInView(chat: MiniChat, row: Element): boolean {
  const inner = row.getBoundingClientRect();
  const outer = logOf(chat).getBoundingClientRect();
  return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
}

export const writingFieldOf = (chat: MiniChat): Promise<HTMLTextAreaElement> =>
  comes<HTMLTextAreaElement>(chat, 'textbox', 'Leave a reply');

/** Types into a field as a person would, all at once. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Types a message, and leaves it in its field. */
export async function type(chat: MiniChat, text: string): Promise<HTMLTextAreaElement> {
  const field = await writingFieldOf(chat);
  typeInto(field, text);
  return field;
}

/** A key there; gives back the event. */
export function pressOn(target: Element, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const options = { key, bubbles: true, composed: true, cancelable: true, ...more };
  const event = new KeyboardEvent('keydown', options);
  target.dispatchEvent(event);
  return event;
}

/** A key where the focus is. */
export const press = (chat: MiniChat, key: string, more?: KeyboardEventInit): KeyboardEvent =>
  pressOn(chat.shadowRoot?.activeElement ?? chat, key, more);

/** Says something in the tag. */
export async function write(chat: MiniChat, text: string): Promise<void> {
  pressOn(await type(chat, text), 'Enter');
}

/** Waits until the server tells what is looked for. */
export async function until(look: () => Promise<boolean>, what: string): Promise<void> {
  let found = false;
  let asking = false;
  await seen(() => {
    if (asking) return found;
    asking = true;
    void look().then((answer) => {
      found = answer;
      asking = false;
    });
    return found;
  }, what);
}

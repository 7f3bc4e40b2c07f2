import { fixture, html } from '@open-wc/testing';
import { v7 as uuid } from 'uuid';
import type { TextMessage } from '../../src/contract/message.js';
import type { Report } from '../../src/contract/report.js';
import type { MiniChat } from '../../src/elements/mini-chat/mini-chat.js';
import { BrowserSite, comes, mia, type BrowserPerson } from './browser-people.js';

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

  /** A tag of its own, with a session of its own. It opens at the end: all has been read. */
  async open(person: BrowserPerson, send?: typeof fetch, layout = 'chat'): Promise<MiniChat> {
    const { id } = this.report;
    const { items } = await this.site.ask<{ items: { seq: number }[] }>(
      person,
      `/reports/${id}/messages`,
    );
    await this.site.put(person, `/reports/${id}/read`, { seq: items.at(-1)?.seq ?? 0 });
    const content = html`<mini-chat report-id=${id} layout=${layout}></mini-chat>`;
    const provider = await fixture(this.site.provide(person, content, send));
    return provider.querySelector('mini-chat') as MiniChat;
  }
}

export const inside = (chat: MiniChat, selector: string): HTMLElement[] => [
  ...(chat.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** The row of the message with these words, if it is drawn. */
export const rowWith = (chat: MiniChat, text: string): HTMLElement | undefined =>
  inside(chat, '[data-line]').find((row) => row.textContent?.includes(text));

/** Whether all of a row is in the window that the rows scroll in. */
export function isInView(chat: MiniChat, row: Element): boolean {
  const inner = row.getBoundingClientRect();
  const outer = inside(chat, '[role="log"]')[0]!.getBoundingClientRect();
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

/** A key where the focus is; gives back the event. */
export function press(chat: MiniChat, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const target = chat.shadowRoot?.activeElement ?? chat;
  const options = { key, bubbles: true, composed: true, cancelable: true, ...more };
  const event = new KeyboardEvent('keydown', options);
  target.dispatchEvent(event);
  return event;
}

import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/task-provider/task-provider.js';
import type { MiniChat } from '../../src/elements/mini-chat/mini-chat.js';
import { readThrough } from '../journey/read-through.js';
import {
  BrowserSite,
  comes,
  mia,
  rui,
  sees,
  type BrowserPerson,
} from '../support/browser-people.js';

const each = 100;

const wordsOn = async (screen: MiniChat): Promise<string[]> =>
  (await readThrough(screen)).match(/(?:Mia|Rui) \d+/g) ?? [];

/** All that was said, once it is there and sent. Ends with the test's own timeout. */
async function allOn(screen: MiniChat): Promise<string[]> {
  for (;;) {
    const words = await wordsOn(screen);
    const waits = screen.shadowRoot?.textContent?.includes('Waits to be sent');
    if (words.length >= 2 * each && !waits) return words;
  }
}

async function write(screen: MiniChat, text: string): Promise<void> {
  const field = await comes<HTMLTextAreaElement>(screen, 'textbox', 'Leave a reply');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}

describe('two screens', () => {
  it('show 200 messages of two people in the same gapless order', async () => {
    const site = new BrowserSite();
    const report = await site.report(mia, await site.task());
    const screenOf = async (person: BrowserPerson): Promise<MiniChat> => {
      const content = html`<mini-chat report-id=${report.id}></mini-chat>`;
      const provider = await fixture(site.provide(person, content));
      return provider.querySelector('mini-chat') as MiniChat;
    };
    const screens = { mia: await screenOf(mia), rui: await screenOf(rui) };
    await sees(screens.mia, 'You sent your report');
    await sees(screens.rui, 'Mia Sousa sent the report');
    for (let n = 1; n <= each; n += 1) {
      await write(screens.mia, `Mia ${n}`);
      await write(screens.rui, `Rui ${n}`);
    }
    const words = await allOn(screens.mia);
    expect(await allOn(screens.rui)).to.deep.equal(words);
    for (const name of ['Mia', 'Rui']) {
      const own = words.filter((text) => text.startsWith(name));
      expect(own).to.deep.equal(Array.from({ length: each }, (_, n) => `${name} ${n + 1}`));
    }
    const { items } = await site.ask<{ items: { seq: number }[] }>(
      mia,
      `/reports/${report.id}/messages?limit=200&after=1`,
    );
    expect(items.map(({ seq }) => seq)).to.deep.equal(
      Array.from({ length: 2 * each }, (_, n) => n + 2),
    );
  }).timeout(120_000);
});

import { expect, fixture, html } from '@open-wc/testing';
import { v7 as uuid } from 'uuid';
import '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/task-provider/task-provider.js';
import type { Message, TextMessage } from '../../src/contract/message.js';
import type { Report } from '../../src/contract/report.js';
import type { MiniChat } from '../../src/elements/mini-chat/mini-chat.js';
import {
  BrowserSite,
  comes,
  find,
  Line,
  mia,
  rui,
  sees,
  seen,
  textOf,
  type BrowserPerson,
} from '../support/browser-people.js';

const inside = (chat: MiniChat, selector: string): HTMLElement[] => [
  ...(chat.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const logOf = (chat: MiniChat): HTMLElement => inside(chat, '[role="log"]')[0]!;
const rowWith = (chat: MiniChat, text: string): HTMLElement | undefined =>
  inside(chat, '[data-line]').find((row) => row.textContent?.includes(text));
/** The row in the middle of the log. */
const rowInView = (chat: MiniChat): HTMLElement | undefined => {
  const log = logOf(chat).getBoundingClientRect();
  const middle = log.top + log.height / 2;
  return inside(chat, '[data-line]').find((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top <= middle && bottom > middle;
  });
};
const isAtEnd = (log: HTMLElement): boolean =>
  log.scrollHeight - log.clientHeight - log.scrollTop < 2;

async function frames(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await new Promise(requestAnimationFrame);
}

const fieldOf = (chat: MiniChat): Promise<HTMLTextAreaElement> =>
  comes<HTMLTextAreaElement>(chat, 'textbox', 'Leave a reply');

async function type(chat: MiniChat, text: string): Promise<HTMLTextAreaElement> {
  const field = await fieldOf(chat);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return field;
}

function press(target: HTMLElement, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const options = { key, bubbles: true, composed: true, cancelable: true, ...more };
  const event = new KeyboardEvent('keydown', options);
  target.dispatchEvent(event);
  return event;
}

async function write(chat: MiniChat, text: string): Promise<void> {
  press(await type(chat, text), 'Enter');
}

/** Waits until the server tells what is looked for. */
async function until(look: () => Promise<boolean>, what: string): Promise<void> {
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

describe('mini-chat', function () {
  // Some dialogues are written message by message first.
  this.timeout(30_000);
  let site: BrowserSite;
  let report: Report;

  beforeEach(async () => {
    site = new BrowserSite();
    report = await site.report(mia, await site.task());
  });

  function say(
    person: BrowserPerson,
    text: string,
    replyTo: string | null = null,
  ): Promise<TextMessage> {
    return site.put(person, `/reports/${report.id}/messages/${uuid()}`, { text, replyTo });
  }

  async function sayMany(count: number): Promise<void> {
    for (let n = 1; n <= count; n += 1) await say(n % 2 ? rui : mia, `Message ${n}.`);
  }

  const page = (person: BrowserPerson): Promise<{ items: Message[]; readSeq: number }> =>
    site.ask(person, `/reports/${report.id}/messages`);

  /** What was said so far has been read: the dialogue opens at its end. */
  async function readAll(person: BrowserPerson = mia): Promise<void> {
    const { items } = await page(person);
    await site.put(person, `/reports/${report.id}/read`, { seq: items.at(-1)!.seq });
  }

  async function chatFor(
    person: BrowserPerson = mia,
    send?: typeof fetch,
    layout = 'chat',
  ): Promise<MiniChat> {
    const content = html`<mini-chat report-id=${report.id} layout=${layout}></mini-chat>`;
    const provider = await fixture(site.provide(person, content, send));
    return provider.querySelector('mini-chat') as MiniChat;
  }

  it('tells the report’s life and what was said, and opens at the newest', async () => {
    await sayMany(12);
    await site.decide(report, 'changes', 'Which street?');
    await readAll();
    const chat = await chatFor();
    await sees(chat, 'Rui Tavares asked for changes');
    await sees(chat, 'Name the bakery');
    for (const words of ['Message 12.', 'Which street?', 'Reviewer']) {
      expect(textOf(chat)).to.contain(words);
    }
    expect(isAtEnd(logOf(chat))).to.equal(true);
    logOf(chat).scrollTop = 0;
    await sees(chat, 'You sent your report');
    expect(logOf(chat).getAttribute('aria-label')).to.equal('Messages');
    await expect(chat).to.be.accessible();
  });

  it('stays open after the decision, and says what was earned', async () => {
    await site.decide(report, 'approved');
    const chat = await chatFor();
    await sees(chat, 'Approved by Rui Tavares +50');
    await write(chat, 'Thank you.');
    await until(async () => (await page(mia)).items.length === 3, 'the message on the server');
  });

  it('says who will read it, before anybody has said anything', async () => {
    await sees(await chatFor(mia), 'The reviewers read what you write here');
    await sees(await chatFor(rui), 'Mia Sousa reads what you write here');
  });

  it('sends with Enter, tells the host, and keeps the focus', async () => {
    const chat = await chatFor();
    const heard: unknown[] = [];
    chat.addEventListener('message-send', ({ text, replyTo, reportId }) => {
      heard.push({ text, replyTo, reportId });
    });
    const sent = new Promise<TextMessage>((resolve) =>
      chat.addEventListener('message-sent', ({ message }) => resolve(message)),
    );
    const field = await type(chat, 'By the river.');
    expect(press(field, 'Enter', { shiftKey: true }).defaultPrevented).to.equal(false);
    press(field, 'Enter', { isComposing: true });
    press(field, 'Enter', { keyCode: 229 });
    expect(heard).to.deep.equal([]);
    press(field, 'Enter');
    expect(heard).to.deep.equal([{ text: 'By the river.', replyTo: null, reportId: report.id }]);
    expect(await sent).to.include({ text: 'By the river.', seq: 2, report: report.id });
    expect(field.value).to.equal('');
    expect(chat.shadowRoot?.activeElement).to.equal(field);
    expect((await page(mia)).items.at(-1)).to.deep.equal(await sent);
  });

  it('keeps what was typed when the host prevents it', async () => {
    const chat = await chatFor();
    chat.addEventListener('message-send', (event) => event.preventDefault());
    const field = await type(chat, 'Not yet.');
    press(field, 'Enter');
    expect(field.value).to.equal('Not yet.');
    expect((await page(mia)).items).to.have.length(1);
  });

  it('brings a draft back, each to its own dialogue', async () => {
    const other = await site.report(mia, await site.task({ name: 'Hang up a poster' }));
    const chat = await chatFor();
    await sees(chat, 'You sent your report');
    await type(chat, 'Half a thought');
    chat.reportId = other.id;
    await seen(() => find<HTMLTextAreaElement>(chat, 'textbox')?.value === '', 'an empty field');
    await type(chat, 'Another one');
    chat.reportId = report.id;
    await seen(
      () => find<HTMLTextAreaElement>(chat, 'textbox')?.value === 'Half a thought',
      'the draft',
    );
    chat.remove();
    const again = await chatFor();
    await seen(
      () => find<HTMLTextAreaElement>(again, 'textbox')?.value === 'Half a thought',
      'the draft in another element',
    );
  });

  it('shows that a message waits, until the server has answered', async () => {
    const line = new Line();
    const chat = await chatFor(mia, line.fetch);
    await sees(chat, 'You sent your report');
    const release = line.hold();
    await write(chat, 'On its way.');
    await sees(chat, 'Waits to be sent');
    const row = rowWith(chat, 'On its way.');
    release();
    await seen(() => !textOf(chat).includes('Waits to be sent'), 'the answer');
    expect(rowWith(chat, 'On its way.')).to.equal(row);
  });

  it('takes messages without a connection, and sends each once when it is back', async () => {
    const line = new Line();
    const chat = await chatFor(mia, line.fetch);
    await sees(chat, 'You sent your report');
    line.cut = true;
    await write(chat, 'First.');
    await write(chat, 'Second.');
    await sees(chat, 'Waits to be sent');
    line.cut = false;
    window.dispatchEvent(new Event('online'));
    await seen(() => !textOf(chat).includes('Waits to be sent'), 'both sent');
    const texts = (await page(rui)).items.flatMap((item) =>
      item.kind === 'text' ? item.text : [],
    );
    expect(texts).to.deep.equal(['First.', 'Second.']);
  });

  it('says why a message was refused, and lets it be discarded', async () => {
    const chat = await chatFor();
    const codes: string[] = [];
    chat.addEventListener('taskchat-error', ({ code }) => codes.push(code));
    await write(chat, 'A null \0 in it.');
    const refusal = await comes(chat, 'alert', 'did not accept');
    expect(refusal.textContent).to.contain('Not sent.');
    expect(codes).to.deep.equal(['invalid']);
    (await comes(chat, 'button', 'Try again')).click();
    const discard = await comes(chat, 'button', 'Discard');
    discard.focus();
    discard.click();
    await seen(() => !rowWith(chat, 'A null'), 'the row leaves');
    expect(chat.shadowRoot?.activeElement).to.equal(await fieldOf(chat));
    expect((await page(mia)).items).to.have.length(1);
  });

  it('answers a message, and leads back to it', async () => {
    const question = await say(rui, 'Which street is it in?');
    await sayMany(20);
    await readAll();
    const chat = await chatFor();
    await sees(chat, 'Message 20.');
    logOf(chat).scrollTop = 0;
    const row = await seen(() => rowWith(chat, 'Which street'), 'the question');
    row.querySelector('button')?.click();
    await comes(chat, 'button', 'Do not reply');
    await write(chat, 'In Mill Lane.');
    await seen(() => rowWith(chat, 'In Mill Lane.')?.querySelector('time'), 'the answer is sent');
    expect((await page(mia)).items.at(-1)).to.include({ replyTo: question.id });
    rowWith(chat, 'In Mill Lane.')?.querySelector<HTMLElement>('.quote')?.click();
    await seen(
      () => chat.shadowRoot?.activeElement?.textContent?.includes('Which street'),
      'the original has the focus',
    );
    const outer = logOf(chat).getBoundingClientRect();
    const inner = chat.shadowRoot!.activeElement!.getBoundingClientRect();
    expect(inner.top >= outer.top && inner.bottom <= outer.bottom).to.equal(true);
  });

  it('keeps a long quote within its row', async () => {
    const question = await say(rui, 'Which street is it in, and where there? '.repeat(8));
    await say(mia, 'In Mill Lane.', question.id);
    await readAll();
    const chat = await chatFor();
    chat.style.width = '300px';
    const row = await seen(() => rowWith(chat, 'In Mill Lane.'), 'the answer');
    const outer = row.getBoundingClientRect();
    const inner = row.querySelector('.bubble')!.getBoundingClientRect();
    expect(inner.left >= outer.left && inner.right <= outer.right).to.equal(true);
  });

  it('loads older messages for a quote that leads to them', async () => {
    const question = await say(rui, 'Which street is it in?');
    await sayMany(60);
    await say(rui, 'I asked for the street.', question.id);
    await readAll();
    const chat = await chatFor();
    await sees(chat, 'I asked for the street.');
    (await comes(chat, 'button', 'An earlier message')).click();
    await seen(
      () => chat.shadowRoot?.activeElement?.textContent?.includes('Which street is it in?'),
      'the original has the focus',
    );
  });

  it('leaves a reply with Escape, the text kept', async () => {
    await say(rui, 'Which street?');
    const chat = await chatFor();
    (await comes(chat, 'button', 'Reply to Rui Tavares')).click();
    await comes(chat, 'button', 'Do not reply');
    const field = await type(chat, 'Well');
    press(field, 'Escape');
    await seen(() => !find(chat, 'button', 'Do not reply'), 'the reply is left');
    expect(field.value).to.equal('Well');
    expect(chat.shadowRoot?.activeElement).to.equal(field);
  });

  it('opens at the first message that is unread', async () => {
    await sayMany(12);
    await readAll();
    for (let n = 1; n <= 30; n += 1) await say(rui, `News ${n}.`);
    const chat = await chatFor();
    await sees(chat, 'News 1.');
    expect(rowWith(chat, 'News 1.')?.querySelector('[part=unread]')?.textContent).to.equal('New');
    expect(rowInView(chat)?.textContent).to.contain('News 1.');
    expect(rowWith(chat, 'News 30.')).to.equal(undefined);
    (await comes(chat, 'button', 'Go to the newest')).click();
    await sees(chat, 'News 30.');
    await until(async () => (await page(mia)).readSeq === 43, 'all is read');
  });

  it('opens at the first unread also if that is many pages back', async () => {
    for (let n = 1; n <= 120; n += 1) await say(rui, `News ${n}.`);
    const chat = await chatFor();
    await sees(chat, 'News 1.');
    expect(rowInView(chat)?.textContent).to.contain('News');
    expect(rowWith(chat, 'News 120.')).to.equal(undefined);
  });

  it('takes an own message back, and a mark stays on both sides', async () => {
    const chat = await chatFor();
    await write(chat, 'Sent by mistake.');
    const row = await seen(() => {
      const found = rowWith(chat, 'Sent by mistake.');
      return found?.querySelector('[data-action=withdraw]') ? found : undefined;
    }, 'the way to take it back');
    const other = await chatFor(rui);
    await sees(other, 'Sent by mistake.');
    expect(inside(other, '[data-action=withdraw]')).to.have.length(0);
    row.querySelector<HTMLElement>('[data-action=withdraw]')!.click();
    await sees(chat, 'You withdrew this message');
    expect(chat.shadowRoot?.activeElement).to.equal(row);
    await sees(other, 'Message withdrawn');
    for (const side of [chat, other]) expect(textOf(side)).not.to.contain('by mistake');
  });

  it('shows how far the other has read', async () => {
    await say(rui, 'Which street?');
    const last = await say(mia, 'Mill Lane.');
    const chat = await chatFor();
    await sees(chat, 'Mill Lane.');
    expect(inside(chat, '[part=seen]')).to.have.length(0);
    await site.put(rui, `/reports/${report.id}/read`, { seq: last.seq });
    const mark = await seen(() => inside(chat, '[part=seen]')[0], 'the mark');
    expect(mark.closest('[data-line]')).to.equal(rowWith(chat, 'Mill Lane.'));
    expect(mark.title.replace(/[\u2068\u2069]/g, '')).to.equal('Read by Rui Tavares');
  });

  it('shows emoji alone larger, and text with emoji as text', async () => {
    for (const text of ['👍🏽', '👩‍🚀 🇵🇹', 'Fine 👍', '12']) await say(rui, text);
    const chat = await chatFor();
    await sees(chat, 'Fine');
    const large = inside(chat, '.emoji').map(({ textContent }) => textContent);
    expect(large).to.deep.equal(['👍🏽', '👩‍🚀 🇵🇹']);
  });

  it('loads older messages above, and the row under the eye stays', async () => {
    await sayMany(70);
    await readAll();
    const chat = await chatFor();
    await sees(chat, 'Message 70.');
    const log = logOf(chat);
    log.scrollTop = 150;
    const row = await seen(() => rowInView(chat), 'a row in view');
    const words = row.textContent;
    await seen(() => !find(chat, 'button', 'Show earlier'), 'all are there');
    expect(rowInView(chat)?.textContent).to.equal(words);
    await seen(() => {
      log.scrollTop = 0;
      return rowWith(chat, 'You sent your report');
    }, 'the first line');
  });

  it('leaves a reader where they are, and says how many are new', async () => {
    await sayMany(30);
    await readAll();
    const chat = await chatFor();
    await sees(chat, 'Message 30.');
    const log = logOf(chat);
    log.scrollTop = 200;
    await comes(chat, 'button', 'Go to the newest message');
    const row = await seen(() => rowWith(chat, 'Message 6.'), 'message 6');
    const before = row.getBoundingClientRect().top;
    await say(rui, 'One.');
    await say(rui, 'Two.');
    const jump = await comes(chat, 'button', '2 new');
    expect(row.getBoundingClientRect().top).to.equal(before);
    jump.click();
    await seen(() => isAtEnd(log), 'the end');
    await seen(() => !find(chat, 'button', '2 new'), 'the button leaves');
    expect(chat.shadowRoot?.activeElement).to.equal(log);
    await say(rui, 'Three.');
    await sees(chat, 'Three.');
    await seen(() => isAtEnd(log), 'the end goes on with the reader');
  });

  it('keeps the sender at the end, however soon the next long message is begun', async () => {
    await sayMany(30);
    await readAll();
    const chat = await chatFor();
    await sees(chat, 'Message 30.');
    const log = logOf(chat);
    const long = 'One.\nTwo.\nThree.\nFour.\nFive.';
    const field = await type(chat, long);
    await frames(2);
    press(field, 'Enter');
    await chat.updateComplete;
    // No frame has come yet: what is measured here has the browser cut off what cannot be scrolled.
    expect(isAtEnd(log)).to.equal(true);
    field.value = long;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await frames(2);
    await say(rui, 'Seen.');
    await seen(() => rowWith(chat, 'Seen.') && isAtEnd(log), 'the answer at the end');
    expect(find(chat, 'button', 'Go to the newest message')).to.equal(null);
  });

  it('announces what comes in once, and nothing else', async () => {
    await say(rui, 'Before.');
    const chat = await chatFor();
    await sees(chat, 'Before.');
    const said = (): string[] =>
      inside(chat, '.log > [role="status"] p').map(({ textContent }) => textContent ?? '');
    await write(chat, 'My own.');
    await say(rui, 'From Rui.');
    await site.decide(report, 'approved');
    await seen(() => said().length === 2, 'two announcements');
    expect(said()[0]).to.equal('Rui Tavares: From Rui.');
    expect(said()[1]).to.contain('Approved by').and.to.contain('+50 points');
    expect(logOf(chat).getAttribute('aria-live')).to.equal('off');
  });

  it('marks as read what is seen', async () => {
    await say(rui, 'Read me.');
    const chat = await chatFor();
    await sees(chat, 'Read me.');
    await until(async () => (await page(mia)).readSeq === 2, 'the mark');
    await say(rui, 'And me.');
    await until(async () => (await page(mia)).readSeq === 3, 'the next mark');
  });

  it('counts the characters near the limit, and sends nothing beyond it', async () => {
    const chat = await chatFor();
    const field = await type(chat, 'x'.repeat(7_990));
    await sees(chat, '10 characters left');
    await type(chat, 'x'.repeat(8_001));
    await sees(chat, '1 characters too many');
    press(field, 'Enter');
    expect(field.value).to.have.length(8_001);
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect((await page(mia)).items).to.have.length(1);
  });

  it('shows the comments as a table, the replies under what they answer', async () => {
    const first = await say(mia, 'Is one enough?');
    await say(mia, 'There is a second one.');
    await say(rui, 'One is enough.', first.id);
    const chat = await chatFor(rui, undefined, 'table');
    await sees(chat, 'One is enough.');
    const rows = inside(chat, 'tr[data-line]').map((row) => row.textContent ?? '');
    const places = ['Is one enough?', 'One is enough.', 'There is a second one.'].map((text) =>
      rows.findIndex((row) => row.includes(text)),
    );
    expect(places).to.deep.equal([1, 2, 3]);
    expect(rows[2]).to.contain('Reviewer').and.to.contain('Reply');
    await expect(chat).to.be.accessible();
  });

  it('takes a reply in its place in the table, and comes back to the message', async () => {
    const first = await say(mia, 'Is one enough?');
    const chat = await chatFor(rui, undefined, 'table');
    const reply = await comes(chat, 'button', 'Reply to Mia Sousa');
    reply.click();
    await seen(() => inside(chat, 'tr textarea').length === 1, 'the composer in the table');
    const field = await type(chat, 'One is enough.');
    expect(chat.shadowRoot?.activeElement).to.equal(field);
    press(field, 'Escape');
    await seen(() => chat.shadowRoot?.activeElement === reply, 'the focus on the message');
    expect((await fieldOf(chat)).value).to.equal('One is enough.');
    reply.click();
    await seen(() => inside(chat, 'tr textarea').length === 1, 'the composer in the table again');
    press(await fieldOf(chat), 'Enter');
    await until(async () => (await page(rui)).items.length === 3, 'the reply on the server');
    expect((await page(rui)).items.at(-1)).to.include({ replyTo: first.id });
    await seen(() => chat.shadowRoot?.activeElement === field, 'the focus in the composer');
  });

  it('asks to pick a report, and follows the choice', async () => {
    const provider = await fixture(site.provide(mia, html`<mini-chat></mini-chat>`));
    const chat = provider.querySelector('mini-chat')!;
    await sees(chat, 'Pick a report');
    expect(chat.matches(':state(empty)')).to.equal(true);
    await expect(chat).to.be.accessible();
    chat.session?.selection.selectReport(report.id);
    await sees(chat, 'You sent your report');
  });

  it('says what went wrong, and recovers with the draft and the focus', async () => {
    const line = new Line();
    line.cut = true;
    const chat = await chatFor(mia, line.fetch);
    const again = await comes(chat, 'button', 'Try again');
    expect(chat.matches(':state(problem)')).to.equal(true);
    line.cut = false;
    again.focus();
    again.click();
    await sees(chat, 'You sent your report');
    expect(chat.shadowRoot?.activeElement).to.equal(logOf(chat));
  });

  it('shows neither another member’s dialogue nor that there is one', async () => {
    const stranger = { ...mia, sub: 'stranger' };
    await sees(await chatFor(stranger), 'It is not here, or not for you to see.');
  });

  it('keeps its place when it is moved in the page', async () => {
    await sayMany(30);
    await readAll();
    const chat = await chatFor();
    await sees(chat, 'Message 30.');
    const log = logOf(chat);
    log.scrollTop = 300;
    await comes(chat, 'button', 'Go to the newest message');
    const place = log.scrollTop;
    const elsewhere = document.createElement('div');
    chat.parentElement?.append(elsewhere);
    elsewhere.append(chat);
    await seen(() => log.scrollTop === place, 'its place');
  });
});

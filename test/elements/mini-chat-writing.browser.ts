import { expect } from '@open-wc/testing';
import '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/task-provider/task-provider.js';
import type { TextMessage } from '../../src/contract/message.js';
import {
  BrowserDialogue,
  inside,
  isAtEnd,
  logOf,
  pressOn,
  rowWith,
  type,
  until,
  write,
  writingFieldOf,
} from '../support/browser-chat.js';
import { comes, find, Line, mia, rui, sees, seen, textOf } from '../support/browser-people.js';

async function frames(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await new Promise(requestAnimationFrame);
}

describe('writing in mini-chat', function () {
  // Some dialogues are written message by message first.
  this.timeout(30_000);
  let dialogue: BrowserDialogue;

  beforeEach(async () => {
    dialogue = await BrowserDialogue.begin();
  });

  it('sends with Enter, tells the host, and keeps the focus', async () => {
    const chat = await dialogue.show();
    const heard: unknown[] = [];
    chat.addEventListener('message-send', ({ text, replyTo, reportId }) => {
      heard.push({ text, replyTo, reportId });
    });
    const sent = new Promise<TextMessage>((resolve) =>
      chat.addEventListener('message-sent', ({ message }) => resolve(message)),
    );
    const field = await type(chat, 'By the river.');
    expect(pressOn(field, 'Enter', { shiftKey: true }).defaultPrevented).to.equal(false);
    pressOn(field, 'Enter', { isComposing: true });
    pressOn(field, 'Enter', { keyCode: 229 });
    expect(heard).to.deep.equal([]);
    pressOn(field, 'Enter');
    expect(heard).to.deep.equal([
      { text: 'By the river.', replyTo: null, reportId: dialogue.report.id },
    ]);
    expect(await sent).to.include({ text: 'By the river.', seq: 2, report: dialogue.report.id });
    expect(field.value).to.equal('');
    expect(chat.shadowRoot?.activeElement).to.equal(field);
    expect((await dialogue.page(mia)).items.at(-1)).to.deep.equal(await sent);
  });

  it('keeps what was typed when the host prevents it', async () => {
    const chat = await dialogue.show();
    chat.addEventListener('message-send', (event) => event.preventDefault());
    const field = await type(chat, 'Not yet.');
    pressOn(field, 'Enter');
    expect(field.value).to.equal('Not yet.');
    expect((await dialogue.page(mia)).items).to.have.length(1);
  });

  it('brings a draft back, each to its own dialogue', async () => {
    const other = await dialogue.site.report(
      mia,
      await dialogue.site.task({ name: 'Hang up a poster' }),
    );
    const chat = await dialogue.show();
    await sees(chat, 'You sent your report');
    await type(chat, 'Half a thought');
    chat.reportId = other.id;
    await seen(() => find<HTMLTextAreaElement>(chat, 'textbox')?.value === '', 'an empty field');
    await type(chat, 'Another one');
    chat.reportId = dialogue.report.id;
    await seen(
      () => find<HTMLTextAreaElement>(chat, 'textbox')?.value === 'Half a thought',
      'the draft',
    );
    chat.remove();
    const again = await dialogue.show();
    await seen(
      () => find<HTMLTextAreaElement>(again, 'textbox')?.value === 'Half a thought',
      'the draft in another element',
    );
  });

  it('shows that a message waits, until the server has answered', async () => {
    const line = new Line();
    const chat = await dialogue.show(mia, line.fetch);
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
    const chat = await dialogue.show(mia, line.fetch);
    await sees(chat, 'You sent your report');
    line.cut = true;
    await write(chat, 'First.');
    await write(chat, 'Second.');
    await sees(chat, 'Waits to be sent');
    line.cut = false;
    window.dispatchEvent(new Event('online'));
    await seen(() => !textOf(chat).includes('Waits to be sent'), 'both sent');
    const texts = (await dialogue.page(rui)).items.flatMap((item) =>
      item.kind === 'text' ? item.text : [],
    );
    expect(texts).to.deep.equal(['First.', 'Second.']);
  });

  it('says why a message was refused, and lets it be discarded', async () => {
    const chat = await dialogue.show();
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
    expect(chat.shadowRoot?.activeElement).to.equal(await writingFieldOf(chat));
    expect((await dialogue.page(mia)).items).to.have.length(1);
  });

  it('answers a message, and leads back to it', async () => {
    const question = await dialogue.say(rui, 'Which street is it in?');
    await dialogue.sayMany(20);
    await dialogue.readAll();
    const chat = await dialogue.show();
    await sees(chat, 'Message 20.');
    logOf(chat).scrollTop = 0;
    const row = await seen(() => rowWith(chat, 'Which street'), 'the question');
    row.querySelector('button')?.click();
    await comes(chat, 'button', 'Do not reply');
    await write(chat, 'In Mill Lane.');
    await seen(() => rowWith(chat, 'In Mill Lane.')?.querySelector('time'), 'the answer is sent');
    expect((await dialogue.page(mia)).items.at(-1)).to.include({ replyTo: question.id });
    rowWith(chat, 'In Mill Lane.')?.querySelector<HTMLElement>('.quote')?.click();
    await seen(
      () => chat.shadowRoot?.activeElement?.textContent?.includes('Which street'),
      'the original has the focus',
    );
    const outer = logOf(chat).getBoundingClientRect();
    const inner = chat.shadowRoot!.activeElement!.getBoundingClientRect();
    expect(inner.top >= outer.top && inner.bottom <= outer.bottom).to.equal(true);
  });

  it('leaves a reply with Escape, the text kept', async () => {
    await dialogue.say(rui, 'Which street?');
    const chat = await dialogue.show();
    (await comes(chat, 'button', 'Reply to Rui Tavares')).click();
    await comes(chat, 'button', 'Do not reply');
    const field = await type(chat, 'Well');
    pressOn(field, 'Escape');
    await seen(() => !find(chat, 'button', 'Do not reply'), 'the reply is left');
    expect(field.value).to.equal('Well');
    expect(chat.shadowRoot?.activeElement).to.equal(field);
  });

  it('takes an own message back, and a mark stays on both sides', async () => {
    const chat = await dialogue.show();
    await write(chat, 'Sent by mistake.');
    const row = await seen(() => {
      const found = rowWith(chat, 'Sent by mistake.');
      return found?.querySelector('[data-action=withdraw]') ? found : undefined;
    }, 'the way to take it back');
    const other = await dialogue.show(rui);
    await sees(other, 'Sent by mistake.');
    expect(inside(other, '[data-action=withdraw]')).to.have.length(0);
    row.querySelector<HTMLElement>('[data-action=withdraw]')!.click();
    await sees(chat, 'You withdrew this message');
    expect(chat.shadowRoot?.activeElement).to.equal(row);
    await sees(other, 'Message withdrawn');
    for (const side of [chat, other]) expect(textOf(side)).not.to.contain('by mistake');
  });

  it('keeps the sender at the end, however soon the next long message is begun', async () => {
    await dialogue.sayMany(30);
    await dialogue.readAll();
    const chat = await dialogue.show();
    await sees(chat, 'Message 30.');
    const log = logOf(chat);
    const long = 'One.\nTwo.\nThree.\nFour.\nFive.';
    const field = await type(chat, long);
    await frames(2);
    pressOn(field, 'Enter');
    await chat.updateComplete;
    // No frame has come yet: what is measured here has the browser cut off what cannot be scrolled.
    expect(isAtEnd(log)).to.equal(true);
    field.value = long;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await frames(2);
    await dialogue.say(rui, 'Seen.');
    await seen(() => rowWith(chat, 'Seen.') && isAtEnd(log), 'the answer at the end');
    expect(find(chat, 'button', 'Go to the newest message')).to.equal(null);
  });

  it('counts the characters near the limit, and sends nothing beyond it', async () => {
    const chat = await dialogue.show();
    const field = await type(chat, 'x'.repeat(7_990));
    await sees(chat, '10 characters left');
    await type(chat, 'x'.repeat(8_001));
    await sees(chat, '1 characters too many');
    pressOn(field, 'Enter');
    expect(field.value).to.have.length(8_001);
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect((await dialogue.page(mia)).items).to.have.length(1);
  });

  it('takes a reply in its place in the table, and comes back to the message', async () => {
    const first = await dialogue.say(mia, 'Is one enough?');
    const chat = await dialogue.show(rui, undefined, 'table');
    const reply = await comes(chat, 'button', 'Reply to Mia Sousa');
    reply.click();
    await seen(() => inside(chat, 'tr textarea').length === 1, 'the composer in the table');
    const field = await type(chat, 'One is enough.');
    expect(chat.shadowRoot?.activeElement).to.equal(field);
    pressOn(field, 'Escape');
    await seen(() => chat.shadowRoot?.activeElement === reply, 'the focus on the message');
    expect((await writingFieldOf(chat)).value).to.equal('One is enough.');
    reply.click();
    await seen(() => inside(chat, 'tr textarea').length === 1, 'the composer in the table again');
    pressOn(await writingFieldOf(chat), 'Enter');
    await until(
      async () => (await dialogue.page(rui)).items.length === 3,
      'the reply on the server',
    );
    expect((await dialogue.page(rui)).items.at(-1)).to.include({ replyTo: first.id });
    await seen(() => chat.shadowRoot?.activeElement === field, 'the focus in the composer');
  });
});

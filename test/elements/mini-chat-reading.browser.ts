import { expect } from '@open-wc/testing';
import '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/task-provider/task-provider.js';
import {
  BrowserDialogue,
  inside,
  isAtEnd,
  logOf,
  rowInView,
  rowWith,
  until,
  write,
} from '../support/browser-chat.js';
import { comes, find, mia, rui, sees, seen } from '../support/browser-people.js';

describe('reading in mini-chat', function () {
  // Some dialogues are written message by message first.
  this.timeout(30_000);
  let dialogue: BrowserDialogue;

  beforeEach(async () => {
    dialogue = await BrowserDialogue.begin();
  });

  it('keeps a long quote within its row', async () => {
    const question = await dialogue.say(rui, 'Which street is it in, and where there? '.repeat(8));
    await dialogue.say(mia, 'In Mill Lane.', question.id);
    await dialogue.readAll();
    const chat = await dialogue.show();
    chat.style.width = '300px';
    const row = await seen(() => rowWith(chat, 'In Mill Lane.'), 'the answer');
    const outer = row.getBoundingClientRect();
    const inner = row.querySelector('.bubble')!.getBoundingClientRect();
    expect(inner.left >= outer.left && inner.right <= outer.right).to.equal(true);
  });

  it('loads older messages for a quote that leads to them', async () => {
    const question = await dialogue.say(rui, 'Which street is it in?');
    await dialogue.sayMany(60);
    await dialogue.say(rui, 'I asked for the street.', question.id);
    await dialogue.readAll();
    const chat = await dialogue.show();
    await sees(chat, 'I asked for the street.');
    (await comes(chat, 'button', 'An earlier message')).click();
    await seen(
      () => chat.shadowRoot?.activeElement?.textContent?.includes('Which street is it in?'),
      'the original has the focus',
    );
  });

  it('opens at the first message that is unread', async () => {
    await dialogue.sayMany(12);
    await dialogue.readAll();
    for (let n = 1; n <= 30; n += 1) await dialogue.say(rui, `News ${n}.`);
    const chat = await dialogue.show();
    await sees(chat, 'News 1.');
    expect(rowWith(chat, 'News 1.')?.querySelector('[part=unread]')?.textContent).to.equal('New');
    expect(rowInView(chat)?.textContent).to.contain('News 1.');
    expect(rowWith(chat, 'News 30.')).to.equal(undefined);
    (await comes(chat, 'button', 'Go to the newest')).click();
    await sees(chat, 'News 30.');
    await until(async () => (await dialogue.page(mia)).readSeq === 43, 'all is read');
  });

  it('opens at the first unread also if that is many pages back', async () => {
    for (let n = 1; n <= 120; n += 1) await dialogue.say(rui, `News ${n}.`);
    const chat = await dialogue.show();
    await sees(chat, 'News 1.');
    expect(rowInView(chat)?.textContent).to.contain('News');
    expect(rowWith(chat, 'News 120.')).to.equal(undefined);
  });

  it('shows how far the other has read', async () => {
    await dialogue.say(rui, 'Which street?');
    const last = await dialogue.say(mia, 'Mill Lane.');
    const chat = await dialogue.show();
    await sees(chat, 'Mill Lane.');
    expect(inside(chat, '[part=seen]')).to.have.length(0);
    await dialogue.site.put(rui, `/reports/${dialogue.report.id}/read`, { seq: last.seq });
    const mark = await seen(() => inside(chat, '[part=seen]')[0], 'the mark');
    expect(mark.closest('[data-line]')).to.equal(rowWith(chat, 'Mill Lane.'));
    expect(mark.title.replace(/[\u2068\u2069]/g, '')).to.equal('Read by Rui Tavares');
  });

  it('shows the face where a run ends, also while it goes on', async () => {
    await dialogue.say(rui, 'Which street?');
    await dialogue.say(mia, 'Mill Lane.');
    const chat = await dialogue.show(mia);
    await dialogue.say(rui, 'And when?');
    await sees(chat, 'And when?');
    const parts = (text: string) =>
      ['.byline', '.avatar', '.time'].filter((part) => rowWith(chat, text)?.querySelector(part));
    expect(parts('And when?')).to.deep.equal(['.byline', '.avatar', '.time']);
    await dialogue.say(rui, 'Before noon?');
    await sees(chat, 'Before noon?');
    expect(parts('And when?')).to.deep.equal(['.byline']);
    expect(parts('Before noon?')).to.deep.equal(['.avatar', '.time']);
  });

  it('tells in a quote what became of what it quotes', async () => {
    const question = await dialogue.say(mia, 'Is it in Mill Lane?');
    const answer = await dialogue.say(rui, 'It is not.', question.id);
    const chat = await dialogue.show(mia);
    await sees(chat, 'It is not.');
    // The first may come with the page; when the second has come, the news are heard.
    for (const text of ['So where?', 'Tell me.']) {
      await dialogue.say(mia, text, answer.id);
      await sees(chat, text);
    }
    const path = `/reports/${dialogue.report.id}/messages/${answer.id}`;
    await dialogue.site.ask(rui, path, { method: 'DELETE' });
    await seen(() => !rowWith(chat, 'It is not.'), 'nothing of what was said is left');
  });

  it('shows emoji alone larger, and text with emoji as text', async () => {
    for (const text of ['👍🏽', '👩‍🚀 🇵🇹', 'Fine 👍', '12']) await dialogue.say(rui, text);
    const chat = await dialogue.show();
    await sees(chat, 'Fine');
    const large = inside(chat, '.emoji').map(({ textContent }) => textContent);
    expect(large).to.deep.equal(['👍🏽', '👩‍🚀 🇵🇹']);
  });

  it('loads older messages above, and the row under the eye stays', async () => {
    await dialogue.sayMany(70);
    await dialogue.readAll();
    const chat = await dialogue.show();
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
    await dialogue.sayMany(30);
    await dialogue.readAll();
    const chat = await dialogue.show();
    await sees(chat, 'Message 30.');
    const log = logOf(chat);
    log.scrollTop = 200;
    await comes(chat, 'button', 'Go to the newest message');
    const row = await seen(() => rowWith(chat, 'Message 6.'), 'message 6');
    const before = row.getBoundingClientRect().top;
    await dialogue.say(rui, 'One.');
    await dialogue.say(rui, 'Two.');
    const jump = await comes(chat, 'button', '2 new');
    expect(row.getBoundingClientRect().top).to.equal(before);
    jump.click();
    await seen(() => isAtEnd(log), 'the end');
    await seen(() => !find(chat, 'button', '2 new'), 'the button leaves');
    expect(chat.shadowRoot?.activeElement).to.equal(log);
    await dialogue.say(rui, 'Three.');
    await sees(chat, 'Three.');
    await seen(() => isAtEnd(log), 'the end goes on with the reader');
  });

  it('announces what comes in once, and nothing else', async () => {
    await dialogue.say(rui, 'Before.');
    const chat = await dialogue.show();
    await sees(chat, 'Before.');
    const said = (): string[] =>
      inside(chat, '.log > [role="status"] p').map(({ textContent }) => textContent ?? '');
    await write(chat, 'My own.');
    await dialogue.say(rui, 'From Rui.');
    await dialogue.site.decide(dialogue.report, 'approved');
    await seen(() => said().length === 2, 'two announcements');
    expect(said()[0]).to.equal('Rui Tavares: From Rui.');
    expect(said()[1]).to.contain('Approved by').and.to.contain('+50 points');
    expect(logOf(chat).getAttribute('aria-live')).to.equal('off');
  });

  it('marks as read what is seen', async () => {
    await dialogue.say(rui, 'Read me.');
    const chat = await dialogue.show();
    await sees(chat, 'Read me.');
    await until(async () => (await dialogue.page(mia)).readSeq === 2, 'the mark');
    await dialogue.say(rui, 'And me.');
    await until(async () => (await dialogue.page(mia)).readSeq === 3, 'the next mark');
  });

  it('keeps its place when it is moved in the page', async () => {
    await dialogue.sayMany(30);
    await dialogue.readAll();
    const chat = await dialogue.show();
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

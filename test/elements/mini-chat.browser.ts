import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/task-provider/task-provider.js';
import { BrowserDialogue, inside, isAtEnd, logOf, until, write } from '../support/browser-chat.js';
import { comes, Line, mia, rui, sees, textOf } from '../support/browser-people.js';

describe('mini-chat', function () {
  // Some dialogues are written message by message first.
  this.timeout(30_000);
  let dialogue: BrowserDialogue;

  beforeEach(async () => {
    dialogue = await BrowserDialogue.begin();
  });

  it('tells the report’s life and what was said, and opens at the newest', async () => {
    await dialogue.sayMany(12);
    await dialogue.site.decide(dialogue.report, 'changes', 'Which street?');
    await dialogue.readAll();
    const chat = await dialogue.show();
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
    await dialogue.site.decide(dialogue.report, 'approved');
    const chat = await dialogue.show();
    await sees(chat, 'Approved by Rui Tavares +50');
    await write(chat, 'Thank you.');
    await until(
      async () => (await dialogue.page(mia)).items.length === 3,
      'the message on the server',
    );
  });

  it('says who will read it, before anybody has said anything', async () => {
    await sees(await dialogue.show(mia), 'The reviewers read what you write here');
    await sees(await dialogue.show(rui), 'Mia Sousa reads what you write here');
  });

  it('shows the comments as a table, the replies under what they answer', async () => {
    const first = await dialogue.say(mia, 'Is one enough?');
    await dialogue.say(mia, 'There is a second one.');
    await dialogue.say(rui, 'One is enough.', first.id);
    const chat = await dialogue.show(rui, undefined, 'table');
    await sees(chat, 'One is enough.');
    const rows = inside(chat, 'tr[data-line]').map((row) => row.textContent ?? '');
    const places = ['Is one enough?', 'One is enough.', 'There is a second one.'].map((text) =>
      rows.findIndex((row) => row.includes(text)),
    );
    expect(places).to.deep.equal([1, 2, 3]);
    expect(rows[2]).to.contain('Reviewer').and.to.contain('Reply');
    await expect(chat).to.be.accessible();
  });

  it('asks to pick a report, and follows the choice', async () => {
    const provider = await fixture(dialogue.site.provide(mia, html`<mini-chat></mini-chat>`));
    const chat = provider.querySelector('mini-chat')!;
    await sees(chat, 'Pick a report');
    expect(chat.matches(':state(empty)')).to.equal(true);
    await expect(chat).to.be.accessible();
    chat.session?.selection.selectReport(dialogue.report.id);
    await sees(chat, 'You sent your report');
  });

  it('says what went wrong, and recovers with the draft and the focus', async () => {
    const line = new Line();
    line.cut = true;
    const chat = await dialogue.show(mia, line.fetch);
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
    await sees(await dialogue.show(stranger), 'It is not here, or not for you to see.');
  });
});

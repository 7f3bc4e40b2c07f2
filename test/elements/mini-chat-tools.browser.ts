import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/report-review/report-review.js';
import '../../src/elements/task-provider/task-provider.js';
import type { MiniChat } from '../../src/elements/mini-chat/mini-chat.js';
import {
  BrowserDialogue,
  inside,
  isInView,
  press,
  rowWith,
  typeInto,
  writingFieldOf,
} from '../support/browser-chat.js';
import {
  comes,
  find,
  Line,
  mia,
  olga,
  rui,
  sees,
  seen,
  textOf,
  type BrowserPerson,
} from '../support/browser-people.js';

const focused = (chat: MiniChat): HTMLElement | null =>
  (chat.shadowRoot?.activeElement ?? null) as HTMLElement | null;
const focusIsOn = (chat: MiniChat, text: string): Promise<true> =>
  seen(
    (): boolean => Boolean(focused(chat)?.matches('[data-line]')) && hasText(focused(chat), text),
    `the focus on “${text}”`,
  ) as Promise<true>;
const hasText = (element: Element | null, text: string): boolean =>
  element?.textContent?.includes(text) ?? false;

/** What is marked as found, in the order of the page. */
const marked = (): string[] => {
  const marks = CSS.highlights.get('taskchat-found') as unknown as Iterable<Range> | undefined;
  return [...(marks ?? [])].map((range) => range.toString().toLowerCase()).sort();
};
const current = (chat: MiniChat): string =>
  inside(chat, '[aria-current=true]')
    .map((row) => row.querySelector('.words')?.textContent)
    .join();

async function openSearch(chat: MiniChat): Promise<HTMLInputElement> {
  (await comes(chat, 'button', 'Search messages')).click();
  const field = await comes<HTMLInputElement>(chat, 'textbox', 'Search messages');
  await seen(() => focused(chat) === field, 'the focus in the field');
  return field;
}

/** Lets all through but what `holds` picks, until the test says so. */
function gate(holds: (url: URL) => boolean) {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  let held = 0;
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const answer = await fetch(request);
    if (!holds(new URL(request.url))) return answer;
    held += 1;
    await opened;
    return answer;
  };
  return { send, open: () => open(), held: () => held };
}

/** Waits as long as the test may last. */
const becomes = (chat: MiniChat, look: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const check = (): void => {
      if (!look()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(chat.shadowRoot!, { subtree: true, childList: true, characterData: true });
    check();
  });

describe('mini-chat beside its messages', function () {
  // Some dialogues are written message by message first.
  this.timeout(30_000);
  let dialogue: BrowserDialogue;

  beforeEach(async () => {
    dialogue = await BrowserDialogue.begin();
  });

  async function sayMany(count: number): Promise<void> {
    for (let n = 1; n <= count; n += 1) await dialogue.say(n % 2 ? rui : mia, `Message ${n}.`);
  }

  /** Opens the dialogue, and comes back once it hears what happens. */
  async function listening(person: BrowserPerson): Promise<MiniChat> {
    const chat = await dialogue.open(person);
    await sees(chat, 'sent');
    await dialogue.say(olga, `Do you hear me, ${person.name}?`);
    await sees(chat, `Do you hear me, ${person.name}?`);
    return chat;
  }

  describe('who is writing', () => {
    const hint = (person: BrowserPerson) =>
      dialogue.site.put(person, `/reports/${dialogue.report.id}/typing`, {});
    const line = (chat: MiniChat): HTMLElement => inside(chat, '[part=writing]')[0]!;

    it('is shown to the others where room is kept for it, and is gone by itself', async () => {
      const his = await listening(rui);
      const hers = await dialogue.open(mia);
      const log = inside(his, '[role=log]')[0]!;
      const height = log.clientHeight;
      // What the backend can do is known, and what tells of the writing is there.
      await comes(hers, 'button', 'Search messages');
      await comes(hers, 'button', 'Show the keys');
      typeInto(await writingFieldOf(hers), 'By the');
      await sees(his, 'Mia Sousa is writing');
      expect(log.clientHeight).to.equal(height);
      expect(line(his).closest('[aria-live], [role=status], [role=log]')).to.equal(null);
      expect(textOf(hers)).not.to.contain('is writing');
      await becomes(his, () => line(his).textContent?.trim() === '');
    });

    it('ends with the message, and names two, but no crowd', async () => {
      const chat = await listening(mia);
      await hint(rui);
      await sees(chat, 'Rui Tavares is writing');
      await hint(olga);
      await sees(chat, 'Rui Tavares and Olga Lindqvist are writing');
      await hint({ ...rui, sub: 'noa', name: 'Noa Lind' });
      await sees(chat, 'Several people are writing');
      await dialogue.say(rui, 'Fine.');
      await sees(chat, 'Olga Lindqvist and Noa Lind are writing');
    });
  });

  describe('the search', () => {
    for (const layout of ['chat', 'table']) {
      it(`jumps to each hit of the whole dialogue (${layout})`, async () => {
        await dialogue.say(rui, 'A lantern, as blue as can be.');
        await sayMany(60);
        await dialogue.say(mia, 'The Blue Lantern');
        await sayMany(12);
        const chat = await dialogue.open(mia, undefined, layout);
        await sees(chat, 'Message 12.');
        const field = await openSearch(chat);
        typeInto(field, 'blue LANTERN');
        await sees(chat, '1 of 2');
        await seen(() => current(chat) === 'The Blue Lantern', 'the newer hit');
        expect(isInView(chat, rowWith(chat, 'The Blue')!)).to.equal(true);
        expect(marked()).to.deep.equal(['blue', 'lantern']);
        press(chat, 'Enter');
        await seen(() => current(chat) === 'A lantern, as blue as can be.', 'the older hit');
        await sees(chat, '2 of 2');
        expect(isInView(chat, rowWith(chat, 'A lantern')!)).to.equal(true);
        expect(marked()).to.deep.equal(['blue', 'lantern']);
        const [older, newer] = [
          await comes(chat, 'button', 'Older match'),
          await comes(chat, 'button', 'Newer match'),
        ];
        expect(older.getAttribute('aria-disabled')).to.equal('true');
        press(chat, 'Enter');
        press(chat, 'Enter', { shiftKey: true });
        await seen(() => current(chat) === 'The Blue Lantern', 'the newer hit again');
        expect(newer.getAttribute('aria-disabled')).to.equal('true');
        older.click();
        await seen(() => current(chat) === 'A lantern, as blue as can be.', 'the older hit again');
        expect(focused(chat)).to.equal(field);
        await expect(chat).to.be.accessible();
      });
    }

    it('closes with Escape, takes the marks away, and gives the focus back', async () => {
      await sayMany(4);
      const chat = await dialogue.open(mia);
      await sees(chat, 'Message 4.');
      typeInto(await openSearch(chat), 'message');
      await sees(chat, '1 of 4');
      await seen(() => marked().length === 4, 'the marks');
      expect(press(chat, 'Escape').defaultPrevented).to.equal(true);
      await seen(() => focused(chat) === find(chat, 'button', 'Search messages'), 'the focus');
      expect(find(chat, 'textbox', 'Search messages')).to.equal(null);
      expect(marked()).to.deep.equal([]);
      expect(current(chat)).to.equal('');
      await openSearch(chat);
      (await comes(chat, 'button', 'Close the search')).click();
      await seen(() => focused(chat) === find(chat, 'button', 'Search messages'), 'the focus');
    });

    it('says that there is none, and what went wrong', async () => {
      const line = new Line();
      await sayMany(2);
      const chat = await dialogue.open(mia, line.fetch);
      await sees(chat, 'Message 2.');
      const field = await openSearch(chat);
      typeInto(field, 'zebra');
      await sees(chat, 'No match');
      typeInto(field, 'null \0');
      const alert = await comes(chat, 'alert', 'did not accept');
      expect(find(chat, 'button', 'Try again')?.closest('[role=alert]')).to.equal(alert);
      typeInto(field, 'message');
      await sees(chat, '1 of 2');
      expect(find(chat, 'alert')).to.equal(null);
      typeInto(field, '  ');
      await seen(() => !textOf(chat).includes(' of 2'), 'nothing looked for');
      expect(textOf(chat)).not.to.contain('No match');
    });

    it('lets a late answer lose', async () => {
      await sayMany(2);
      await dialogue.say(rui, 'Something else.');
      const { send, open, held } = gate(({ search }) => search.includes('q=mess'));
      const chat = await dialogue.open(mia, send);
      await sees(chat, 'Message 2.');
      const field = await openSearch(chat);
      typeInto(field, 'mess');
      await seen(held, 'the first question');
      typeInto(field, 'else');
      await sees(chat, '1 of 1');
      open();
      typeInto(field, 'something');
      await seen(() => marked().join() === 'something', 'the answer to the last question');
      await sees(chat, '1 of 1');
      expect(current(chat)).to.equal('Something else.');
    });

    it('shows that it is on its way, and gives up for another search', async () => {
      await dialogue.say(rui, 'Far away.');
      await sayMany(60);
      const { send, open, held } = gate(({ search }) => search.includes('before='));
      const chat = await dialogue.open(mia, send);
      await sees(chat, 'Message 60.');
      const field = await openSearch(chat);
      typeInto(field, 'far');
      await seen(held, 'the question for older messages');
      await sees(chat, '1 of 1');
      expect(inside(chat, '.count .dots')).to.have.length(1);
      typeInto(field, '59');
      await seen(() => current(chat) === 'Message 59.', 'the near one');
      open();
      await seen(() => inside(chat, '.earlier').length === 0, 'the older ones are there');
      expect(current(chat)).to.equal('Message 59.');
      expect(isInView(chat, rowWith(chat, 'Message 59.')!)).to.equal(true);
    });

    it('ends with the dialogue it was made in', async () => {
      await sayMany(2);
      const other = await BrowserDialogue.begin();
      const chat = await dialogue.open(mia);
      await sees(chat, 'Message 2.');
      typeInto(await openSearch(chat), 'message');
      await seen(() => marked().length === 2, 'the marks');
      chat.reportId = other.report.id;
      await seen(() => !find(chat, 'textbox', 'Search messages'), 'no search');
      expect(marked()).to.deep.equal([]);
    });
  });

  describe('the keys', () => {
    it('go from an empty field to the newest row, and back with Escape', async () => {
      await sayMany(4);
      const chat = await dialogue.open(mia);
      await sees(chat, 'Message 4.');
      const field = await writingFieldOf(chat);
      typeInto(field, 'Hm');
      expect(press(chat, 'ArrowUp').defaultPrevented).to.equal(false);
      expect(press(chat, 'r').defaultPrevented).to.equal(false);
      typeInto(field, '');
      expect(press(chat, 'ArrowUp').defaultPrevented).to.equal(true);
      await focusIsOn(chat, 'Message 4.');
      press(chat, 'Escape');
      expect(focused(chat)).to.equal(field);
      expect(press(chat, 'Escape').defaultPrevented).to.equal(false);
    });

    it('move row by row, also beyond what is drawn', async () => {
      await sayMany(60);
      const chat = await dialogue.open(mia);
      await sees(chat, 'Message 60.');
      (await writingFieldOf(chat)).focus();
      for (let n = 60; n > 20; n -= 1) {
        press(chat, 'ArrowUp');
        await focusIsOn(chat, `Message ${n}.`);
        expect(isInView(chat, focused(chat)!), `message ${n}`).to.equal(true);
      }
      press(chat, 'ArrowDown');
      await focusIsOn(chat, 'Message 22.');
      press(chat, 'End');
      await focusIsOn(chat, 'Message 60.');
      await seen(() => inside(chat, '.earlier').length === 0, 'all are loaded');
      press(chat, 'Home');
      await focusIsOn(chat, 'You sent your report');
      expect(isInView(chat, focused(chat)!)).to.equal(true);
      expect(press(chat, 'ArrowUp').defaultPrevented).to.equal(true);
      await focusIsOn(chat, 'You sent your report');
    });

    it('answer with R, also on the keyboard of another script', async () => {
      await sayMany(2);
      const chat = await dialogue.open(mia);
      await sees(chat, 'Message 2.');
      (await writingFieldOf(chat)).focus();
      for (const [key, code] of [
        ['r', 'KeyR'],
        ['к', 'KeyR'],
      ] as const) {
        press(chat, 'ArrowUp');
        press(chat, 'ArrowUp');
        await focusIsOn(chat, 'Message 1.');
        expect(press(chat, key, { ctrlKey: true, code }).defaultPrevented).to.equal(false);
        expect(press(chat, key, { code }).defaultPrevented).to.equal(true);
        await comes(chat, 'button', 'Do not reply');
        await seen(() => focused(chat)?.matches('textarea'), 'the focus in the field');
        press(chat, 'ArrowUp');
        await focusIsOn(chat, 'Message 2.');
        press(chat, 'Escape');
        await seen(() => !find(chat, 'button', 'Do not reply'), 'the reply is left');
        await seen(() => focused(chat)?.matches('textarea'), 'the focus in the field again');
      }
    });

    it('withdraw an own message with W, and no other', async () => {
      await dialogue.say(rui, 'Hers to read.');
      const mine = await dialogue.say(mia, 'Sent by mistake.');
      const chat = await dialogue.open(mia);
      await sees(chat, 'Sent by mistake.');
      (await writingFieldOf(chat)).focus();
      press(chat, 'ArrowUp');
      await focusIsOn(chat, 'Sent by mistake.');
      press(chat, 'w');
      await sees(chat, 'You withdrew this message');
      expect(focused(chat)?.dataset['line']).to.equal(mine.id);
      press(chat, 'ArrowUp');
      await focusIsOn(chat, 'Hers to read.');
      expect(press(chat, 'w').defaultPrevented).to.equal(true);
      await dialogue.say(rui, 'Still here.');
      await sees(chat, 'Still here.');
      expect(textOf(chat)).to.contain('Hers to read.');
    });

    it('open the search with a slash, and Escape leads to what was found', async () => {
      await sayMany(3);
      const chat = await dialogue.open(mia);
      await sees(chat, 'Message 3.');
      (await writingFieldOf(chat)).focus();
      expect(press(chat, '/').defaultPrevented).to.equal(false);
      press(chat, 'ArrowUp');
      expect(press(chat, '/').defaultPrevented).to.equal(true);
      const field = await comes<HTMLInputElement>(chat, 'textbox', 'Search messages');
      typeInto(field, 'message 1');
      await seen(() => current(chat) === 'Message 1.', 'the hit');
      press(chat, 'Escape');
      await focusIsOn(chat, 'Message 1.');
      press(chat, 'Escape');
      expect(focused(chat)).to.equal(await writingFieldOf(chat));
    });

    it('are listed behind ?, by key and by pointer, and the focus comes back', async () => {
      await sayMany(2);
      const chat = await dialogue.open(mia);
      await sees(chat, 'Message 2.');
      (await writingFieldOf(chat)).focus();
      expect(press(chat, '?').defaultPrevented).to.equal(false);
      press(chat, 'ArrowUp');
      const row = focused(chat);
      press(chat, '?', { shiftKey: true });
      const list = inside(chat, 'dialog')[0] as HTMLDialogElement;
      expect(list.matches(':modal')).to.equal(true);
      expect(inside(chat, 'kbd').map(({ textContent }) => textContent)).to.include.members([
        'Enter',
        'R',
        'W',
        '/',
        'Esc',
        '?',
      ]);
      await expect(chat).to.be.accessible();
      expect(press(chat, 'w').defaultPrevented).to.equal(false);
      (await comes(chat, 'button', 'Close the list')).click();
      await seen(() => focused(chat) === row, 'the focus on the row');
      await seen(() => inside(chat, 'dialog').length === 0, 'no list');
      const button = await comes(chat, 'button', 'Show the keys');
      button.focus();
      button.click();
      (inside(chat, 'dialog')[0] as HTMLDialogElement).close();
      await seen(() => focused(chat) === button, 'the focus on the button');
    });
  });

  it('keeps its letters from deciding the report that it stands in', async () => {
    await dialogue.say(mia, 'Is one enough?');
    const { site, report } = dialogue;
    const content = html`<report-review report-id=${report.id}></report-review>`;
    const provider = await fixture(site.provide(rui, content));
    const review = provider.querySelector('report-review')!;
    const chat = await seen(() => review.shadowRoot?.querySelector('mini-chat'), 'the comments');
    await sees(chat, 'Is one enough?');
    (await writingFieldOf(chat)).focus();
    await comes(chat, 'button', 'Show the keys');
    press(chat, 'ArrowUp');
    await focusIsOn(chat, 'Is one enough?');
    press(chat, 'r');
    await comes(chat, 'button', 'Do not reply');
    expect(inside(chat, '.replying')).to.have.length(1);
    expect(textOf(review)).not.to.contain('Why is it rejected?');
    const button = await comes(review, 'button', 'Approve');
    button.focus();
    button.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, composed: true }));
    const list = await seen(() => review.shadowRoot?.querySelector('dialog'), 'the keys');
    expect(list.textContent).to.contain('Ask for changes');
  });

  it('stands the other way round where words run from right to left', async () => {
    await sayMany(2);
    const chat = await dialogue.open(mia);
    chat.parentElement!.dir = 'rtl';
    await sees(chat, 'Message 2.');
    const field = await openSearch(chat);
    typeInto(field, 'message');
    await sees(chat, '1 of 2');
    const place = (element: Element | null): number => element!.getBoundingClientRect().x;
    const close = find(chat, 'button', 'Close the search');
    expect(place(close)).to.be.below(place(find(chat, 'button', 'Older match')));
    expect(place(find(chat, 'button', 'Older match'))).to.be.below(place(field));
    expect(place(inside(chat, '.count')[0]!)).to.be.below(place(field) + field.clientWidth / 2);
    await expect(chat).to.be.accessible();
  });
});

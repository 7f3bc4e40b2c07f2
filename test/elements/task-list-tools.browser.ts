import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/elements/report-form/report-form.js';
import '../../src/elements/task-list/task-list.js';
import '../../src/elements/task-provider/task-provider.js';
import type { TaskList } from '../../src/elements/task-list/task-list.js';
import type { TaskProvider } from '../../src/elements/task-provider/task-provider.js';
import {
  BrowserSite,
  comes,
  find,
  Line,
  mia,
  noor,
  olga,
  seen,
  sees,
  textOf,
  type BrowserPerson,
} from '../support/browser-people.js';

const plain = html`<task-list></task-list>`;
const synced = html`<task-list sync="hash"></task-list>`;

async function listFor(
  site: BrowserSite,
  person: BrowserPerson | 'visitor' = mia,
  content: TemplateResult = plain,
  send?: typeof fetch,
): Promise<TaskList> {
  const provider = await fixture(site.provide(person, content, send));
  return provider.querySelector('task-list') as TaskList;
}

const cards = (list: TaskList) => [...list.shadowRoot!.querySelectorAll<HTMLElement>('.card')];
const names = (list: TaskList): string =>
  cards(list)
    .map((card) => card.querySelector('.name')!.textContent)
    .join(', ');

const fresh = (list: TaskList): string =>
  cards(list)
    .filter((card) => card.querySelector('.new'))
    .map((card) => card.querySelector('.name')!.textContent)
    .join(', ');

const shows = (list: TaskList, expected: string): Promise<true> =>
  seen((): boolean => names(list) === expected, `${expected}, but ${names(list)}`) as Promise<true>;

const toolOf = <Found extends HTMLElement>(list: TaskList, part: string): Promise<Found> =>
  seen(() => list.shadowRoot!.querySelector<Found>(`[part="${part}"]`), part);

async function type(list: TaskList, words: string): Promise<HTMLInputElement> {
  const field = await toolOf<HTMLInputElement>(list, 'search-field');
  field.focus();
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return field;
}

async function choose(list: TaskList, part: 'sort' | 'mine', value: string): Promise<void> {
  const choice = await toolOf<HTMLSelectElement>(list, part);
  choice.value = value;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

describe('what a task-list can do', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite();
  });

  it('finds tasks as one types, keeps the focus, and goes on to them', async () => {
    await site.task({ name: 'Bake bread' });
    await site.task({ name: 'Paint a wall' });
    const list = await listFor(site);
    await shows(list, 'Paint a wall, Bake bread');
    const field = await type(list, 'bread');
    await shows(list, 'Bake bread');
    expect(list.shadowRoot!.activeElement).to.equal(field);
    await sees(list, '1 task found');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(list.shadowRoot!.activeElement!.textContent).to.contain('Bake bread');
    await type(list, 'cement');
    await sees(list, 'No task fits');
    expect(list.shadowRoot!.activeElement).to.equal(field);
    await expect(list).to.be.accessible();
    (await comes(list, 'button', 'Show all tasks')).click();
    await shows(list, 'Paint a wall, Bake bread');
    expect(field.value).to.equal('');
  });

  it('sorts by what is newest, earns most, closes soon', async () => {
    await site.task({ name: 'Soon', points: 10, closesAt: inDays(1) });
    await site.task({ name: 'Rich', points: 90 });
    await site.task({ name: 'Later', points: 20, closesAt: inDays(9) });
    const list = await listFor(site);
    await shows(list, 'Later, Rich, Soon');
    await choose(list, 'sort', 'reward');
    await shows(list, 'Rich, Later, Soon');
    await choose(list, 'sort', 'closing');
    await shows(list, 'Soon, Later, Rich');
  });

  it('keeps to what became of mine, and says it', async () => {
    const won = await site.task({ name: 'Won', points: 50 });
    const open = await site.task({ name: 'Open' });
    const asked = await site.task({ name: 'Asked' });
    await site.decide(await site.report(mia, won), 'approved');
    await site.decide(await site.report(mia, asked), 'changes', 'Which street?');
    await site.report(noor, open);
    const list = await listFor(site);
    await shows(list, 'Asked, Open, Won');
    for (const [outcome, name, words] of [
      ['approved', 'Won', 'Approved +50'],
      ['changes', 'Asked', 'Changes requested'],
      ['none', 'Open', ''],
    ] as const) {
      await choose(list, 'mine', outcome);
      await shows(list, name);
      expect(cards(list)[0]!.textContent).to.contain(words);
    }
    await site.report(mia, open);
    await sees(list, 'No task fits');
    await choose(list, 'mine', '');
    await shows(list, 'Asked, Open, Won');
    await expect(list).to.be.accessible();
  });

  it('offers that to members alone, and where the backend can', async () => {
    await site.task();
    const old: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const answer = await fetch(request);
      if (!request.url.endsWith('/api/v1/')) return answer;
      const service = (await answer.json()) as { capabilities: { mine?: boolean } };
      delete service.capabilities.mine;
      return Response.json(service);
    };
    for (const list of [await listFor(site, olga), await listFor(site, mia, plain, old)]) {
      await comes(list, 'button', 'Name the bakery');
      await toolOf(list, 'sort');
      await seen(() => list.session?.connection.snapshot.status === 'ready', 'who it is');
      await list.updateComplete;
      expect(list.shadowRoot!.querySelector('[part="mine"]')).to.equal(null);
    }
  });

  it('moves nothing when its tools come', async () => {
    await site.task();
    const list = await listFor(site);
    const room = await toolOf(list, 'tools');
    const before = room.offsetHeight;
    await toolOf(list, 'search-field');
    await toolOf(list, 'mine');
    expect(room.offsetHeight).to.equal(before);
    list.style.width = '320px';
    expect(room.offsetHeight).to.equal(80);
  });

  describe('with the address of the page', () => {
    const address = location.href;
    const state = { theirs: 1 };
    const begin = (fragment: string) => history.replaceState(state, '', fragment);
    afterEach(() => history.replaceState(null, '', address));

    it('writes its view after what the page has there, and adds no entry', async () => {
      begin('#top');
      const { length } = history;
      await site.task({ name: 'Bake bread' });
      const list = await listFor(site, mia, synced);
      await shows(list, 'Bake bread');
      expect(location.hash).to.equal('#top');
      await type(list, 'bread & butter');
      await seen(() => location.hash === '#top&tasks.q=bread%20%26%20butter', 'the search');
      await choose(list, 'sort', 'reward');
      expect(location.hash).to.equal('#top&tasks.q=bread%20%26%20butter&tasks.sort=reward');
      await type(list, '');
      await choose(list, 'sort', 'newest');
      await seen(() => location.hash === '#top', 'the page’s own');
      expect(history.length).to.equal(length);
      expect(history.state).to.deep.equal(state);
    });

    it('begins with what the address says, with one question', async () => {
      const asked = '#tasks.q=bread&tasks.mine=none&tasks.sort=reward';
      begin(asked);
      await site.task({ name: 'Bake bread', points: 90 });
      await site.task({ name: 'Eat bread', points: 10 });
      await site.task({ name: 'Paint a wall' });
      const line = new Line();
      const list = await listFor(site, mia, synced, line.fetch);
      await shows(list, 'Bake bread, Eat bread');
      expect((await toolOf<HTMLInputElement>(list, 'search-field')).value).to.equal('bread');
      expect((await toolOf<HTMLSelectElement>(list, 'mine')).value).to.equal('none');
      expect((await toolOf<HTMLSelectElement>(list, 'sort')).value).to.equal('reward');
      expect(line.requests.every((request) => !/tasks\/./.test(request))).to.equal(true);
      location.hash = '#tasks.sort=newest&tasks.q=wall';
      await shows(list, 'Paint a wall');
      location.hash = '#top';
      await list.updateComplete;
      expect(names(list)).to.equal('Paint a wall');
      // Not by going back: a browser that made no entry of these would leave the page.
      location.hash = asked;
      await shows(list, 'Bake bread, Eat bread');
    });

    it('leaves the address alone unless it is asked', async () => {
      begin('#tasks.q=bread');
      await site.task({ name: 'Paint a wall' });
      const list = await listFor(site);
      await shows(list, 'Paint a wall');
      await choose(list, 'sort', 'reward');
      await list.updateComplete;
      expect(location.hash).to.equal('#tasks.q=bread');
    });
  });

  it('marks what is new since the last visit, for each person by themselves', async () => {
    await site.task({ name: 'Old' });
    const key = (subject: string) =>
      Object.keys(localStorage).find((each) => each.includes(site.name) && each.includes(subject));
    const first = await listFor(site);
    await shows(first, 'Old');
    expect(fresh(first)).to.equal('');
    const mine = await seen(() => key('"mia"'), 'what is kept');
    first.remove();
    const told = await site.task({ name: 'Fresh' });
    await site.report(mia, await site.task({ name: 'Done' }));
    const again = await listFor(site);
    await shows(again, 'Done, Fresh, Old');
    expect(fresh(again)).to.equal('', 'a reload is no other visit');
    again.remove();

    const kept = JSON.parse(localStorage.getItem(mine)!) as { newest: string; at: number };
    const old = (await site.ask<{ items: { createdAt: string }[] }>(mia, '/tasks')).items.at(-1)!;
    expect(kept.newest >= told.createdAt).to.equal(true);
    const past = { newest: old.createdAt, since: null, at: Date.now() - 31 * 60_000 };
    localStorage.setItem(mine, JSON.stringify(past));
    const next = await listFor(site, mia, plain);
    await seen(() => fresh(next) === 'Fresh', 'what is new');
    await expect(next).to.be.accessible();
    const other = await listFor(site, noor);
    await shows(other, 'Done, Fresh, Old');
    expect(fresh(other)).to.equal('');
  });

  it('says that a task was taken off while it is read, and keeps what was written', async () => {
    const task = await site.task();
    await site.task({ name: 'Another' });
    const content = html`<task-list></task-list><report-form></report-form>`;
    const list = await listFor(site, mia, content);
    const form = list.nextElementSibling!;
    (await comes(list, 'button', 'Name the bakery')).click();
    const field = await comes<HTMLTextAreaElement>(form, 'textbox');
    await seen(() => !field.readOnly, 'the draft');
    field.value = 'Half past flour.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await comes(list, 'button', 'Write your report');
    await site.deactivate(task);
    await sees(list, 'taken off the list');
    expect(names(list)).to.equal('Another, Name the bakery');
    expect(textOf(list)).to.contain('Inactive').and.not.to.contain('Write your report');
    expect(find<HTMLTextAreaElement>(form, 'textbox')?.value).to.equal('Half past flour.');
    await expect(list).to.be.accessible();
    (await comes(list, 'button', 'Another')).click();
    await shows(list, 'Another');
  });

  it('keeps a task in its place that is read, and leaves the tasks one looks at', async () => {
    const task = await site.task();
    await site.task({ name: 'Another' });
    const list = await listFor(site);
    await choose(list, 'mine', 'none');
    await sees(list, '2 tasks found');
    (await comes(list, 'button', 'Name the bakery')).click();
    await site.report(mia, task);
    await sees(list, 'Awaiting');
    expect(names(list)).to.equal('Another, Name the bakery');
    expect(textOf(list)).not.to.contain('taken off');
    await choose(list, 'sort', 'reward');
    await shows(list, 'Another');
  });

  it('takes a line for each task where it is asked to be compact', async () => {
    for (let n = 0; n < 30; n += 1) {
      await site.task({ name: `Task ${n}`, description: 'One.\nTwo.\nThree.', reviewWithin: 4 });
    }
    const list = await listFor(site, mia, html`<task-list layout="compact"></task-list>`);
    const name = await comes(list, 'button', 'Task 29');
    const height = () => cards(list)[0]!.offsetHeight;
    expect(height()).to.be.below(75);
    expect(textOf(list)).not.to.contain('within 4 hours');
    name.click();
    await sees(list, 'within 4 hours');
    expect(height()).to.be.above(100);
    await expect(list).to.be.accessible();
    list.layout = 'cards';
    await list.updateComplete;
    await seen(() => cards(list)[1]?.offsetHeight ?? 0 > 100, 'cards');
  });

  it('shows what the page puts into its slots', async () => {
    const content = html`<task-list
      ><a slot="header" href="#a">Help</a><i slot="footer">End</i
      ><b slot="empty">Soon</b></task-list
    >`;
    const list = await listFor(site, mia, content);
    const isSeen = (tag: string) => list.querySelector<HTMLElement>(tag)!.offsetHeight > 0;
    await seen(() => isSeen('b'), 'the words of the page');
    expect(find(list, 'heading', 'No tasks yet')?.offsetHeight).to.equal(0);
    await site.task();
    await sees(list, 'Name the bakery');
    expect([isSeen('a'), isSeen('i'), isSeen('b')]).to.deep.equal([true, true, false]);
  });

  describe('for a visitor', () => {
    let provider: TaskProvider;
    let list: TaskList;
    const enter = async (url = '') => {
      const found = await fixture(
        html`<task-provider endpoint=${site.endpoint} site=${site.name} sign-in-url=${url}
          >${plain}</task-provider
        >`,
      );
      provider = found as TaskProvider;
      list = provider.querySelector('task-list')!;
    };
    beforeEach(async () => {
      site = new BrowserSite({ published: true });
      await Promise.all(
        Array.from({ length: 70 }, (_, n) =>
          site.task({ name: `Task ${n}.`, description: 'Find it.', points: n }),
        ),
      );
    });
    afterEach(() => scrollTo(0, 0));

    it('leads to where one signs in', async () => {
      await enter('#sign-in');
      const way = await comes<HTMLAnchorElement>(list, 'link', 'Sign in to earn');
      expect(way.getAttribute('href')).to.equal('#sign-in');
      expect(list.shadowRoot!.querySelector('[part="mine"]')).to.equal(null);
      await expect(list).to.be.accessible();
      let heard = 0;
      list.addEventListener('sign-in', (event) => {
        heard += 1;
        event.preventDefault();
      });
      const { href } = location;
      way.click();
      expect([heard, location.href]).to.deep.equal([1, href]);
    });

    it('asks the page, and says so where nobody answers', async () => {
      await enter();
      (await comes(list, 'button', 'Task')).click();
      (
        await seen(() => list.shadowRoot!.querySelector<HTMLElement>('.card .primary'), 'way')
      ).click();
      await sees(list, 'Sign in on this site');
    });

    it('is where it was once the page has signed them in', async () => {
      await enter();
      await choose(list, 'sort', 'reward');
      await type(list, 'Task');
      const opened = await comes(list, 'button', 'Task 66.');
      opened.click();
      const chosen = list.session?.selection.snapshot.taskId;
      await seen(() => {
        scrollTo(0, document.documentElement.scrollHeight);
        return cards(list).some((card) => card.ariaPosInSet === '65');
      }, 'the second page');
      // At its very end, the page could not be as far down in a list that is a line shorter.
      scrollBy({ top: -600, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 300));
      const anchor = cards(list).find((card) => card.getBoundingClientRect().top > 0)!;
      const name = anchor.querySelector('.name')!.textContent;
      const place = () => find(list, 'listitem', name)?.getBoundingClientRect().top ?? -9_999;
      let before = 0;
      list.addEventListener('sign-in', (event) => {
        event.preventDefault();
        before = place();
        provider.getToken = () => site.token(mia);
      });
      (await comes(list, 'button', 'Sign in to earn')).click();
      await toolOf(list, 'mine');
      // The head is a little less high without the way to sign in.
      await seen(() => Math.abs(place() - before) < 16, 'the place').catch((error: Error) => {
        throw new Error(`${error.message} ${place()} for ${before}`);
      });
      expect((await toolOf<HTMLInputElement>(list, 'search-field')).value).to.equal('Task');
      expect((await toolOf<HTMLSelectElement>(list, 'sort')).value).to.equal('reward');
      const task = list.session?.selection.snapshot.taskId;
      expect(task).to.equal(chosen);
    }).timeout(30_000);

    it('is where it was when they come back to the page signed in', async () => {
      await enter('#elsewhere');
      await choose(list, 'sort', 'reward');
      (await comes(list, 'button', 'Task 65.')).click();
      const task = list.session!.selection.snapshot.taskId;
      list.addEventListener('sign-in', (event) => event.preventDefault());
      (await comes(list, 'link', 'Sign in to earn')).click();
      provider.remove();
      const back = await listFor(site);
      await seen(() => names(back).startsWith('Task 69., Task 68.'), 'the order');
      expect(back.session!.selection.snapshot.taskId).to.equal(task);
      expect(find(back, 'listitem', 'Task 65.')?.getAttribute('aria-current')).to.equal('true');
      back.closest('task-provider')!.remove();
      const later = await listFor(site, noor);
      await comes(later, 'button', 'Task');
      expect(later.session!.selection.snapshot.taskId).to.equal(null);
    });
  });
});

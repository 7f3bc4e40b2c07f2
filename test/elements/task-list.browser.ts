import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/report-form/report-form.js';
import '../../src/elements/task-list/task-list.js';
import '../../src/elements/task-provider/task-provider.js';
import type { TaskchatErrorEvent } from '../../src/base/error-event.js';
import type { TaskList, TaskSelectedEvent } from '../../src/elements/task-list/task-list.js';
import {
  BrowserSite,
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

const content = html`<task-list></task-list>`;

async function listFor(
  site: BrowserSite,
  person: BrowserPerson | 'visitor' = mia,
  send?: typeof fetch,
): Promise<TaskList> {
  const provider = await fixture(site.provide(person, content, send));
  return provider.querySelector('task-list') as TaskList;
}

const inView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

const selection = (list: TaskList) => list.session?.selection.snapshot;

describe('task-list', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite();
  });

  it('shows reward, what is asked, and what became of mine', async () => {
    const task = await site.task({ points: 1_250, reviewWithin: 4, quota: 9 });
    await site.decide(await site.report(mia, task), 'changes', 'Which street?');
    const list = await listFor(site);
    const card = await comes(list, 'listitem', 'Name the bakery');
    for (const words of ['1,250', 'Changes requested', 'within 4 hours', '8 places left']) {
      expect(card.textContent).to.contain(words);
    }
    await expect(list).to.be.accessible();
  });

  it('shows people’s text as text, and its links as links', async () => {
    await site.task({ name: '<img src=x>', description: 'See https://example.org/a, <b>now</b>.' });
    const list = await listFor(site);
    await sees(list, '<img src=x>');
    expect(textOf(list)).to.contain('<b>now</b>');
    const link = find<HTMLAnchorElement>(list, 'link', 'example.org');
    expect(link?.href).to.equal('https://example.org/a');
    expect(link?.rel.split(' ')).to.include.members(['noopener', 'noreferrer', 'ugc']);
  });

  it('chooses a task for the session, with the member’s report on it', async () => {
    const task = await site.task();
    const report = await site.report(mia, task);
    const list = await listFor(site);
    const chosen: TaskSelectedEvent[] = [];
    list.addEventListener('task-selected', (event) => chosen.push(event));
    (await comes(list, 'button', 'Name the bakery')).click();
    await list.updateComplete;
    expect(selection(list)).to.deep.equal({ taskId: task.id, reportId: report.id });
    const card = find(list, 'listitem', 'Name the bakery');
    expect(card?.getAttribute('aria-current')).to.equal('true');
    expect(chosen.map((event) => event.task.id)).to.deep.equal([task.id]);
  });

  it('chooses it also before the backend has said who looks', async () => {
    const task = await site.task();
    const report = await site.report(mia, task);
    let tell = (): void => {};
    const told = new Promise<void>((resolve) => (tell = resolve));
    const list = await listFor(site, mia, async (input, init) => {
      const request = new Request(input, init);
      if (request.url.endsWith('/me')) await told;
      return fetch(request);
    });
    (await comes(list, 'button', 'Name the bakery')).click();
    expect(selection(list)).to.deep.equal({ taskId: task.id, reportId: report.id });
    tell();
  });

  it('leaves a reviewer’s report chosen', async () => {
    const task = await site.task();
    const list = await listFor(site, rui);
    list.session?.selection.selectReport('some report');
    (await comes(list, 'button', 'Name the bakery')).click();
    expect(selection(list)).to.deep.equal({ taskId: task.id, reportId: 'some report' });
  });

  it('keeps the choice when the host prevents it', async () => {
    await site.task();
    const list = await listFor(site);
    let done = false;
    list.addEventListener('task-select', (event) => event.preventDefault());
    list.addEventListener('task-selected', () => (done = true));
    (await comes(list, 'button', 'Name the bakery')).click();
    expect(selection(list)?.taskId).to.equal(null);
    expect(done).to.equal(false);
  });

  it('marks what is not active, for those who see it', async () => {
    await site.task();
    await site.task({ name: 'Done with', status: 'inactive' });
    const list = await listFor(site, olga);
    const card = await comes(list, 'listitem', 'Done with');
    expect(card.textContent).to.contain('Inactive');
    expect(find(list, 'listitem', 'Name the bakery')?.textContent).not.to.contain('Inactive');
    await expect(list).to.be.accessible();
  });

  it('shows words, not empty lines, until a task is chosen', async () => {
    await site.task({ description: 'First.\n\n\n\nLast.' });
    const list = await listFor(site);
    const name = await comes(list, 'button', 'Name the bakery');
    const height = () => list.shadowRoot?.querySelector('.description')?.clientHeight ?? 0;
    const line = height();
    name.click();
    await list.updateComplete;
    expect(height()).to.equal(5 * line);
  });

  it('leads to the form that takes the report, and only when asked to', async () => {
    const task = await site.task();
    const content = html`<task-list></task-list>
      <div style="height: 3000px"></div>
      <report-form></report-form>`;
    const provider = await fixture(site.provide(mia, content));
    const list = provider.querySelector('task-list')!;
    const form = provider.querySelector('report-form')!;
    const name = await comes(list, 'button', 'Name the bakery');
    name.focus();
    name.click();
    const way = await comes(list, 'button', 'Write your report');
    const field = await comes(form, 'textbox');
    expect(scrollY).to.equal(0);
    expect(list.shadowRoot?.activeElement === name).to.equal(true);
    way.click();
    await seen(() => form.shadowRoot?.activeElement === field, 'the focus in the field');
    expect(inView(field)).to.equal(true);
    name.focus();
    form.requestUpdate();
    await form.updateComplete;
    expect(list.shadowRoot?.activeElement === name).to.equal(true);
    await site.report(mia, task);
    await comes(list, 'button', 'See your report');
    await expect(list).to.be.accessible();
  });

  it('leads nowhere without a form for the chosen task, and no reviewer', async () => {
    const task = await site.task({ url: 'https://example.org/bakery' });
    const content = html`<task-list></task-list><report-form task-id=${task.id}></report-form>`;
    const fixed = await fixture(site.provide(mia, content));
    const free = await fixture(
      site.provide(rui, html`<task-list></task-list><report-form></report-form>`),
    );
    for (const provider of [fixed, free]) {
      const list = provider.querySelector('task-list')!;
      (await comes(list, 'button', 'Name the bakery')).click();
      await comes(list, 'link', 'Open');
      expect(textOf(list)).not.to.contain('your report');
    }
  });

  it('moves nothing when the server is gone', async () => {
    const line = new Line();
    await site.task();
    const list = await listFor(site, mia, line.fetch);
    const card = await comes(list, 'listitem', 'Name the bakery');
    const place = () => JSON.stringify(card.getBoundingClientRect());
    const before = place();
    line.cut = true;
    await list.session?.connection.load();
    await sees(list, 'Offline');
    expect(list.matches(':state(offline)')).to.equal(true);
    expect(find(list, 'status')?.textContent).to.contain('What you write is kept');
    expect(place()).to.equal(before);
    await expect(list).to.be.accessible();
    line.cut = false;
    await list.session?.connection.load();
    await seen(() => !textOf(list).includes('Offline'), 'the end of it');
    expect(place()).to.equal(before);
  });

  it('says what will be here when there is nothing', async () => {
    const list = await listFor(site);
    await sees(list, 'No tasks yet');
    expect(list.matches(':state(empty)')).to.equal(true);
    await expect(list).to.be.accessible();
  });

  it('says what went wrong, tells the host once, and recovers', async () => {
    const line = new Line();
    line.cut = true;
    const codes: string[] = [];
    const hear = (event: Event) => codes.push((event as TaskchatErrorEvent).code);
    document.addEventListener('taskchat-error', hear);
    await site.task();
    const list = await listFor(site, mia, line.fetch);
    const again = await comes(list, 'button', 'Try again');
    expect(find(list, 'alert')?.textContent).to.contain('cannot be reached');
    expect(codes).to.deep.equal(['network']);
    line.cut = false;
    again.focus();
    again.click();
    await sees(list, 'Name the bakery');
    expect(find(list, 'alert')).to.equal(null);
    expect(list.shadowRoot?.activeElement?.textContent).to.equal('Tasks');
    document.removeEventListener('taskchat-error', hear);
  });

  it('shows a visitor what the site publishes', async () => {
    site = new BrowserSite({ published: true });
    await site.task();
    await site.task({ name: 'Hidden', status: 'inactive' });
    const list = await listFor(site, 'visitor');
    await sees(list, 'Name the bakery');
    expect(textOf(list)).not.to.contain('Hidden');
  });

  it('follows what happens elsewhere', async () => {
    const first = await site.task();
    const list = await listFor(site);
    await sees(list, 'Name the bakery');
    await site.task({ name: 'Hang up a poster' });
    await sees(list, 'Hang up a poster');
    await site.deactivate(first);
    await seen(() => !textOf(list).includes('Name the bakery'), 'the task leaves');
  });

  it('shows owners how many reports await', async () => {
    await site.report(mia, await site.task());
    await sees(await listFor(site, olga), '1 report awaits');
  });

  it('adds the next page, and the focus goes on with it', async () => {
    await Promise.all(Array.from({ length: 52 }, (_, n) => site.task({ name: `Task ${n}` })));
    const list = await listFor(site);
    const more = await comes(list, 'button', 'Show more');
    more.focus();
    more.click();
    await seen(
      () => list.shadowRoot?.activeElement?.matches('[aria-posinset="51"] *'),
      'the focus',
    );
    const row = list.shadowRoot?.querySelector('[aria-posinset="51"]');
    expect(row?.getAttribute('aria-setsize')).to.equal('52');
  });

  it('goes on by itself as one reads, with few of the tasks in the page', async () => {
    await Promise.all(Array.from({ length: 110 }, (_, n) => site.task({ name: `Task ${n}.` })));
    const list = await listFor(site);
    const all = () => [...list.shadowRoot!.querySelectorAll<HTMLElement>('.card')];
    const first = await comes(list, 'button', 'Task');
    expect(all().at(-1)?.getAttribute('aria-setsize')).to.equal('-1');
    first.focus();
    await seen(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      return all().some((card) => card.getAttribute('aria-posinset') === '110');
    }, 'the last task');
    expect(all().length).to.be.below(50);
    expect(list.shadowRoot?.activeElement === first).to.equal(true);
    const names = new Set(all().map((card) => card.querySelector('.name')!.textContent));
    expect(names.size).to.equal(all().length);
    scrollTo(0, 0);
  }).timeout(40_000);

  it('scrolls by itself where the page gives it a height', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => site.task({ name: `Task ${n}.` })));
    const list = await listFor(site);
    list.style.setProperty('--taskchat-height', '300px');
    await comes(list, 'button', 'Task');
    const body = list.shadowRoot!.querySelector('.body')!;
    await seen(() => {
      body.scrollTo(0, body.scrollHeight);
      return list.shadowRoot?.querySelector('[aria-posinset="30"]');
    }, 'the last task');
    expect(list.shadowRoot?.querySelector('[aria-posinset="1"]')).to.equal(null);
    expect(list.offsetHeight).to.be.below(400);
  });

  it('says beside the button why the next page did not come', async () => {
    await Promise.all(Array.from({ length: 51 }, (_, n) => site.task({ name: `Task ${n}` })));
    const line = new Line();
    const list = await listFor(site, mia, line.fetch);
    const more = await comes(list, 'button', 'Show more');
    line.cut = true;
    more.click();
    await seen(() => more.nextElementSibling?.textContent?.includes('cannot be reached'), 'why');
    expect(list.matches(':state(offline)')).to.equal(true);
    expect(textOf(list)).to.contain('50+');
    line.cut = false;
    await seen(() => !list.matches(':state(offline)'), 'the way back');
    more.click();
    await seen(() => list.shadowRoot?.querySelector('[aria-setsize="51"]'), '51 tasks');
  });

  it('says what to write when it knows no backend', async () => {
    const list = await fixture<TaskList>(html`<task-list></task-list>`);
    await sees(list, 'Write endpoint=');
  });
});

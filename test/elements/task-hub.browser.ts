import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/task-hub/task-hub.js';
import type { TaskHub } from '../../src/elements/task-hub/task-hub.js';
import { focused } from '../../src/base/focused.js';
import { hubFor, insideOf, open, partOf, press, tabsOf, within } from '../support/browser-hub.js';
import { BrowserSite, Line, mia, sees, seen, still, textOf } from '../support/browser-people.js';

/** What the page has fetched of the sources, but for the hub's own shell and what it stands on. */
const fetched = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/src/'))
    .filter((path) => !/^\/src\/elements\/task-hub\/[\w.-]+$|^\/src\/locales\/en\//.test(path));

const isShown = (hub: TaskHub): boolean =>
  partOf(hub, 'panel').matches(':popover-open, :modal') && hub.hasAttribute('open');

describe('task-hub', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite();
  });

  it('fetches nothing and asks nothing before somebody is about to open it', async () => {
    await site.task();
    const line = new Line();
    const hub = await hubFor(site, mia, { send: line.fetch });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const before = fetched();
    expect(before.filter((path) => /lit|store|client|later|element\./.test(path))).to.deep.equal(
      [],
    );
    expect(before).to.have.lengthOf.below(8);
    expect(line.requests).to.deep.equal([]);
    partOf(hub, 'launcher').dispatchEvent(new PointerEvent('pointerenter'));
    await seen(() => fetched().some((path) => path.endsWith('/hub-inside.ts')), 'that it comes');
    await seen(() => fetched().some((path) => path.endsWith('/task-list.ts')), 'what is first');
    expect(line.requests).to.deep.equal([]);
    expect(isShown(hub)).to.equal(false);
    const inside = await open(hub);
    await sees(await within(inside, 'task-list'), 'Name the bakery');
  });

  it('is a whole installation in one tag', async () => {
    await site.task();
    const hub = await hubFor(site, mia);
    await still(hub);
    await expect(hub).to.be.accessible();
    const inside = await open(hub);
    await sees(await within(inside, 'task-list'), 'Name the bakery');
    expect(tabsOf(inside).map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Tasks',
      'My reports',
      'Points',
    ]);
    await still(hub);
    await expect(hub).to.be.accessible();
  });

  it('takes the provider around it', async () => {
    await site.task();
    const line = new Line();
    const provider = await fixture(
      site.provide(mia, html`<task-hub></task-hub><task-list></task-list>`, line.fetch),
    );
    await import('../../src/elements/task-provider/task-provider.js');
    const inside = await open(provider.querySelector('task-hub')!);
    const list = await within(inside, 'task-list');
    await sees(list, 'Name the bakery');
    expect(list.session).to.equal(provider.querySelector('task-list')!.session);
    expect(line.requests.filter((request) => request.endsWith('/me'))).to.have.lengthOf(1);
  });

  it('says what to write when it has neither', async () => {
    const hub = await fixture<TaskHub>(html`<task-hub></task-hub>`);
    const inside = await open(hub);
    await sees(inside, 'task-hub');
    await sees(inside, 'Write endpoint=');
  });

  it('says what went wrong, tells the page once, and goes on', async () => {
    const line = new Line();
    line.cut = true;
    await site.task();
    const hub = await hubFor(site, mia, { send: line.fetch });
    const codes: string[] = [];
    hub.addEventListener('taskchat-error', ({ code }) => codes.push(code));
    const inside = await open(hub);
    await sees(inside, 'Try again');
    expect(codes).to.deep.equal(['network']);
    line.cut = false;
    inside.shadowRoot!.querySelector('button')!.click();
    await sees(await within(inside, 'task-list'), 'Name the bakery');
  });

  it('opens and closes by its launcher, its button and Escape, and tells so', async () => {
    const hub = await hubFor(site, mia);
    const told: boolean[] = [];
    hub.addEventListener('hub-toggle', ({ open: isOpen }) => told.push(isOpen));
    const launcher = partOf(hub, 'launcher');
    expect(launcher.ariaExpanded).to.equal('false');
    launcher.click();
    expect(isShown(hub)).to.equal(true);
    expect(launcher.ariaExpanded).to.equal('true');
    launcher.click();
    expect(isShown(hub)).to.equal(false);
    launcher.click();
    partOf(hub, 'close').click();
    expect(isShown(hub)).to.equal(false);
    launcher.click();
    expect(press(partOf(hub, 'panel'), 'Escape')).to.equal(false);
    expect(isShown(hub)).to.equal(false);
    expect(told).to.deep.equal([true, false, true, false, true, false]);
  });

  it('stays as it is when the page prevents it', async () => {
    const hub = await hubFor(site, mia);
    let prevents = true;
    hub.addEventListener('hub-toggle', (event) => prevents && event.preventDefault());
    partOf(hub, 'launcher').click();
    expect(isShown(hub)).to.equal(false);
    prevents = false;
    partOf(hub, 'launcher').click();
    prevents = true;
    press(partOf(hub, 'panel'), 'Escape');
    partOf(hub, 'close').click();
    expect(isShown(hub)).to.equal(true);
  });

  it('follows its attribute, and leaves the focus alone as the page loads', async () => {
    const page = await fixture(
      html`<div>
        <input />
        <div></div>
      </div>`,
    );
    const field = page.querySelector('input')!;
    field.focus();
    const hub = document.createElement('task-hub');
    hub.setAttribute('open', '');
    page.append(hub);
    expect(isShown(hub)).to.equal(true);
    expect(focused()).to.equal(field);
    hub.open = false;
    expect(isShown(hub)).to.equal(false);
    expect(focused()).to.equal(field);
    hub.open = true;
    expect(focused()).to.equal(partOf(hub, 'panel'));
    hub.open = false;
    expect(focused()).to.equal(field);
    hub.remove();
  });

  it('takes what the page has set before the tag was known', async () => {
    await site.task();
    const early = document.createElement('div') as unknown as TaskHub;
    Object.assign(early, { endpoint: site.endpoint, getToken: () => site.token(mia) });
    const hub = document.createElement('task-hub');
    Object.assign(hub, { endpoint: early.endpoint, getToken: early.getToken });
    document.body.append(hub);
    expect(hub.getAttribute('endpoint')).to.equal(site.endpoint);
    await sees(await within(await open(hub), 'task-list'), 'Name the bakery');
    hub.remove();
  });

  it('keeps what it shows when it is moved, and ends with it when it goes', async () => {
    await site.task();
    const hub = await hubFor(site, mia);
    const inside = await open(hub);
    const list = await within(inside, 'task-list');
    await sees(list, 'Name the bakery');
    const { session } = list;
    const elsewhere = await fixture(html`<div></div>`);
    elsewhere.append(hub);
    expect(isShown(hub)).to.equal(true);
    await list.updateComplete;
    expect(list.session).to.equal(session);
    expect(textOf(list)).to.contain('Name the bakery');
    hub.remove();
    await seen(() => session?.signal.aborted, 'the end of the session');
  });

  it('follows another endpoint, and another identity', async () => {
    const other = new BrowserSite();
    await site.task();
    await other.task({ name: 'Sweep the yard' });
    const hub = await hubFor(site, mia);
    const inside = await open(hub);
    await sees(await within(inside, 'task-list'), 'Name the bakery');
    hub.getToken = () => other.token(mia);
    await sees(await within(inside, 'task-list'), 'Sweep the yard');
    expect(await insideOf(hub)).to.equal(inside);
  });

  it('shows a visitor the published tasks', async () => {
    const published = new BrowserSite({ published: true });
    await published.task();
    const inside = await open(await hubFor(published, 'visitor'));
    await sees(await within(inside, 'task-list'), 'Name the bakery');
    expect(tabsOf(inside)).to.have.lengthOf(1);
  });
});

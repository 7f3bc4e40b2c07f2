import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { v7 as uuid } from 'uuid';
import '../../src/elements/task-hub/task-hub.js';
import { focused } from '../../src/base/focused.js';
import { hubFor, open, partOf, press, tabNamed, tabsOf, within } from '../support/browser-hub.js';
import {
  BrowserSite,
  comes,
  Line,
  mia,
  noor,
  olga,
  rui,
  sees,
  seen,
  still,
  type BrowserPerson,
} from '../support/browser-people.js';

const isVisible = (element: Element | null | undefined): boolean =>
  element?.checkVisibility() ?? false;

const labels = (inside: HTMLElement): string[] =>
  tabsOf(inside).map(({ querySelector: _, children }) => children[1]?.textContent ?? '');

/** Somebody’s hub, opened, in the room of this name. */
async function roomOf(site: BrowserSite, person: BrowserPerson, name?: string) {
  const hub = await hubFor(site, person);
  const inside = await open(hub);
  if (name) (await tabNamed(inside, name)).click();
  else await seen(() => tabsOf(inside).length, 'its tabs');
  return { hub, inside };
}

describe('the rooms of task-hub', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite();
  });

  it('leads a member from a task to its form, the dialogue and back, and the focus along', async () => {
    await site.task();
    const { hub, inside } = await roomOf(site, mia);
    const list = await within(inside, 'task-list');
    const name = await comes(list, 'button', 'Name the bakery');
    name.focus();
    name.click();
    const write = await comes(list, 'button', 'Write');
    write.focus();
    write.click();
    const form = await within(inside, 'report-form');
    await seen(() => isVisible(form) && !isVisible(list), 'the form in place of the list');
    const field = await comes<HTMLTextAreaElement>(form, 'textbox');
    await seen(() => form.shadowRoot!.activeElement, 'the focus in the form');
    await still(hub);
    await expect(inside).to.be.accessible();
    field.value = 'Half past flour.';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    (await comes(form, 'button', 'Send')).click();
    const messages = await comes(form, 'button', 'essages');
    messages.click();
    const chat = await within(inside, 'mini-chat');
    await seen(() => isVisible(chat) && !isVisible(form), 'the dialogue');
    await seen(() => focused()?.matches('.scroller, h2'), 'the focus in the dialogue');
    await still(hub);
    await expect(inside).to.be.accessible();
    (await comes(inside, 'button', 'Your report')).click();
    await seen(() => isVisible(form), 'the form again');
    inside.shadowRoot!.querySelector<HTMLElement>('#room-tasks .back')!.click();
    await seen(() => isVisible(list), 'the list again');
    await seen(() => focused()?.checkVisibility(), 'the focus on what is there');
    expect(focused()).not.to.equal(null);
  });

  it('leads from a report to its dialogue, and back to that report', async () => {
    const task = await site.task();
    const report = await site.report(mia, task);
    await site.put(rui, `/reports/${report.id}/messages/${uuid()}`, { text: 'Which street?' });
    const { inside } = await roomOf(site, mia, 'My reports');
    const list = await within(inside, 'report-list');
    const row = await comes(list, 'button', 'Name the bakery');
    row.focus();
    row.click();
    const chat = await within(inside, 'mini-chat');
    await sees(chat, 'Which street?');
    await seen(() => focused()?.matches('.scroller, h2'), 'the focus in the dialogue');
    const { bottom } = chat.getBoundingClientRect();
    expect(bottom).to.be.at.most(inside.getBoundingClientRect().bottom + 1);
    inside.shadowRoot!.querySelector<HTMLElement>('#room-reports .back')!.click();
    await seen(() => focused() === row, 'the focus on the report');
  });

  it('gives reviewers the queue, and owners also the editor of tasks and the figures', async () => {
    const task = await site.task();
    await site.report(mia, task);
    const reviewer = await roomOf(site, rui);
    expect(labels(reviewer.inside)).to.deep.equal(['Review', 'Tasks']);
    await sees(await within(reviewer.inside, 'report-review'), 'Name the bakery');
    expect(partOf(reviewer.hub, 'panel').offsetWidth).to.be.above(600);
    await still(reviewer.hub);
    await expect(reviewer.hub).to.be.accessible();
    reviewer.hub.remove();
    const owner = await roomOf(site, olga, 'Tasks');
    expect(labels(owner.inside)).to.deep.equal(['Review', 'Tasks', 'Figures']);
    await sees(await within(owner.inside, 'task-editor'), 'Name the bakery');
    expect(partOf(owner.hub, 'panel').offsetWidth).to.be.above(600);
    (await tabNamed(owner.inside, 'Figures')).click();
    await sees(await within(owner.inside, 'task-insights'), 'Name the bakery');
  });

  it('gives members their points, and how they came about', async () => {
    const report = await site.report(mia, await site.task());
    await site.decide(report, 'approved');
    const { inside } = await roomOf(site, mia, 'Points');
    expect(labels(inside)).to.deep.equal(['Tasks', 'My reports', 'Points']);
    await sees(await within(inside, 'points-balance'), 'Name the bakery');
  });

  it('goes along its tabs by the arrow keys, as the words run', async () => {
    const { inside } = await roomOf(site, mia);
    const [tasks, reports] = tabsOf(inside);
    tasks!.focus();
    press(tasks!, 'ArrowRight');
    expect(focused()).to.equal(reports);
    expect(reports!.ariaSelected).to.equal('true');
    expect(tasks!.tabIndex).to.equal(-1);
    press(reports!, 'Home');
    expect(focused()).to.equal(tasks);
    document.documentElement.dir = 'rtl';
    press(tasks!, 'ArrowLeft');
    document.documentElement.dir = '';
    expect(focused()).to.equal(reports);
  });

  it('opens where this person was, and nobody else', async () => {
    const task = await site.task();
    await site.report(mia, task, 'By the fountain.');
    const first = await roomOf(site, mia, 'My reports');
    const row = await comes(await within(first.inside, 'report-list'), 'button', 'Name the bakery');
    row.click();
    await sees(await within(first.inside, 'mini-chat'), 'Name the bakery');
    await new Promise((resolve) => setTimeout(resolve, 200));
    first.hub.remove();
    await new Promise((resolve) => setTimeout(resolve));
    const again = await roomOf(site, mia);
    const chat = await within(again.inside, 'mini-chat');
    await sees(chat, 'Name the bakery');
    expect(isVisible(chat)).to.equal(true);
    expect((await tabNamed(again.inside, 'My reports')).ariaSelected).to.equal('true');
    again.hub.remove();
    const other = await roomOf(site, noor);
    expect((await tabNamed(other.inside, 'Tasks')).ariaSelected).to.equal('true');
  });

  it('stands where it was scrolled to when it is opened again', async () => {
    for (let n = 0; n < 12; n += 1) await site.task({ name: `Job ${n}` });
    const { hub, inside } = await roomOf(site, mia);
    const list = await within(inside, 'task-list');
    await sees(list, 'Job 11');
    const scroll = inside.shadowRoot!.querySelector('#list-tasks')!;
    await seen(() => scroll.scrollHeight > scroll.clientHeight + 400, 'its length');
    scroll.scrollTop = 300;
    await seen(() => Math.abs(scroll.scrollTop - 300) < 2, 'that it is scrolled');
    (await tabNamed(inside, 'My reports')).click();
    await within(inside, 'report-list');
    (await tabNamed(inside, 'Tasks')).click();
    await seen(() => Math.abs(scroll.scrollTop - 300) < 2, 'the same place');
    partOf(hub, 'close').click();
    partOf(hub, 'launcher').click();
    await seen(() => Math.abs(scroll.scrollTop - 300) < 2, 'the same place once more');
  });

  it('counts what is unread, and reads nothing while it is closed', async () => {
    const report = await site.report(mia, await site.task());
    const { hub, inside } = await roomOf(site, mia, 'My reports');
    const row = await comes(await within(inside, 'report-list'), 'button', 'Name the bakery');
    row.click();
    await sees(await within(inside, 'mini-chat'), 'Name the bakery');
    partOf(hub, 'close').click();
    const say = (text: string) =>
      site.put(rui, `/reports/${report.id}/messages/${uuid()}`, { text });
    await say('Which street?');
    await seen(() => hub.unread === 1, 'that something is unread');
    await say('And which house?');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(hub.unread).to.equal(1);
    const badge = partOf(hub, 'badge');
    expect(badge.hidden).to.equal(false);
    expect(partOf(hub, 'said').textContent).to.equal('1 unread');
    partOf(hub, 'launcher').click();
    await seen(() => hub.unread === 0, 'that it is read');
    expect(badge.hidden).to.equal(true);
  });

  it('has the number from the start where the page wants that, and no session otherwise', async () => {
    const report = await site.report(mia, await site.task());
    await site.put(rui, `/reports/${report.id}/messages/${uuid()}`, { text: 'Which street?' });
    const line = new Line();
    const told = await hubFor(site, mia, { send: line.fetch });
    told.unread = 4;
    expect(partOf(told, 'badge').textContent).to.equal('4');
    const hub = await hubFor(site, mia);
    hub.liveBadge = true;
    await seen(() => hub.unread === 1, 'what is unread');
    expect(hub.open).to.equal(false);
    expect(
      hub.shadowRoot!.querySelector('task-hub-inside')!.shadowRoot!.querySelector('task-list'),
    ).to.equal(null);
    expect(line.requests).to.deep.equal([]);
    await open(told);
    await seen(() => told.unread === 1, 'what is true');
  });

  /** A hub that has been opened and closed, beside tags of the page’s own; gives the button there. */
  async function besideTags(content: TemplateResult) {
    await site.task();
    const provider = await fixture(site.provide(mia, content));
    await import('../../src/elements/task-provider/task-provider.js');
    const hub = provider.querySelector('task-hub')!;
    const inside = await open(hub);
    await within(inside, 'report-form');
    partOf(hub, 'close').click();
    const list = provider.querySelector('task-list')!;
    (await comes(list, 'button', 'Name the bakery')).click();
    return { hub, inside, write: await comes(list, 'button', 'Write') };
  }

  it('opens for a button of the page that leads to what only the hub has', async () => {
    const content = html`<task-hub></task-hub><task-list></task-list>`;
    const { hub, inside, write } = await besideTags(content);
    write.focus();
    write.click();
    expect(hub.open).to.equal(true);
    const form = await within(inside, 'report-form');
    expect(isVisible(form)).to.equal(true);
    await seen(() => form.shadowRoot!.activeElement, 'the focus in the form');
    press(partOf(hub, 'panel'), 'Escape');
    expect(focused()).to.equal(write);
  });

  it('stays closed where the page has that itself', async () => {
    const content = html`<task-hub></task-hub><task-list></task-list><report-form></report-form>`;
    const { hub, write } = await besideTags(content);
    write.click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(hub.open).to.equal(false);
  });
});

import { expect } from '@open-wc/testing';
import type { Report } from '../../src/contract/report.js';
import type { ReportReview } from '../../src/elements/report-review/report-review.js';
import {
  Line,
  BrowserSite,
  mia,
  noor,
  olga,
  rui,
  sees,
  seen,
  textOf,
} from '../support/browser-people.js';
import {
  all,
  button,
  focused,
  part,
  presses,
  reasonField,
  reviewFor,
  rows,
  types,
  unheard,
  wordsOf,
  writes,
} from '../support/browser-review.js';

describe('report-review, many at once', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite();
  });

  /** Reports of two people, in turn. */
  async function reports(count: number, points = 50): Promise<readonly Report[]> {
    const task = await site.task({ points, limit: count });
    const made: Report[] = [];
    for (let n = 0; n < count; n += 1) {
      made.push(await site.report(n % 2 ? noor : mia, task, `Number ${n}.`));
    }
    return made;
  }

  const statuses = (made: readonly Report[]): Promise<string[]> =>
    Promise.all(made.map(async ({ id }) => (await site.ask<Report>(rui, `/reports/${id}`)).status));

  async function opened(undo: number, count: number, send?: typeof fetch): Promise<ReportReview> {
    const tag = await reviewFor(site, rui, { undo, ...(send && { send }) });
    const shown = (): string => all(tag, '[aria-pressed="true"]').map(wordsOf).join();
    await seen(() => shown() === `Awaiting ${count}` && rows(tag).length > 0, 'the queue');
    return tag;
  }

  it('picks by X, decides all by one key, and takes all back by one', async () => {
    const line = new Line();
    const made = await reports(4);
    const tag = await opened(30, 4, line.fetch);
    rows(tag)[0]!.focus();
    types(focused(tag), 'x');
    types(focused(tag), 'j');
    types(focused(tag), 'x');
    types(focused(tag), 'j');
    types(focused(tag), 'x');
    types(focused(tag), 'x');
    await sees(tag, '2 selected');
    await expect(tag).to.be.accessible();
    types(focused(tag), 'a');
    await seen(() => rows(tag).length === 2, 'the rest of the queue');
    await seen(() => part(tag, 'undo'), 'the way back');
    expect(part(tag, 'undo')).to.match(/^2 reports: approved Sent in \d+ seconds/);
    expect(part(tag, 'picks')).to.equal('');
    await seen(() => focused(tag) === rows(tag)[0], 'the focus on what is left');
    types(focused(tag), 'z');
    await seen(() => rows(tag).length === 4, 'all of them');
    expect(line.requests.filter((one) => one.includes('/decision'))).to.deep.equal([]);
    expect(await statuses(made)).to.deep.equal(Array(4).fill('awaiting'));
  });

  it('stops at no report that somebody else has decided, and tells each outcome', async () => {
    const made = await reports(5);
    const tag = await opened(0.5, 5, unheard);
    const decided: string[] = [];
    tag.addEventListener('report-decided', ({ report }) => decided.push(report.id));
    rows(tag)[0]!.focus();
    types(focused(tag), 'x');
    await presses(tag, 'Select all');
    await sees(tag, '5 selected');
    await site.put(olga, `/reports/${made[2]!.id}/rounds/1/decision`, {
      id: crypto.randomUUID(),
      verdict: 'rejected',
      reason: 'Too dark.',
    });
    await presses(tag, 'Approve');
    await seen(() => decided.length === 4, 'four decisions');
    expect(part(tag, 'lost')).to.contain('Mia Sousa: your decision does not stand.');
    expect(part(tag, 'lost')).to.contain('Olga Lindqvist was faster.');
    expect(await statuses(made)).to.deep.equal([
      'approved',
      'approved',
      'rejected',
      'approved',
      'approved',
    ]);
    expect((await site.ask<{ points: number }>(mia, '/me')).points).to.equal(100);
    expect((await site.ask<{ points: number }>(noor, '/me')).points).to.equal(100);
  });

  it('asks before more than ten are rejected: whose they are, and for how many points', async () => {
    const made = await reports(11, 1_000);
    const tag = await opened(0, 11);
    rows(tag)[0]!.focus();
    types(focused(tag), 'x');
    await presses(tag, 'Select all');
    types(focused(tag), 'r');
    await seen(() => focused(tag) === reasonField(tag), 'the field');
    await presses(tag, 'Reject');
    await sees(tag, 'Write a reason first.');
    await writes(tag, 'The campaign was cancelled.');
    types(reasonField(tag), 'Enter', { ctrlKey: true });
    const dialog = await seen(() => all(tag, 'dialog')[0] as HTMLDialogElement, 'the question');
    expect(wordsOf(dialog)).to.equal(
      'Reject 11 reports? 11,000 points are then not awarded. The reports are of: ' +
        'Mia Sousa 6 Noor Haddad 5 Reject 11 Cancel',
    );
    await expect(tag).to.be.accessible();
    button(tag, 'Cancel')!.click();
    await seen(() => all(tag, 'dialog').length === 0, 'no question');
    expect(await statuses(made)).to.deep.equal(Array(11).fill('awaiting'));
    expect(reasonField(tag)?.value).to.equal('The campaign was cancelled.');
    types(reasonField(tag), 'Enter', { ctrlKey: true });
    let decided = 0;
    tag.addEventListener('report-decided', () => (decided += 1));
    (await seen(() => button(tag, 'Reject 11'), 'the question again')).click();
    await seen(() => rows(tag).length === 0, 'an empty queue');
    await seen(() => decided === 11, 'each of them decided');
    expect(await statuses(made)).to.deep.equal(Array(11).fill('rejected'));
  });

  it('picks no more what its member has revised meanwhile: nobody has seen that', async () => {
    const made = await reports(2);
    const tag = await opened(0, 2);
    rows(tag)[0]!.focus();
    types(focused(tag), 'x');
    await presses(tag, 'Select all');
    await sees(tag, '2 selected');
    await site.put(mia, `/reports/${made[0]!.id}/rounds/2`, { text: 'Another text.' });
    await sees(tag, '1 selected');
    let decided = 0;
    tag.addEventListener('report-decided', () => (decided += 1));
    await presses(tag, 'Approve');
    await seen(() => decided === 1, 'the one decision');
    expect(await statuses(made)).to.deep.equal(['awaiting', 'approved']);
  });

  it('never picks one’s own report, and forgets all by Escape', async () => {
    const task = await site.task({ limit: 2 });
    await site.report({ ...rui, role: 'member' }, task, 'My own.');
    await site.report(mia, task, 'Hers.');
    const tag = await opened(0, 2);
    expect(all(tag, '.pick').length).to.equal(1);
    rows(tag)[0]!.focus();
    types(focused(tag), 'x');
    await tag.updateComplete;
    expect(textOf(tag)).not.to.contain('selected');
    all(tag, '.pick input')[0]!.click();
    await sees(tag, '1 selected');
    types(focused(tag) ?? tag, 'Escape');
    await seen(() => part(tag, 'picks') === '', 'nothing selected');
  });
});

import { expect } from '@open-wc/testing';
import type { Report } from '../../src/contract/report.js';
import { decisionsOf } from '../../src/stores/decisions/decisions.js';
import { shelfOf } from '../../src/stores/shelf.js';
import type { ReportReview } from '../../src/elements/report-review/report-review.js';
import { BrowserSite, Line, mia, noor, olga, rui, sees, seen } from '../support/browser-people.js';
import {
  all,
  button,
  focused,
  part,
  presses,
  reasonField,
  reviewFor,
  row,
  rows,
  types,
  unheard,
  wordsOf,
  writes,
} from '../support/browser-review.js';

const shortly = 1.5;

describe('report-review, within the time to take a decision back', () => {
  let site: BrowserSite;
  let line: Line;
  beforeEach(() => {
    site = new BrowserSite();
    line = new Line();
  });

  const decisions = (): string[] => line.requests.filter((one) => one.includes('/decision'));
  const review = (undo: number, width = 900): Promise<ReportReview> =>
    reviewFor(site, rui, { undo, width, send: line.fetch });
  const statusOf = async ({ id }: Report): Promise<string> =>
    (await site.ask<Report>(rui, `/reports/${id}`)).status;

  /** Reports of two people, the first one's first. */
  async function two(): Promise<readonly [first: Report, second: Report]> {
    const first = await site.report(mia, await site.task({ name: 'First' }), 'One.');
    return [first, await site.report(noor, await site.task({ name: 'Second' }), 'Two.')];
  }

  it('goes on with the next report at once, and sends only when the time is over', async () => {
    const [first] = await two();
    const tag = await review(shortly);
    const told: string[] = [];
    tag.addEventListener('report-decided', (event) => told.push(event.report.id));
    (await row(tag, 'First')).focus();
    await sees(tag, 'One.');
    types(focused(tag), 'a');
    await seen(() => part(tag, 'proof').includes('Two.'), 'the next report');
    expect(wordsOf(focused(tag)!)).to.contain('Second');
    expect(rows(tag).length).to.equal(1);
    await seen(() => part(tag, 'undo'), 'the way back');
    expect(part(tag, 'undo')).to.match(/^Mia Sousa: approved Sent in [12] seconds? Undo/);
    expect(decisions()).to.deep.equal([]);
    await expect(tag).to.be.accessible();
    await seen(() => told.includes(first.id), 'the decision on the server');
    expect(await statusOf(first)).to.equal('approved');
    expect(decisions().length).to.equal(1);
    await seen(() => part(tag, 'undo') === '', 'the end of the way back');
  });

  it('takes the last decision back by Z, and stands where it was taken', async () => {
    const [first, second] = await two();
    const tag = await review(30);
    (await row(tag, 'First')).focus();
    await sees(tag, 'One.');
    types(focused(tag), 'a');
    await seen(() => part(tag, 'proof').includes('Two.'), 'the next report');
    types(focused(tag), 'r');
    types(await writes(tag, 'Too dark.'), 'Enter', { ctrlKey: true });
    await seen(() => rows(tag).length === 0, 'an empty queue');
    await seen(() => focused(tag)?.textContent?.includes('Nothing awaits'), 'the notice');
    await sees(tag, 'You have decided this.');
    types(focused(tag), 'z');
    await seen(() => rows(tag).length === 1, 'the second again');
    await seen(() => wordsOf(focused(tag)!).includes('Second'), 'the focus on it');
    await seen(() => button(tag, 'Approve'), 'all ways to decide');
    types(focused(tag), 'r');
    expect((await seen(() => reasonField(tag), 'the field')).value).to.equal('Too dark.');
    types(reasonField(tag), 'Escape');
    await presses(tag, 'Undo');
    await seen(() => rows(tag).length === 2, 'both again');
    await seen(() => part(tag, 'proof').includes('One.'), 'the first one, open');
    expect(all(tag, '.desk > [role="status"]').map(wordsOf)).to.deep.equal([
      'Taken back. Nothing was sent.',
    ]);
    expect(decisions()).to.deep.equal([]);
    expect([await statusOf(first), await statusOf(second)]).to.deep.equal(['awaiting', 'awaiting']);
  });

  it('offers the way back in the report too, where the queue is out of sight', async () => {
    const [first] = await two();
    const tag = await review(30, 390);
    (await row(tag, 'First')).click();
    await sees(tag, 'One.');
    await presses(tag, 'Approve');
    await seen(() => part(tag, 'proof').includes('Two.'), 'the next report');
    expect(focused(tag)?.getAttribute('part')).to.equal('status');
    await presses(tag, 'Approve');
    await sees(tag, 'You have decided this.');
    await expect(tag).to.be.accessible();
    await presses(tag, 'Undo');
    await seen(() => button(tag, 'Approve'), 'the buttons');
    expect(await statusOf(first)).to.equal('awaiting');
  });

  it('sends at once what is held when the page is left', async () => {
    const [first] = await two();
    const tag = await review(30);
    (await row(tag, 'First')).focus();
    await sees(tag, 'One.');
    types(focused(tag), 'a');
    await seen(() => part(tag, 'undo'), 'the way back');
    let isDecided = false;
    tag.addEventListener('report-decided', () => (isDecided = true));
    dispatchEvent(new Event('pagehide'));
    await seen(() => part(tag, 'undo') === '', 'the end of the way back');
    await seen(() => isDecided, 'the decision on the server');
    expect(decisions().length).to.equal(2, 'as the page goes, and in case it stays');
    const { status, rounds } = await site.ask<Report>(rui, `/reports/${first.id}`);
    expect([status, rounds.length]).to.deep.equal(['approved', 1]);
    expect((await site.ask<{ points: number }>(mia, '/me')).points).to.equal(50);
  });

  it('sends what a page has left that died within the time', async () => {
    const [first] = await two();
    const before = await review(0);
    await row(before, 'First');
    const session = before.session!;
    const id = crypto.randomUUID();
    const kept = { id, report: { id: first.id, round: 1 }, verdict: 'approved', reason: null };
    const place = ['decision', ...(await session.identity()), id];
    await shelfOf(session).set(place, { ...kept, due: Date.now() - 60_000 });
    const tag = await review(6);
    await seen(() => rows(tag).length === 1 && part(tag, 'row').includes('Second'), 'one left');
    expect(await statusOf(first)).to.equal('approved');
    await seen(() => decisionsOf(tag.session!).snapshot.open.size === 0, 'all sent');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await shelfOf(session).get(place)).to.equal(undefined);
  });

  it('tells whose decision stands when somebody was faster meanwhile', async () => {
    const [first] = await two();
    const tag = await reviewFor(site, olga, { undo: shortly, send: unheard });
    (await row(tag, 'First')).focus();
    await sees(tag, 'One.');
    types(focused(tag), 'a');
    await seen(() => part(tag, 'proof').includes('Two.'), 'the next report');
    await site.decide(first, 'rejected', 'Too dark.');
    await seen(() => part(tag, 'lost'), 'that it does not stand');
    expect(part(tag, 'lost')).to.contain('Mia Sousa: your decision does not stand.');
    expect(part(tag, 'lost')).to.contain('Rui Tavares was faster.');
    await expect(tag).to.be.accessible();
    await presses(tag, 'Show');
    await sees(tag, 'Rejected by Rui Tavares');
    expect(part(tag, 'lost')).to.equal('');
  });
});

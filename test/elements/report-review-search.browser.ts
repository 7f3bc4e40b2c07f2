import { expect } from '@open-wc/testing';
import type { ReportReview } from '../../src/elements/report-review/report-review.js';
import { BrowserSite, mia, noor, sees, seen } from '../support/browser-people.js';
import {
  all,
  focused,
  part,
  presses,
  reviewFor,
  row,
  rows,
  types,
} from '../support/browser-review.js';

describe('report-review, narrowed', () => {
  let site: BrowserSite;
  beforeEach(async () => {
    site = new BrowserSite();
    const bakery = await site.task({ name: 'A bakery', limit: 3 });
    await site.report(mia, bakery, 'Half past flour.');
    await site.report(noor, bakery, 'The rolling pin.');
    await site.report(mia, await site.task({ name: 'A kiosk' }), 'Sun and paper.');
  });

  const field = (tag: ReportReview): HTMLInputElement =>
    all(tag, '[part="search-field"]')[0] as HTMLInputElement;
  const looksFor = (tag: ReportReview, text: string): void => {
    field(tag).value = text;
    field(tag).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };

  it('finds by words, keeps the field while it looks, and leads back to all', async () => {
    const tag = await reviewFor(site);
    (await row(tag, 'A kiosk')).focus();
    await seen(() => field(tag), 'the field');
    types(focused(tag), '/');
    expect(focused(tag) === field(tag)).to.equal(true);
    looksFor(tag, 'rolling');
    await seen(() => rows(tag).length === 1 && part(tag, 'row').includes('Noor'), 'the one');
    expect(focused(tag) === field(tag)).to.equal(true);
    await expect(tag).to.be.accessible();
    types(field(tag), 'ArrowDown');
    expect(focused(tag) === rows(tag)[0]).to.equal(true);
    looksFor(tag, 'nobody wrote this');
    await sees(tag, 'No report matches');
    await presses(tag, 'Show all reports');
    await seen(() => rows(tag).length === 3, 'all of them');
    expect(field(tag).value).to.equal('');
  });

  it('keeps to one member, to one task, and to what comes of them', async () => {
    const tag = await reviewFor(site);
    (await row(tag, 'A kiosk')).click();
    await sees(tag, 'Sun and paper.');
    await presses(tag, 'Only this member');
    await seen(() => rows(tag).length === 2, 'the reports of one');
    expect(part(tag, 'row')).not.to.contain('Noor');
    await presses(tag, 'Only this task');
    await seen(() => rows(tag).length === 1, 'on one task');
    await site.report(noor, await site.task({ name: 'Another' }), 'News.');
    await presses(tag, 'A kiosk Remove');
    await seen(() => rows(tag).length === 2, 'the reports of one');
    await presses(tag, 'Mia Sousa Remove');
    await seen(() => rows(tag).length === 4, 'all, with the new one');
  });

  it('leads to the queue where that is out of sight', async () => {
    const tag = await reviewFor(site, undefined, { width: 390 });
    (await row(tag, 'A kiosk')).click();
    await sees(tag, 'Sun and paper.');
    await presses(tag, 'Only this member');
    await seen(() => rows(tag).length === 2, 'the reports of one');
    await expect(tag).to.be.accessible();
  });
});

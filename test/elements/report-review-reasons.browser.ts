import { expect, fixture, html } from '@open-wc/testing';
import type { Report } from '../../src/contract/report.js';
import type { ReportReview } from '../../src/elements/report-review/report-review.js';
import { BrowserSite, mia, rui, sees, seen } from '../support/browser-people.js';
import { all, focused, reasonField, row, types, wordsOf } from '../support/browser-review.js';

describe('report-review, with reasons of the site', () => {
  let site: BrowserSite;
  let review: ReportReview;
  let report: Report;
  beforeEach(async () => {
    site = new BrowserSite();
    report = await site.report(mia, await site.task({ name: 'First' }), 'One.');
    const content = html`<report-review undo-seconds="0">
      <option value="rejected">Too dark to read.</option>
      <option value="changes">Please add the address.</option>
      <option>The link does not open.</option>
    </report-review>`;
    const provider = await fixture(site.provide(rui, content));
    review = provider.querySelector('report-review')!;
    review.reasonTemplates = [{ text: 'Not a bakery.', verdict: 'rejected' }];
    (await row(review, 'First')).focus();
    await sees(review, 'One.');
  });

  const offered = (): string[] => all(review, '.template').map(wordsOf);

  it('offers those for the verdict, and takes one by its number', async () => {
    types(focused(review), 'r');
    await seen(() => focused(review)?.matches('.template'), 'the focus on the first');
    expect(offered()).to.deep.equal([
      'Not a bakery.',
      'Too dark to read.',
      'The link does not open.',
    ]);
    await expect(review).to.be.accessible();
    types(focused(review), '2');
    const field = await seen(() => reasonField(review), 'the field');
    await seen(() => field.value === 'Too dark to read.', 'the reason in the field');
    await seen(() => focused(review) === field, 'the focus in the field');
    types(field, 'Enter', { ctrlKey: true });
    await sees(review, 'Rejected by Rui Tavares');
    const { decision } = await site.ask<Report>(rui, `/reports/${report.id}`);
    expect(decision?.reason).to.equal('Too dark to read.');
  });

  it('offers those of the report’s task first', async () => {
    const reasons = [
      { text: 'That name is taken.', verdict: 'rejected' as const },
      { text: 'Say why.', verdict: 'changes' as const },
    ];
    await site.report(mia, await site.task({ name: 'Second', reasons }), 'Two.');
    const next = await row(review, 'Second');
    next.focus();
    next.click();
    await sees(review, 'Two.');
    types(focused(review), 'r');
    await seen(() => offered()[0] === 'That name is taken.', 'the reason of the task');
    expect(offered()).not.to.include('Say why.');
    expect(offered()[1]).to.equal('Not a bakery.');
  });

  it('lets whoever begins to type write a reason of their own', async () => {
    types(focused(review), 'r');
    await seen(() => focused(review)?.matches('.template'), 'the focus on the first');
    types(focused(review), 'j');
    expect(focused(review)).to.equal(reasonField(review));
  });

  it('takes no number for a choice that is typed into the field', async () => {
    types(focused(review), 'c');
    await seen(() => offered().length === 2, 'two reasons');
    all(review, '.template')[0]!.click();
    const field = await seen(() => reasonField(review), 'the field');
    await seen(() => field.value === 'Please add the address.', 'the reason in the field');
    types(field, '2');
    await review.updateComplete;
    expect(field.value).to.equal('Please add the address.');
  });
});

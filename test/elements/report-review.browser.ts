import { expect, fixture, html } from '@open-wc/testing';
import { define } from '../../src/base/define.js';
import { MiniChat } from '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/report-review/report-review.js';
import { ReportReview } from '../../src/elements/report-review/report-review.js';
import '../../src/elements/task-provider/task-provider.js';
import type { Report } from '../../src/contract/report.js';
import { noise, screenshot } from '../support/browser-files.js';
import {
  BrowserSite,
  Line,
  comes,
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
  chooses,
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

describe('report-review', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite();
  });

  describe('the queue', () => {
    it('puts the longest wait first, with who, what, how much and how long', async () => {
      await site.report(mia, await site.task({ name: 'Older' }));
      await site.report(noor, await site.task({ name: 'Newer', points: 120 }));
      const review = await reviewFor(site);
      await row(review, 'Newer');
      expect(rows(review).map(wordsOf)).to.deep.equal([
        'Mia Sousa 50 points Older Just arrived',
        'Noor Haddad 120 points Newer Just arrived',
      ]);
      expect(wordsOf(all(review, '[aria-pressed="true"]')[0]!)).to.equal('Awaiting 2');
      await sees(review, 'Half past flour.');
      await expect(review).to.be.accessible();
    });

    it('keeps the wait right as time passes, and marks what is beyond the promise', async () => {
      await site.report(mia, await site.task({ reviewWithin: 4 }));
      const review = await reviewFor(site);
      await sees(review, 'Just arrived');
      expect(textOf(review)).to.contain('promised within 4 hours').and.not.to.contain('Overdue');
      const { now } = Date;
      try {
        Date.now = () => now() + 5 * 3_600_000;
        review.requestUpdate();
        await review.updateComplete;
        expect(wordsOf(rows(review)[0]!)).to.contain('Waits 5 hours Overdue');
        Date.now = () => now() + 46 * 3_600_000;
        review.requestUpdate();
        await review.updateComplete;
        expect(wordsOf(rows(review)[0]!)).to.contain('Waits 46 hours');
      } finally {
        Date.now = now;
      }
    });

    it('shows one status or all, as the person or the page asks', async () => {
      const task = await site.task({ limit: 3 });
      await site.report(mia, task, 'Waits.');
      await site.decide(await site.report(mia, task, 'Good.'), 'approved');
      await site.decide(await site.report(mia, task, 'Unclear.'), 'changes', 'Which one?');
      const review = await reviewFor(site);
      await seen(() => rows(review).length === 1, 'only what a reviewer can decide');
      await chooses(review, 'All');
      await seen(() => rows(review).length === 3, 'all of them');
      review.status = 'approved';
      await seen(
        () => rows(review).length === 1 && part(review, 'row').includes('Approved'),
        'one',
      );
      await chooses(review, 'Rejected');
      await sees(review, 'No reports with this status');
    });

    it('keeps to one task', async () => {
      const task = await site.task({ name: 'This one' });
      await site.report(mia, task);
      await site.report(noor, await site.task({ name: 'Another' }));
      const review = await reviewFor(site, rui, { task: task.id });
      await row(review, 'This one');
      expect(rows(review).length).to.equal(1);
    });

    it('moves by J and K or the arrows, and opens by Enter', async () => {
      const task = await site.task({ limit: 3 });
      const reports: Report[] = [];
      for (const text of ['One.', 'Two.', 'Three.'])
        reports.push(await site.report(mia, task, text));
      const review = await reviewFor(site);
      await seen(() => rows(review).length === 3, 'three rows');
      rows(review)[0]?.focus();
      types(focused(review), 'j');
      types(focused(review), 'ArrowDown');
      expect(focused(review)).to.equal(rows(review)[2]);
      types(focused(review), 'k');
      expect(focused(review)).to.equal(rows(review)[1]);
      await review.updateComplete;
      expect(rows(review).map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, 0, -1]);
      focused(review)?.click();
      await sees(review, 'Two.');
      expect(review.session?.selection.snapshot.reportId).to.equal(reports[1]?.id);
      expect(rows(review)[1]?.getAttribute('aria-current')).to.equal('true');
      expect(focused(review)).to.equal(rows(review)[1]);
    });

    it('adds the next page', async () => {
      const task = await site.task({ limit: 100 });
      for (let n = 0; n < 52; n += 1) await site.report(mia, task, `Number ${n}.`);
      const review = await reviewFor(site);
      const shown = () => all(review, '[aria-pressed="true"]').map(wordsOf).join();
      await seen(() => rows(review).length > 0 && shown() === 'Awaiting 52', 'the first page');
      expect(rows(review).length).to.be.below(30);
      expect(rows(review)[0]!.parentElement!.getAttribute('aria-setsize')).to.equal('-1');
      await presses(review, 'Show more');
      await seen(() => !button(review, 'Show more'), 'the rest');
      expect(shown()).to.equal('Awaiting 52');
      await seen(() => focused(review)?.matches('[aria-posinset="51"] *'), 'the focus on a row');
      expect(rows(review).length).to.be.below(40);
    }).timeout(40_000);

    it('follows what happens elsewhere; the focus goes on to what is left', async () => {
      const task = await site.task({ limit: 3 });
      const first = await site.report(mia, task, 'One.');
      const review = await reviewFor(site, olga);
      (await row(review, 'Mia')).focus();
      await site.report(noor, task, 'Two.');
      await row(review, 'Noor');
      await site.decide(first, 'approved');
      await seen(() => rows(review).length === 1, 'one row left');
      expect(focused(review)).to.equal(rows(review)[0]);
      await sees(review, 'Approved by Rui Tavares');
      expect(part(review, 'proof')).to.contain('One.');
    });

    it('is pleased when nothing awaits', async () => {
      const review = await reviewFor(site);
      await sees(review, 'Nothing awaits review');
      expect(review.matches(':state(empty)')).to.equal(true);
      await expect(review).to.be.accessible();
      await site.report(mia, await site.task({ name: 'News' }));
      await row(review, 'News');
    });
  });

  describe('the report', () => {
    it('says where it stands, then the proof, then what it is about', async () => {
      const task = await site.task({ name: 'A bakery', points: 1_250 });
      const report = await site.report(mia, task, 'See https://example.org/bread.');
      await site.decide(report, 'changes', 'Which street?');
      await site.put(mia, `/reports/${report.id}/rounds/2`, { text: 'Mill Street.' });
      const review = await reviewFor(site, rui, { report: report.id });
      await seen(() => part(review, 'rounds').includes('Which street?'), 'the first round');
      expect(part(review, 'status')).to.match(/^Awaiting Your decision/);
      expect(part(review, 'proof')).to.contain('Mill Street.').and.to.contain('Mia Sousa');
      expect(part(review, 'rounds')).to.contain('1 earlier round').and.to.contain('See https://');
      expect(part(review, 'rounds')).to.contain('Rui Tavares asked for changes');
      const facts = all(review, 'dl > div').map(wordsOf);
      expect(facts[0]).to.equal('Task A bakery');
      expect(facts[1]).to.equal('Task approval score 1,250 points');
      expect(facts[2]).to.match(/^Submitted \w+/);
      expect(facts[3]).to.equal('Round 2');
      expect(all(review, 'dl :is(input, textarea, select, button)')).to.deep.equal([]);
    });

    it('marks what a revision has changed, and says how its member has done', async () => {
      const task = await site.task({ limit: 3 });
      await site.decide(await site.report(mia, task, 'Another.'), 'approved');
      const report = await site.report(mia, task, 'Half past flour, Mill Street.');
      await site.decide(report, 'changes', 'Which number?');
      const text = 'Half past flour, Mill Street 4. See https://example.org/bread.';
      await site.put(mia, `/reports/${report.id}/rounds/2`, { text });
      const review = await reviewFor(site, rui, { report: report.id });
      const marked = (tag: string) => all(review, `[part="proof"] ${tag}`).map(wordsOf);
      await seen(() => marked('ins').length > 0, 'what is new');
      expect(marked('ins').join(' ')).to.contain('4').and.to.contain('example.org');
      expect(part(review, 'proof')).to.contain('1 approved, 0 rejected; this month 1 and 0');
      await expect(review).to.be.accessible();
      await presses(review, 'Changes since the round before');
      await seen(() => marked('ins').length === 0, 'the text alone');
      expect(marked('a')).to.deep.equal(['https://example.org/bread']);
    });

    it('shows the files of each round', async () => {
      const [first, second] = await Promise.all([
        site.upload(mia, await screenshot('door.png')),
        site.upload(mia, noise(2_048, 'street.txt')),
      ]);
      const report = await site.report(mia, await site.task(), 'The door.', [first]);
      await site.decide(report, 'changes', 'Which street?');
      const revision = { text: 'Mill Street.', attachments: [second] };
      await site.put(mia, `/reports/${report.id}/rounds/2`, revision);
      const review = await reviewFor(site, rui, { report: report.id });
      await seen(() => all(review, '[part="proof"] .file').length === 1, 'the file of this round');
      expect(part(review, 'proof')).to.contain('street.txt').and.to.contain('2 kB');
      all(review, 'summary')[0]!.click();
      const picture = await seen(
        () => all(review, '[part="rounds"] img')[0] as HTMLImageElement | undefined,
        'the picture of the round before',
      );
      await seen(() => picture.naturalWidth === 300, 'the picture itself');
      await expect(review).to.be.accessible();
      (await comes(review, 'button', 'Show \u2068door.png')).click();
      await seen(() => review.shadowRoot?.querySelector('dialog img'), 'the picture, large');
    });

    it('carries the comments table of this report', async () => {
      const report = await site.report(mia, await site.task());
      const review = await reviewFor(site, rui, { report: report.id });
      const chat = await seen(() => review.shadowRoot?.querySelector('mini-chat'), 'the comments');
      expect([chat.layout, chat.reportId]).to.deep.equal(['table', report.id]);
      await sees(chat, 'Leave a reply');
    });

    it('finds its comments under a prefix too', async () => {
      define(ReportReview, 'shop');
      define(MiniChat, 'shop');
      const report = await site.report(mia, await site.task());
      const content = html`<shop-report-review report-id=${report.id}></shop-report-review>`;
      const provider = await fixture(site.provide(rui, content));
      const review = provider.querySelector('shop-report-review') as ReportReview;
      const chat = await seen(() => review.shadowRoot?.querySelector('shop-mini-chat'), 'comments');
      await sees(chat, 'Leave a reply');
    });

    it('has the queue before it where there is no room beside', async () => {
      await site.report(mia, await site.task({ name: 'First' }), 'One.');
      await site.report(noor, await site.task({ name: 'Second' }), 'Two.');
      const review = await reviewFor(site, rui, { width: 320 });
      (await row(review, 'Second')).focus();
      expect(part(review, 'report')).to.equal('');
      focused(review)?.click();
      await sees(review, 'Two.');
      expect(rows(review)).to.deep.equal([]);
      expect(focused(review)?.getAttribute('part')).to.equal('status');
      await expect(review).to.be.accessible();
      types(focused(review), 'k');
      await sees(review, 'One.');
      await presses(review, 'Back');
      await seen(() => focused(review)?.matches('[part="row"]'), 'the focus on a row');
      expect(wordsOf(focused(review)!)).to.contain('First');
    });
  });

  describe('the decision', () => {
    it('approves by one key, for ever, and goes on to the next report', async () => {
      const report = await site.report(mia, await site.task({ name: 'First' }));
      await site.report(noor, await site.task({ name: 'Second' }));
      const review = await reviewFor(site);
      const told: string[] = [];
      review.addEventListener('report-decide', ({ report: { id }, verdict, reason }) =>
        told.push(`decide ${id} ${verdict} ${reason}`),
      );
      review.addEventListener('report-decided', (event) =>
        told.push(`decided ${event.report.id} ${event.report.status}`),
      );
      (await row(review, 'First')).focus();
      await sees(review, '+50 points for Mia Sousa, for ever');
      types(focused(review), 'a');
      await sees(review, 'Approved by Rui Tavares');
      await seen(() => focused(review) === rows(review)[0], 'the focus on the next report');
      expect(wordsOf(focused(review)!)).to.contain('Second');
      expect(told).to.deep.equal([
        `decide ${report.id} approved null`,
        `decided ${report.id} approved`,
      ]);
      expect(part(review, 'standing')).to.contain('It can no longer be altered.');
      expect(all(review, '.decision :is(button, textarea)')).to.deep.equal([]);
      expect(all(review, '.desk > [role="status"]').map(wordsOf)).to.deep.equal([
        'Approved. +50 points for Mia Sousa.',
      ]);
      expect((await site.ask<{ points: number }>(mia, '/me')).points).to.equal(50);
      types(focused(review), 'r');
      await review.updateComplete;
      expect(reasonField(review)).to.equal(null);
    });

    it('rests on the notice when that was the last one', async () => {
      await site.report(mia, await site.task());
      const review = await reviewFor(site);
      await presses(review, 'Approve');
      await seen(() => focused(review)?.textContent?.includes('Nothing awaits'), 'the notice');
      await expect(review).to.be.accessible();
    });

    it('offers the next report where the queue is out of sight', async () => {
      const first = await site.report(mia, await site.task());
      await site.report(noor, await site.task(), 'Two.');
      const review = await reviewFor(site, rui, { width: 390, report: first.id });
      await seen(() => part(review, 'switch').includes('Awaiting 2'), 'the queue');
      await presses(review, 'Approve');
      await seen(() => focused(review)?.textContent?.includes('Next'), 'the way on');
      focused(review)?.click();
      await sees(review, 'Two.');
      expect(focused(review)?.getAttribute('part')).to.equal('status');
      await presses(review, 'Approve');
      await seen(() => focused(review)?.textContent?.includes('Nothing awaits'), 'the notice');
    });

    it('leaves everything as it is when the page prevents it', async () => {
      const report = await site.report(mia, await site.task());
      const review = await reviewFor(site);
      review.addEventListener('report-decide', (event) => event.preventDefault());
      await presses(review, 'Approve');
      await presses(review, 'Reject');
      const field = await writes(review, 'Not a bakery.');
      types(field, 'Enter', { ctrlKey: true });
      await review.updateComplete;
      expect(reasonField(review)?.value).to.equal('Not a bakery.');
      const { status } = await site.ask<Report>(rui, `/reports/${report.id}`);
      expect(status).to.equal('awaiting');
    });

    it('rejects with a reason, asked for in place', async () => {
      const report = await site.report(mia, await site.task());
      const review = await reviewFor(site);
      (await row(review, 'Mia')).focus();
      await sees(review, 'Half past flour.');
      types(focused(review), 'r');
      const field = await seen(() => reasonField(review), 'the field');
      await seen(() => focused(review) === field, 'the focus in the field');
      await presses(review, 'Reject');
      await sees(review, 'Write a reason first.');
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      await expect(review).to.be.accessible();
      await writes(review, 'It is a shoe shop.');
      types(field, 'Enter', { ctrlKey: true });
      await sees(review, 'Rejected by Rui Tavares');
      expect(part(review, 'reason')).to.equal('It is a shoe shop.');
      const { decision } = await site.ask<Report>(rui, `/reports/${report.id}`);
      expect(decision?.reason).to.equal('It is a shoe shop.');
      await presses(review, 'Reopen');
      await presses(review, 'Reject');
      expect((await seen(() => reasonField(review), 'the field')).value).to.equal('');
    });

    it('asks for changes, and the turn is with the member', async () => {
      await site.report(mia, await site.task());
      const review = await reviewFor(site);
      await presses(review, 'Ask for changes');
      await writes(review, 'Which street?');
      await presses(review, 'Ask for changes');
      await sees(review, 'Mia Sousa is to move');
      expect(part(review, 'standing')).to.contain('Rui Tavares asked for changes');
      expect(button(review, 'Approve')).to.equal(undefined);
    });

    it('keeps a reason that was typed: after Escape, another report, and a reload', async () => {
      await site.report(mia, await site.task({ name: 'First' }));
      await site.report(noor, await site.task({ name: 'Second' }));
      const review = await reviewFor(site);
      const opener = await presses(review, 'Reject');
      types(await writes(review, 'Not a bak'), 'Escape');
      await seen(() => button(review, 'Approve'), 'the buttons');
      expect(focused(review)).to.equal(button(review, 'Reject'));
      expect(wordsOf(opener)).to.equal('Reject');
      (await row(review, 'Second')).click();
      await seen(() => part(review, 'facts').includes('Second'), 'the second one');
      await presses(review, 'Reject');
      expect((await seen(() => reasonField(review), 'the field')).value).to.equal('');
      const again = await reviewFor(site);
      await presses(again, 'Ask for changes');
      await seen(() => reasonField(again)?.value === 'Not a bak', 'what was typed');
    });

    it('sends one command at a time', async () => {
      const line = new Line();
      const report = await site.report(mia, await site.task());
      const review = await reviewFor(site, rui, { send: line.fetch });
      await seen(() => button(review, 'Approve'), 'the buttons');
      const release = line.hold();
      await presses(review, 'Approve');
      await sees(review, 'Sending…');
      await presses(review, 'Approve');
      types(focused(review), 'a');
      types(focused(review), 'r');
      release();
      await sees(review, 'Approved by Rui Tavares');
      const sent = line.requests.filter((request) => request.includes(`${report.id}/rounds/1/d`));
      expect(sent.length).to.equal(1);
    });

    it('shows whose decision stands when somebody was faster', async () => {
      const report = await site.report(mia, await site.task());
      const review = await reviewFor(site, olga, { send: unheard });
      await presses(review, 'Reject');
      const field = await writes(review, 'I would not.');
      await site.decide(report, 'approved');
      const codes: string[] = [];
      review.addEventListener('taskchat-error', ({ code }) => codes.push(code));
      types(field, 'Enter', { metaKey: true });
      await sees(review, 'Rui Tavares was faster. Their decision stands.');
      await sees(review, 'Approved by Rui Tavares');
      expect(textOf(review)).to.contain('The reason you wrote was not sent I would not.');
      expect(all(review, '.decision :is(button, textarea)')).to.deep.equal([]);
      expect(codes).to.deep.equal(['already-approved']);
      expect(focused(review)).not.to.equal(null);
    });

    it('shows a revision that came meanwhile, and keeps the reason', async () => {
      const report = await site.report(mia, await site.task());
      const review = await reviewFor(site, rui, { send: unheard });
      await presses(review, 'Reject');
      const field = await writes(review, 'No address.');
      await site.put(mia, `/reports/${report.id}/rounds/2`, { text: 'Mill Street 4.' });
      types(field, 'Enter', { ctrlKey: true });
      await sees(review, 'Mia Sousa revised this while you were reading.');
      expect(part(review, 'proof')).to.contain('Mill Street 4.');
      expect(reasonField(review)?.value).to.equal('No address.');
      const { status } = await site.ask<Report>(rui, `/reports/${report.id}`);
      expect(status).to.equal('awaiting');
    });

    it('says so when it is the reviewer’s own report', async () => {
      const report = await site.report({ ...rui, role: 'member' }, await site.task());
      const review = await reviewFor(site, rui, { report: report.id });
      await sees(review, 'You cannot decide your own report');
      expect(button(review, 'Approve')).to.equal(undefined);
      await expect(review).to.be.accessible();
    });

    it('reopens what was rejected', async () => {
      const report = await site.report(mia, await site.task());
      await site.decide(report, 'rejected', 'Too dark.');
      const review = await reviewFor(site, rui, { report: report.id });
      await sees(review, 'Too dark.');
      await presses(review, 'Reopen');
      await seen(() => button(review, 'Approve'), 'the buttons');
      expect(focused(review)?.getAttribute('part')).to.equal('status');
      await sees(review, 'Reopened.');
      expect(textOf(review)).not.to.contain('while you were reading');
    });

    it('says why it was not sent, keeps the reason, and sends it again', async () => {
      const line = new Line();
      await site.report(mia, await site.task());
      const review = await reviewFor(site, rui, { send: line.fetch });
      await presses(review, 'Reject');
      const field = await writes(review, 'Too dark.');
      line.cut = true;
      types(field, 'Enter', { ctrlKey: true });
      await sees(review, 'Your text is kept here.');
      expect(reasonField(review)?.value).to.equal('Too dark.');
      line.cut = false;
      await presses(review, 'Reject');
      await sees(review, 'Rejected by Rui Tavares');
    });
  });

  describe('whom it is for', () => {
    it('tells a member that it needs a reviewer', async () => {
      await site.report(mia, await site.task(), 'My own.');
      const review = await reviewFor(site, mia);
      await sees(review, 'This is for reviewers');
      expect(textOf(review)).not.to.contain('My own.');
      await expect(review).to.be.accessible();
    });

    it('asks a visitor to sign in', async () => {
      await sees(await reviewFor(site, 'visitor'), 'Sign in');
    });

    it('says what went wrong, and recovers', async () => {
      const line = new Line();
      line.cut = true;
      await site.report(mia, await site.task());
      const review = await reviewFor(site, rui, { send: line.fetch });
      await seen(() => button(review, 'Try again'), 'the way on');
      expect(review.matches(':state(problem)')).to.equal(true);
      line.cut = false;
      button(review, 'Try again')?.click();
      await row(review, 'Mia Sousa');
    });

    it('says so when the report is not there, beside a queue that is', async () => {
      await site.report(mia, await site.task());
      const missing = '0199c0de-0000-7000-8000-000000000000';
      const review = await reviewFor(site, rui, { report: missing });
      await sees(review, 'It is not here, or not for you to see.');
      await row(review, 'Mia Sousa');
    });
  });
});

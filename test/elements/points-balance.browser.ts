import { expect, fixture, html } from '@open-wc/testing';
import { v7 as uuid } from 'uuid';
import '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/points-balance/points-balance.js';
import '../../src/elements/task-provider/task-provider.js';
import type { LedgerEntry, PointsPage } from '../../src/contract/points.js';
import type { PointsBalance } from '../../src/elements/points-balance/points-balance.js';
import { typeInto } from '../support/browser-chat.js';
import {
  BrowserSite,
  comes,
  find,
  Line,
  mia,
  noor,
  olga,
  rui,
  sees,
  seen,
  textOf,
  type BrowserPerson,
} from '../support/browser-people.js';

type Layout = PointsBalance['layout'];

async function show(
  site: BrowserSite,
  person: BrowserPerson | 'visitor',
  layout: Layout = 'history',
  { member = '', send }: { member?: string; send?: typeof fetch } = {},
): Promise<PointsBalance> {
  const content = html`<points-balance layout=${layout} member=${member}></points-balance>`;
  const provider = await fixture(site.provide(person, content, send));
  return provider.querySelector('points-balance') as PointsBalance;
}

const correct = (site: BrowserSite, points: number, reason = 'Counted twice.') =>
  site.put<LedgerEntry>(olga, `/points/corrections/${uuid()}`, { member: mia.sub, points, reason });

/** Somebody whom the site knows, with a report that was approved and one that waits. */
async function week(site: BrowserSite): Promise<string> {
  const task = await site.task({ limit: 9 });
  const report = await site.report(mia, task, 'Half past flour.');
  await site.decide(report, 'approved');
  await site.report(mia, task, 'The second one.');
  return report.id;
}

const rows = (tag: PointsBalance): string[] =>
  [...(tag.shadowRoot?.querySelectorAll('[part="list"] .row') ?? [])].map((row) =>
    row.textContent
      .replace(/[\u2068\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/** The number that the eye sees. */
const figure = (tag: PointsBalance): string =>
  tag.shadowRoot?.querySelector('[part="balance"]')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

const bookingsOf = async (site: BrowserSite): Promise<LedgerEntry[]> =>
  (await site.ask<PointsPage>(mia, '/points')).items;

describe('points-balance', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite();
  });

  it('shows the balance and what waits, small enough for a header', async () => {
    await week(site);
    const tag = await show(site, mia, 'badge');
    await seen(() => figure(tag) === '50 points', 'the balance');
    expect(textOf(tag)).to.contain('50 waiting');
    expect(tag.getBoundingClientRect().height).to.be.lessThan(60);
    expect(tag.shadowRoot?.querySelector('[part="frame"]')).to.equal(null);
    await expect(tag).to.be.accessible();
    const plain = await show(site, mia, '' as Layout);
    expect(plain.shadowRoot?.querySelectorAll('.pill')).to.have.lengthOf(1);
  });

  it('shows how it came about, with the balance after each entry and why it was corrected', async () => {
    await week(site);
    await correct(site, -20, 'The second street was counted twice.');
    const tag = await show(site, mia);
    await seen(() => rows(tag).length === 2, 'both entries');
    expect(figure(tag)).to.equal('30 points');
    expect(textOf(tag)).to.contain('My points').and.to.contain('50 more wait for review');
    const [correction, approval] = rows(tag);
    expect(correction).to.contain('Correction').and.to.contain('-20').and.to.contain('Balance 30');
    expect(correction).to.contain('counted twice').and.to.contain('by Olga Lindqvist');
    expect(approval)
      .to.contain('Name the bakery')
      .and.to.contain('+50')
      .and.to.contain('Balance 50');
    expect(find(tag, 'button', 'Correct')).to.equal(null);
    await expect(tag).to.be.accessible();
  });

  it('is one’s own also before it is known who asks', async () => {
    await week(site);
    let known = (): void => {};
    const gate = new Promise<void>((resolve) => (known = resolve));
    const send: typeof fetch = async (input, init) => {
      if (new Request(input, init).url.endsWith('/me')) await gate;
      return fetch(input, init);
    };
    const tag = await show(site, mia, 'history', { send });
    await seen(() => figure(tag) === '50 points', 'the balance');
    expect(textOf(tag)).to.contain('My points').and.not.to.contain('Points of');
    known();
  });

  it('follows what is booked and what waits', async () => {
    await week(site);
    const tag = await show(site, mia);
    await seen(() => figure(tag) === '50 points', 'the balance');
    await correct(site, 7, 'A gift.');
    await seen(() => rows(tag)[0]?.includes('A gift.') && figure(tag) === '57 points', 'the gift');
    const [waiting] = await site.reportsOf(mia);
    await site.decide(waiting!, 'approved');
    await seen(() => figure(tag) === '107 points', 'the approval');
    await seen(() => !textOf(tag).includes('wait for review'), 'nothing waits');
    expect(rows(tag)[0]).to.contain('Balance 107');
  });

  it('loads anew what it was not told of', async () => {
    await week(site);
    const tag = await show(site, mia);
    await seen(() => rows(tag).length === 1, 'the entry');
    const connection = tag.session!.connection;
    const announce = connection.announce.bind(connection);
    let isLost = true;
    connection.announce = (event) => {
      if (event.type === 'points' && isLost) isLost = false;
      else announce(event);
    };
    await correct(site, 1, 'The first.');
    await correct(site, 2, 'The second.');
    await seen(() => rows(tag).length === 3, 'all of them');
    expect(rows(tag).map((row) => /Balance (\d+)/.exec(row)?.[1])).to.deep.equal([
      '53',
      '51',
      '50',
    ]);
  });

  it('counts up when points are earned, never on load, and not where motion is unwelcome', async () => {
    await week(site);
    const { matchMedia } = window;
    for (const welcome of [true, false]) {
      window.matchMedia = (query) =>
        query.includes('no-preference')
          ? ({ matches: welcome } as MediaQueryList)
          : matchMedia.call(window, query);
      try {
        const tag = await show(site, mia, 'badge');
        const seenNumbers = new Set<string>();
        const watcher = new MutationObserver(() => seenNumbers.add(figure(tag)));
        watcher.observe(tag.shadowRoot!, { childList: true, characterData: true, subtree: true });
        await seen(() => /^[1-9]\d* point/.test(figure(tag)), 'the balance');
        const before = figure(tag);
        expect([...seenNumbers].filter((each) => /\d/.test(each))).to.deep.equal([before]);
        await correct(site, 500);
        const after = `${Number.parseInt(before, 10) + 500} points`;
        await seen(() => figure(tag) === after, 'the new balance');
        const between = [...seenNumbers].filter((each) => ![before, after, ''].includes(each));
        if (welcome) expect(between.length).to.be.greaterThan(1);
        else expect(between).to.deep.equal([]);
        watcher.disconnect();
        await correct(site, -500);
        await seen(() => figure(tag) === before, 'the former balance');
      } finally {
        window.matchMedia = matchMedia;
      }
    }
  });

  it('leads from an entry to its report, unless the host prevents it', async () => {
    const report = await week(site);
    await site.put(rui, `/reports/${report}/messages/${uuid()}`, { text: 'A word about it.' });
    const content = html`<points-balance layout="history"></points-balance><mini-chat></mini-chat>`;
    const provider = await fixture(site.provide(mia, content));
    const tag = provider.querySelector('points-balance')!;
    const told: string[] = [];
    tag.addEventListener('entry-select', (event) => {
      told.push(`select ${event.entry.report?.id}`);
      if (told.length === 1) event.preventDefault();
    });
    tag.addEventListener('entry-selected', (event) =>
      told.push(`selected ${event.entry.report?.id}`),
    );
    const button = await comes(tag, 'button', 'Name the bakery');
    button.click();
    expect(tag.session?.selection.snapshot.reportId).to.equal(null);
    button.click();
    expect(told).to.deep.equal([`select ${report}`, `select ${report}`, `selected ${report}`]);
    expect(tag.session?.selection.snapshot.reportId).to.equal(report);
    await sees(provider.querySelector('mini-chat')!, 'A word about it.');
    await seen(
      () => find(tag, 'listitem', 'Name the bakery')?.getAttribute('aria-current') === 'true',
      'the mark',
    );
  });

  const write = async (tag: PointsBalance, points: string, reason: string): Promise<void> => {
    typeInto(await comes<HTMLInputElement>(tag, 'textbox', 'How many points'), points);
    typeInto(await comes<HTMLTextAreaElement>(tag, 'textbox', 'Why'), reason);
  };

  it('lets an owner correct a member’s points, after a second look', async () => {
    await week(site);
    const tag = await show(site, olga, 'history', { member: mia.sub });
    await sees(tag, 'Points of Mia Sousa');
    const told: string[] = [];
    tag.addEventListener('points-correct', (event) => {
      told.push(`${event.member} ${event.points} ${event.reason}`);
      if (told.length === 1) event.preventDefault();
    });
    tag.addEventListener('points-corrected', (event) => told.push(`done ${event.entry.balance}`));
    (await comes(tag, 'button', 'Correct the points')).click();
    (await comes(tag, 'button', 'Look it over')).click();
    await sees(tag, 'Write a whole number from 1 to 1,000,000.');
    expect(textOf(tag)).to.contain('Write why first.');
    await expect(tag).to.be.accessible();
    await write(tag, '20', 'The wrong street.');
    (await comes(tag, 'button', 'Look it over')).click();
    await sees(tag, 'Take 20 points from Mia Sousa');
    expect(textOf(tag)).to.contain('The balance goes from 50 to 30.');
    await seen(() => tag.shadowRoot?.activeElement?.localName === 'h3', 'the focus');
    await expect(tag).to.be.accessible();
    (await comes(tag, 'button', 'Book it')).click();
    await tag.updateComplete;
    expect(await bookingsOf(site)).to.have.lengthOf(1);
    (await comes(tag, 'button', 'Book it')).click();
    await sees(tag, 'The correction is booked.');
    expect(figure(tag)).to.equal('30 points');
    expect(told).to.deep.equal([
      'mia -20 The wrong street.',
      'mia -20 The wrong street.',
      'done 30',
    ]);
    await seen(
      () => tag.shadowRoot?.activeElement?.getAttribute('part') === 'correct',
      'the focus',
    );
    (await comes(tag, 'button', 'Correct the points')).click();
    expect((await comes<HTMLInputElement>(tag, 'textbox', 'How many points')).value).to.equal('');
  });

  it('keeps a correction that is being written, also for a later page', async () => {
    await week(site);
    const tag = await show(site, olga, 'history', { member: mia.sub });
    (await comes(tag, 'button', 'Correct the points')).click();
    await write(tag, '5', 'For the cake.');
    (await comes(tag, 'button', 'Give')).click();
    await seen(() => find(tag, 'button', 'Give')?.getAttribute('aria-pressed') === 'true', 'Give');
    await new Promise((resolve) => setTimeout(resolve, 300));
    tag.closest('task-provider')!.remove();
    const later = await show(site, olga, 'history', { member: mia.sub });
    const reason = await comes<HTMLTextAreaElement>(later, 'textbox', 'Why');
    expect(reason.value).to.equal('For the cake.');
    (await comes(later, 'button', 'Look it over')).click();
    await sees(later, 'Give 5 points to Mia Sousa');
    later.member = noor.sub;
    await seen(() => !textOf(later).includes('Give 5'), 'nothing about Noor');
  });

  it('books a correction once whose answer was lost', async () => {
    await week(site);
    const line = new Line();
    line.loses = ({ method, url }) => method === 'PUT' && url.includes('/corrections/');
    const tag = await show(site, olga, 'history', { member: mia.sub, send: line.fetch });
    (await comes(tag, 'button', 'Correct the points')).click();
    await write(tag, '20', 'The wrong street.');
    (await comes(tag, 'button', 'Look it over')).click();
    (await comes(tag, 'button', 'Book it')).click();
    await sees(tag, 'The server cannot be reached.');
    expect(await bookingsOf(site)).to.have.lengthOf(2);
    line.loses = () => false;
    (await comes(tag, 'button', 'Book it')).click();
    await sees(tag, 'The correction is booked.');
    const entries = await bookingsOf(site);
    expect(entries.map(({ points }) => points)).to.deep.equal([-20, 50]);
    const ids = line.requests.filter((each) => each.startsWith('PUT') && each.includes('correct'));
    expect(new Set(ids).size).to.equal(1);
  });

  it('offers no correction of one’s own points, and none to reviewers', async () => {
    await week(site);
    await site.ask(olga, '/me');
    const own = await show(site, olga, 'history', { member: olga.sub });
    await sees(own, 'No points yet');
    expect(textOf(own)).to.contain('My points').and.not.to.contain('Correct the points');
    const other = await show(site, rui, 'history', { member: mia.sub });
    await sees(other, 'Your role does not allow this.');
  });

  it('says what to do when there is nothing, and to a visitor', async () => {
    const tag = await show(site, mia);
    await sees(tag, 'No points yet');
    expect(tag.matches(':state(empty)')).to.equal(true);
    await expect(tag).to.be.accessible();
    await seen(() => figure(tag) === '0 points', 'none');
    await sees(await show(site, 'visitor', 'badge'), 'Sign in to earn points');
    await sees(await show(site, 'visitor'), 'Sign in');
  });

  it('says what went wrong in both layouts, and recovers', async () => {
    await week(site);
    for (const layout of ['badge', 'history'] as const) {
      const line = new Line();
      line.cut = true;
      const tag = await show(site, mia, layout, { send: line.fetch });
      const codes: string[] = [];
      tag.addEventListener('taskchat-error', ({ code }) => codes.push(code));
      const again = await comes(tag, 'button', 'Try again');
      expect(tag.matches(':state(problem)')).to.equal(true);
      line.cut = false;
      again.click();
      await seen(() => figure(tag) === '50 points', 'the balance');
    }
  });

  it('adds the next page', async () => {
    await site.ask(mia, '/me');
    for (let n = 1; n <= 52; n += 1) await correct(site, n, `Number ${n}.`);
    const tag = await show(site, mia);
    const more = await comes(tag, 'button', 'Show more');
    more.focus();
    more.click();
    await seen(() => rows(tag).some((row) => row.includes('Number 1.')), 'the first');
    expect(rows(tag).at(-1)).to.contain('Balance 1');
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { v7 as uuid } from 'uuid';
import '../../src/elements/points-board/points-board.js';
import '../../src/elements/task-provider/task-provider.js';
import type { PointsBoard } from '../../src/elements/points-board/points-board.js';
import {
  BrowserSite,
  comes,
  find,
  Line,
  mia,
  noor,
  olga,
  sees,
  seen,
  textOf,
  type BrowserPerson,
} from '../support/browser-people.js';

async function show(
  site: BrowserSite,
  person: BrowserPerson | 'visitor' = mia,
  { period = '', send }: { period?: string; send?: typeof fetch } = {},
): Promise<PointsBoard> {
  const content = html`<points-board period=${period}></points-board>`;
  const provider = await fixture(site.provide(person, content, send));
  return provider.querySelector('points-board') as PointsBoard;
}

const member = (sub: string, name: string): BrowserPerson => ({ sub, name, role: 'member' });

async function give(site: BrowserSite, person: BrowserPerson, points: number): Promise<void> {
  await site.ask(person, '/me');
  const body = { member: person.sub, points, reason: 'For the test.' };
  await site.put(olga, `/points/corrections/${uuid()}`, body);
}

const rows = (tag: PointsBoard): string[] =>
  [...(tag.shadowRoot?.querySelectorAll('[part="list"] .row') ?? [])].map((row) =>
    row.textContent.replace(/\s+/g, ' ').trim(),
  );

const own = (tag: PointsBoard): string =>
  tag.shadowRoot?.querySelector('[part="own"]')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('points-board', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite({ board: true });
  });

  it('shows the places of the month, the member’s own among them', async () => {
    await give(site, mia, 50);
    await give(site, noor, 120);
    await give(site, member('jonas', 'Jonas Weir'), 50);
    const tag = await show(site);
    await seen(() => rows(tag).length === 3, 'three places');
    expect(rows(tag)[0]).to.equal('1Place 1 Noor Haddad 120 points');
    const mine = find(tag, 'listitem', 'Mia Sousa');
    expect(mine?.textContent).to.contain('You').and.to.contain('Place 2');
    expect(mine?.getAttribute('aria-current')).to.equal('true');
    expect(find(tag, 'listitem', 'Jonas Weir')?.textContent).to.contain('Place 2');
    expect(own(tag)).to.equal('Your place 2 50 points');
    const month = new Intl.DateTimeFormat('en', {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    expect(textOf(tag)).to.contain(month.format(new Date()));
    await expect(tag).to.be.accessible();
  });

  it('shows the month or all time, as the person chooses', async () => {
    await give(site, mia, 50);
    const tag = await show(site, mia, { period: 'all' });
    await seen(() => rows(tag).length === 1, 'the place');
    expect(tag.shadowRoot?.querySelector('time')).to.equal(null);
    const pressed = () =>
      tag.shadowRoot?.querySelector('[aria-pressed="true"]')?.textContent?.trim();
    expect(pressed()).to.equal('All time');
    (await comes(tag, 'button', 'This month')).click();
    await seen(() => tag.shadowRoot?.querySelector('time'), 'the month');
    expect(pressed()).to.equal('This month');
  });

  it('follows own points, and says when there is no place yet', async () => {
    await give(site, noor, 9);
    await site.ask(mia, '/me');
    const tag = await show(site);
    await sees(tag, 'You have no place yet.');
    await give(site, mia, 10);
    await seen(() => own(tag) === 'Your place 1 10 points', 'the first place');
    expect(rows(tag)[1]).to.contain('Noor Haddad');
  });

  it('adds the next page', async () => {
    const others = Array.from({ length: 52 }, (_, n) =>
      member(`member ${n + 1}`, `Name ${n + 1}.`),
    );
    await Promise.all(others.map((other, n) => give(site, other, n + 1)));
    await give(site, mia, 1);
    const tag = await show(site);
    const more = await comes(tag, 'button', 'Show more');
    expect(own(tag)).to.contain('Your place 52');
    more.click();
    await seen(() => !find(tag, 'button', 'Show more'), 'the last page');
    scrollTo({ top: document.documentElement.scrollHeight });
    await seen(() => rows(tag).some((row) => row.includes('Name 2.')), 'the last ones');
    await seen(() => find(tag, 'listitem', 'Mia Sousa')?.textContent.includes('Place 52'), 'mine');
  });

  it('says so where there is no ranking, and where nobody has points', async () => {
    const tag = await show(new BrowserSite());
    await sees(tag, 'There is no ranking here');
    expect(find(tag, 'button')).to.equal(null);
    await expect(tag).to.be.accessible();
    const empty = await show(site);
    await sees(empty, 'Nobody has points this month yet');
    (await comes(empty, 'button', 'All time')).click();
    await sees(empty, 'Nobody has points yet');
    await sees(await show(site, 'visitor'), 'Sign in');
  });

  it('says what went wrong, and recovers', async () => {
    await give(site, mia, 5);
    const line = new Line();
    line.cut = true;
    const tag = await show(site, mia, { send: line.fetch });
    const again = await comes(tag, 'button', 'Try again');
    line.cut = false;
    again.click();
    await sees(tag, 'Mia Sousa');
  });
});

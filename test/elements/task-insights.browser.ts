import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/task-insights/task-insights.js';
import '../../src/elements/task-provider/task-provider.js';
import type { TaskInsights } from '../../src/elements/task-insights/task-insights.js';
import type { Insights } from '../../src/contract/insights.js';
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
  textOf,
  type BrowserPerson,
} from '../support/browser-people.js';
import { all, focused, presses, types, wordsOf } from '../support/browser-review.js';

interface Setting {
  readonly from?: string;
  readonly to?: string;
  readonly width?: number;
  readonly direction?: 'ltr' | 'rtl';
  readonly send?: typeof fetch;
}

async function insightsFor(
  site: BrowserSite,
  person: BrowserPerson | 'visitor' = olga,
  { from = '', to = '', width = 1_000, direction = 'ltr', send }: Setting = {},
): Promise<TaskInsights> {
  const content = html`<div style="width: ${width}px" dir=${direction}>
    <task-insights from=${from} to=${to}></task-insights>
  </div>`;
  const provider = await fixture(site.provide(person, content, send));
  return provider.querySelector('task-insights') as TaskInsights;
}

/** Two reports approved, one rejected, one that awaits, all of today. */
async function aDay(site: BrowserSite): Promise<void> {
  const [bakery, poster] = [
    await site.task({ limit: 5 }),
    await site.task({ name: 'Hang up a poster', points: 15, limit: 5 }),
  ];
  await site.decide(await site.report(mia, bakery), 'approved');
  await site.decide(await site.report(noor, bakery), 'approved');
  await site.decide(
    await site.report(mia, poster),
    'rejected',
    'The library has a board for that.',
  );
  await site.report(noor, poster);
}

const card = (tag: Element, name: string): string => all(tag, `.card.${name}`).map(wordsOf).join();
const shows = (tag: Element, name: string, text: string): Promise<unknown> =>
  seen(() => card(tag, name).includes(text), `“${text}” in “${card(tag, name)}”`);
const days = (tag: Element, name = 'reports'): SVGElement[] => [
  ...(tag.shadowRoot?.querySelectorAll<SVGElement>(`.${name} .day`) ?? []),
];
const charted = (tag: Element, name = 'reports'): Promise<unknown> =>
  seen(() => days(tag, name).length > 0, `the days of ${name}`);
const read = (tag: Element, name = 'reports'): string =>
  all(tag, `.${name} .legend`).map(wordsOf).join();
const cellsOf = (row: Element): string[] => [...row.children].map(wordsOf);
const rowsOf = (tag: Element, name: string): string[][] =>
  all(tag, `.${name} tbody tr`).map(cellsOf);

describe('task-insights', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite();
  });

  it('shows an owner what came in, what was decided and what was given', async () => {
    await aDay(site);
    const tag = await insightsFor(site);
    await shows(tag, 'reports', '4 reports submitted');
    expect(card(tag, 'reports')).to.contain('None before');
    expect(read(tag)).to.equal('28 days Submitted 4 Approved 2 Rejected 1');
    expect(card(tag, 'given')).to.contain('100 points');
    expect(card(tag, 'reviewers')).to.contain('67% of decisions approved');
    expect(card(tag, 'reviewers')).to.contain('Rui Tavares 67%').and.to.contain('2 of 3');
    expect(card(tag, 'time')).to.contain('at the median');
    await charted(tag, 'time');
    expect(textOf(tag)).to.contain('Oldest waiting');
    await expect(tag).to.be.accessible();
  });

  it('shows what each task did, in the order that is chosen', async () => {
    await aDay(site);
    const tag = await insightsFor(site);
    await seen(() => rowsOf(tag, 'tasks').length === 2, 'two tasks');
    const at = (title: string): number =>
      all(tag, '.tasks thead th').findIndex((head) => wordsOf(head) === title);
    const column = (title: string): (string | undefined)[] =>
      rowsOf(tag, 'tasks').map((cells) => cells[at(title)]);
    await presses(tag, 'Points');
    await seen(() => column('Points').join() === '100,0', 'the most points first');
    expect(column('Task')).to.deep.equal(['Name the bakery', 'Hang up a poster']);
    expect(column('Submitted')).to.deep.equal(['2', '2']);
    expect(column('Rejected')).to.deep.equal(['0', '1']);
    await presses(tag, 'Points');
    await seen(() => column('Points').join() === '0,100', 'the fewest points first');
    const [sorted] = all(tag, '[aria-sort]');
    expect(sorted?.getAttribute('aria-sort')).to.equal('ascending');
    expect(wordsOf(sorted!)).to.equal('Points');
  });

  it('tells the values of each day to the keys and to the pointer', async () => {
    await aDay(site);
    const tag = await insightsFor(site, olga);
    await charted(tag);
    expect(days(tag).filter((day) => day.getAttribute('tabindex') === '0')).to.have.length(1);
    days(tag).at(-1)!.focus();
    await seen(() => read(tag).endsWith('Submitted 4 Approved 2 Rejected 1'), 'today');
    expect(focused(tag)?.getAttribute('aria-label')).to.match(
      /: Submitted 4, Approved 2, Rejected 1$/,
    );
    types(focused(tag), 'ArrowLeft');
    await seen(() => read(tag).endsWith('Submitted 0 Approved 0 Rejected 0'), 'yesterday');
    expect(focused(tag)).to.equal(days(tag).at(-2));
    types(focused(tag), 'PageUp');
    expect(focused(tag)).to.equal(days(tag).at(-9));
    types(focused(tag), 'Home');
    expect(focused(tag)).to.equal(days(tag)[0]);
    types(focused(tag), 'ArrowLeft');
    expect(focused(tag)).to.equal(days(tag)[0]);
    types(focused(tag), 'End');
    await seen(() => focused(tag) === (days(tag).at(-1) as Element), 'the last day');
    await seen(() => days(tag).at(-1)!.getAttribute('tabindex') === '0', 'it keeps the focus');
    focused(tag)?.blur();
    await seen(() => read(tag).startsWith('28 days'), 'the whole period once more');

    const chart = tag.shadowRoot!.querySelector('.reports svg[role="group"]')!;
    const { left, top } = days(tag)[3]!.getBoundingClientRect();
    const over = { clientX: left + 2, clientY: top + 5, bubbles: true };
    chart.dispatchEvent(new PointerEvent('pointermove', over));
    const third = days(tag)[3]!.getAttribute('aria-label')!.split(':')[0]!;
    await seen(() => read(tag).startsWith(third), 'the day under the pointer');
    chart.dispatchEvent(new PointerEvent('pointerleave'));
    await seen(() => read(tag).startsWith('28 days'), 'no day');
  });

  it('lets days run from right to left on such a page, with the keys', async () => {
    await aDay(site);
    const tag = await insightsFor(site, olga, { direction: 'rtl' });
    await charted(tag);
    const [first, second] = days(tag).map((day) => day.getBoundingClientRect().left);
    expect(first).to.be.greaterThan(second!);
    days(tag).at(-1)!.focus();
    types(focused(tag), 'ArrowRight');
    expect(focused(tag)).to.equal(days(tag).at(-2));
  });

  it('gives the table behind each chart', async () => {
    await aDay(site);
    const tag = await insightsFor(site);
    await shows(tag, 'reports', '4 reports submitted');
    const button = await comes(tag, 'button', 'Reports as a table');
    button.click();
    await seen(() => rowsOf(tag, 'reports').length === 28, 'a row for each day');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(rowsOf(tag, 'reports')[0]!.slice(1)).to.deep.equal(['4', '2', '1', '0']);
    expect(rowsOf(tag, 'reports')[1]!.slice(1)).to.deep.equal(['0', '0', '0', '0']);
    expect(all(tag, '.reports tfoot tr').map(cellsOf)).to.deep.equal([
      ['All days', '4', '2', '1', '0'],
    ]);
    for (const title of ['Approval rate', 'Time to decision', 'Points'])
      (await comes(tag, 'button', `${title} as a table`)).click();
    await seen(() => rowsOf(tag, 'reviewers').length === 1, 'a row for each reviewer');
    expect(rowsOf(tag, 'reviewers')[0]!.slice(0, 5)).to.deep.equal([
      'Rui Tavares',
      '67%',
      '2',
      '1',
      '0',
    ]);
    expect(rowsOf(tag, 'given')[0]!.slice(1)).to.deep.equal(['100', '0']);
    await expect(tag).to.be.accessible();
    button.click();
    await charted(tag);
  });

  it('moves when something happens', async () => {
    const task = await site.task({ limit: 5 });
    await site.report(mia, task);
    const tag = await insightsFor(site);
    await shows(tag, 'reports', '1 report submitted');
    const second = await site.report(mia, task);
    await shows(tag, 'reports', '2 reports submitted');
    await site.decide(second, 'approved');
    await shows(tag, 'given', '50 points');
  });

  it('shows the days that are asked for, and those that a person chooses', async () => {
    await aDay(site);
    const asked: URL[] = [];
    const send: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      if (request.url.includes('/insights')) asked.push(new URL(request.url));
      return fetch(request);
    };
    const tag = await insightsFor(site, olga, { from: '2026-10-24', to: '2026-10-26', send });
    await seen(() => all(tag, '.empty').length > 0, 'that nothing happened');
    const query = (): Record<string, string> => Object.fromEntries(asked.at(-1)!.searchParams);
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(query()).to.deep.equal({ from: '2026-10-24', to: '2026-10-26', zone });
    expect(all(tag, '[aria-pressed="true"]').map(wordsOf)).to.deep.equal(['Own dates']);
    await presses(tag, '7 days');
    await seen(() => days(tag).length === 7, 'seven days');
    expect(all(tag, '.empty')).to.have.length(0);

    await presses(tag, 'Own dates');
    const [from, to] = await seen(() => {
      const fields = all(tag, '.own input') as HTMLInputElement[];
      return fields.length === 2 ? (fields as [HTMLInputElement, HTMLInputElement]) : null;
    }, 'the fields');
    expect(from.value < to.value).to.equal(true);
    // Given the wrong way round, they are put in their order.
    const last = to.value;
    from.value = last;
    to.value = '2026-01-05';
    await presses(tag, 'Show');
    await seen(() => query().from === '2026-01-05', 'the question');
    expect(query().to).to.equal(last);
    tag.from = '2026-10-25';
    await seen(() => query().from === '2026-10-25', 'what the page asks for once more');
  });

  it('keeps what is on screen while other days are on their way', async () => {
    await aDay(site);
    let release = (): void => {};
    let gate = Promise.resolve();
    const send: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.url.includes('/insights')) await gate;
      return fetch(request);
    };
    const tag = await insightsFor(site, olga, { send });
    await charted(tag);
    gate = new Promise((resolve) => (release = resolve));
    const pressed = await presses(tag, '7 days');
    await seen(() => all(tag, '.board[aria-busy="true"]').length === 1, 'that others come');
    expect(days(tag)).to.have.length(28);
    expect(focused(tag)).to.equal(pressed);
    release();
    await seen(() => days(tag).length === 7, 'the seven days');
    expect(all(tag, '.board[aria-busy="true"]')).to.have.length(0);
  });

  it('says where days begin, and what they are compared with', async () => {
    await aDay(site);
    const tag = await insightsFor(site);
    await sees(tag, 'compared with');
    expect(textOf(tag)).to.contain('Days begin at your midnight');
  });

  it('compares with the days before', async () => {
    await aDay(site);
    const send: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const answer = await fetch(request);
      if (!request.url.includes('/insights')) return answer;
      const insights = (await answer.json()) as Insights;
      const before = { ...insights.before, submitted: 5, approved: 1, rejected: 1, points: 50 };
      return Response.json({ ...insights, before });
    };
    const tag = await insightsFor(site, olga, { send });
    await shows(tag, 'reports', '20% less than before');
    expect(card(tag, 'given')).to.contain('100% more than before');
    expect(card(tag, 'reviewers')).to.contain('17 percentage points higher than before');
  });

  it('shows nothing to those who do not own the site', async () => {
    await aDay(site);
    for (const person of [mia, rui]) {
      const line = new Line();
      const tag = await insightsFor(site, person, { send: line.fetch });
      await sees(tag, 'For owners only');
      expect(all(tag, '.switch, .board, [part="show-export"]')).to.have.length(0);
      expect(line.requests.filter((request) => request.includes('/insights'))).to.deep.equal([]);
      expect(tag.matches(':state(empty)')).to.equal(true);
    }
    await sees(await insightsFor(site, 'visitor'), 'Sign in');
  });

  it('says that nothing has happened yet', async () => {
    const tag = await insightsFor(site);
    await sees(tag, 'Nothing happened in these days');
    expect(tag.matches(':state(empty)')).to.equal(true);
    await expect(tag).to.be.accessible();
    await site.report(mia, await site.task());
    await shows(tag, 'reports', '1 report submitted');
  });

  it('says when the server keeps no figures', async () => {
    const send: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      return request.url.includes('/insights')
        ? Response.json(
            { code: 'not-found', title: 'Not found', status: 404 },
            {
              status: 404,
              headers: { 'content-type': 'application/problem+json' },
            },
          )
        : fetch(request);
    };
    await sees(await insightsFor(site, olga, { send }), 'No figures here');
  });

  it('keeps the figures without a connection, and takes them up again', async () => {
    const task = await site.task({ limit: 5 });
    await site.report(mia, task);
    const line = new Line();
    const tag = await insightsFor(site, olga, { send: line.fetch });
    await shows(tag, 'reports', '1 report submitted');
    line.cut = true;
    await presses(tag, '7 days');
    await seen(() => tag.matches(':state(offline)'), 'that it is offline');
    line.cut = false;
    await presses(tag, '28 days');
    await shows(tag, 'reports', '1 report submitted');
  });

  it('fits on a small phone', async () => {
    await aDay(site);
    const tag = await insightsFor(site, olga, { width: 320 });
    await charted(tag);
    const frame = all(tag, '.frame')[0]!;
    expect(frame.scrollWidth).to.be.at.most(frame.clientWidth);
    for (const plot of all(tag, '.plot svg')) {
      expect(plot.getBoundingClientRect().width).to.be.at.most(290);
    }
  });
});

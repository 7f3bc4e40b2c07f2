import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/report-list/report-list.js';
import '../../src/elements/task-provider/task-provider.js';
import type { ReportList } from '../../src/elements/report-list/report-list.js';
import '../../src/elements/task-list/task-list.js';
import { v7 as uuid } from 'uuid';
import { reportOutboxOf } from '../../src/stores/report-outbox/report-outbox.js';
import type { ReportStatus } from '../../src/contract/report.js';
import {
  BrowserSite,
  comes,
  find,
  Line,
  mia,
  noor,
  rui,
  sees,
  seen,
  textOf,
  type BrowserPerson,
} from '../support/browser-people.js';

async function listFor(
  site: BrowserSite,
  person: BrowserPerson | 'visitor' = mia,
  { status = '', send }: { status?: ReportStatus | ''; send?: typeof fetch } = {},
): Promise<ReportList> {
  const content = html`<report-list status=${status}></report-list>`;
  const provider = await fixture(site.provide(person, content, send));
  return provider.querySelector('report-list') as ReportList;
}

describe('report-list', () => {
  let site: BrowserSite;
  beforeEach(() => {
    site = new BrowserSite();
  });

  it('shows a member their own reports, and where each stands', async () => {
    const task = await site.task({ limit: 2 });
    await site.report(mia, task, 'By the fountain.\nPicture follows.');
    await site.decide(await site.report(mia, task, 'On the square.'), 'changes', 'Which one?');
    await site.report(noor, task, 'Not mine.');
    const list = await listFor(site);
    const waiting = await comes(list, 'listitem', 'By the fountain.');
    for (const words of ['Name the bakery', '50', 'Awaiting', 'With the reviewer']) {
      expect(waiting.textContent).to.contain(words);
    }
    expect(waiting.textContent).not.to.contain('Picture follows');
    const asked = await comes(list, 'listitem', 'On the square.');
    expect(asked.textContent).to.contain('Changes requested').and.to.contain('Your turn');
    expect(textOf(list)).not.to.contain('Not mine.');
    await expect(list).to.be.accessible();
  });

  it('shows a reviewer everybody’s, with their names', async () => {
    const task = await site.task({ limit: 2 });
    await site.report(mia, task);
    await site.report(noor, task);
    const list = await listFor(site, rui);
    await sees(list, 'Mia Sousa');
    expect(textOf(list)).to.contain('Noor Haddad').and.to.contain('Your turn');
  });

  it('filters by status', async () => {
    const task = await site.task({ limit: 2 });
    await site.report(mia, task, 'Still waiting.');
    await site.decide(await site.report(mia, task, 'Very good.'), 'approved');
    const list = await listFor(site, mia, { status: 'approved' });
    await sees(list, 'Very good.');
    expect(textOf(list)).to.contain('+50').and.not.to.contain('Still waiting.');
    list.status = 'rejected';
    await sees(list, 'No reports with this status');
  });

  /** How each report begins, as they stand. */
  const order = (list: ReportList): string[] =>
    [...(list.shadowRoot?.querySelectorAll('[part="list"] .line') ?? [])].map(({ textContent }) =>
      textContent.trim(),
    );

  const stands = (list: ReportList, ...texts: string[]) =>
    seen(() => order(list).join() === texts.join(), `${texts.join()} in this order`);

  it('shows what the person chooses, by status and by turn', async () => {
    const task = await site.task({ limit: 5 });
    await site.report(mia, task, 'Still waiting.');
    await site.decide(await site.report(mia, task, 'Asked.'), 'changes', 'Which one?');
    await site.decide(await site.report(mia, task, 'Very good.'), 'approved');
    const list = await listFor(site, mia, { status: 'approved' });
    await stands(list, 'Very good.');
    const pressed = () => list.shadowRoot?.querySelector('[aria-pressed="true"]')?.textContent;
    expect(pressed()).to.contain('Approved');
    (await comes(list, 'button', 'Your turn')).click();
    await stands(list, 'Asked.');
    expect(pressed()).to.contain('Your turn').and.to.contain('1 unread');
    await expect(list).to.be.accessible();
    (await comes(list, 'button', 'Awaiting')).click();
    await stands(list, 'Asked.', 'Still waiting.');
    (await comes(list, 'button', 'All')).click();
    await seen(() => order(list).length === 3, 'all of them');
    (await comes(list, 'button', 'Rejected')).click();
    await sees(list, 'No reports with this status');
    list.status = 'awaiting';
    await stands(list, 'Asked.', 'Still waiting.');
  });

  it('stands with what is unread first, then what waits for the member, and lets it rise', async () => {
    const task = await site.task({ limit: 5 });
    const one = await site.report(mia, task, 'One.');
    const two = await site.decide(await site.report(mia, task, 'Two.'), 'changes', 'Which?');
    await site.put(mia, `/reports/${two.id}/read`, { seq: two.lastSeq });
    await site.report(mia, task, 'Three.');
    const list = await listFor(site);
    await stands(list, 'Two.', 'Three.', 'One.');
    await site.put(rui, `/reports/${one.id}/messages/${uuid()}`, { text: 'Which street?' });
    await stands(list, 'One.', 'Two.', 'Three.');
    await site.put(mia, `/reports/${one.id}/read`, { seq: 2 });
    await seen(() => !textOf(list).includes('unread'), 'the mark goes');
    expect(order(list)).to.deep.equal(['One.', 'Two.', 'Three.']);
    list.session?.connection.announce({ type: 'resync', data: {} });
    await stands(list, 'Two.', 'Three.', 'One.');
  });

  it('moves nothing under the hand of whoever is in the list', async () => {
    const task = await site.task({ limit: 5 });
    const one = await site.report(mia, task, 'One.');
    await site.report(mia, task, 'Two.');
    const list = await listFor(site);
    await stands(list, 'Two.', 'One.');
    (await comes(list, 'button', 'Name the bakery')).focus();
    await site.put(rui, `/reports/${one.id}/messages/${uuid()}`, { text: 'Which street?' });
    await sees(list, '1 unread');
    expect(order(list)).to.deep.equal(['Two.', 'One.']);
    await site.report(mia, task, 'Three.');
    await stands(list, 'Three.', 'Two.', 'One.');
    (list.shadowRoot?.activeElement as HTMLElement).blur();
    await stands(list, 'One.', 'Three.', 'Two.');
  });

  it('says of a report and of a task that a report waits to be sent', async () => {
    const line = new Line();
    const [task, other] = [await site.task(), await site.task({ name: 'Hang up a poster' })];
    const report = await site.report(mia, task, 'Half past flour.');
    await site.decide(report, 'changes', 'Which street?');
    const content = html`<report-list></report-list><task-list></task-list>`;
    const provider = await fixture(site.provide(mia, content, line.fetch));
    const list = provider.querySelector('report-list')!;
    const tasks = provider.querySelector('task-list')!;
    await stands(list, 'Half past flour.');
    line.stops = ({ method }) => method === 'PUT';
    const outbox = reportOutboxOf(list.session!);
    const written = { attachments: [], picked: [] };
    await outbox.revise(
      { ...written, place: 'one', task: task.id, name: task.name, text: 'Better.' },
      report,
    );
    await outbox.submit({
      ...{ ...written, place: 'two', task: other.id, name: other.name, text: 'At the library.' },
    });
    const row = await comes(list, 'listitem', 'Half past flour.');
    await seen(() => row.textContent.includes('Waiting to be sent'), 'that the revision waits');
    expect(row.textContent).not.to.contain('Your turn');
    const first = await comes(list, 'listitem', 'At the library.');
    expect(first.textContent).to.contain('Hang up a poster').and.to.contain('Waiting to be sent');
    await seen(() => textOf(tasks).match(/Waiting to be sent/g)?.length === 2, 'both tasks say so');
    await expect(list).to.be.accessible();
    line.stops = () => false;
    await sees(list, 'With the reviewer');
    await seen(() => !textOf(list).includes('Waiting to be sent'), 'both are sent');
    await seen(() => order(list).length === 2, 'both are in the list');
  });

  it('chooses a report and its task for the session', async () => {
    const task = await site.task();
    const report = await site.report(mia, task);
    const list = await listFor(site);
    const told: string[] = [];
    list.addEventListener('report-select', (event) => told.push(`select ${event.report.id}`));
    list.addEventListener('report-selected', (event) => told.push(`selected ${event.report.id}`));
    (await comes(list, 'button', 'Name the bakery')).click();
    await list.updateComplete;
    expect(told).to.deep.equal([`select ${report.id}`, `selected ${report.id}`]);
    expect(list.session?.selection.snapshot).to.deep.equal({
      taskId: task.id,
      reportId: report.id,
    });
    const row = find(list, 'listitem', 'Name the bakery');
    expect(row?.getAttribute('aria-current')).to.equal('true');
  });

  it('keeps the choice when the host prevents it', async () => {
    await site.report(mia, await site.task());
    const list = await listFor(site);
    let done = false;
    list.addEventListener('report-select', (event) => event.preventDefault());
    list.addEventListener('report-selected', () => (done = true));
    (await comes(list, 'button', 'Name the bakery')).click();
    expect(list.session?.selection.snapshot.reportId).to.equal(null);
    expect(done).to.equal(false);
  });

  it('marks what was not read, until it is', async () => {
    const report = await site.report(mia, await site.task());
    const { lastSeq } = await site.decide(report, 'changes', 'Which street?');
    const list = await listFor(site);
    await sees(list, '1 unread');
    await site.put(mia, `/reports/${report.id}/read`, { seq: lastSeq });
    await seen(() => !textOf(list).includes('unread'), 'the mark goes');
  });

  it('follows what happens elsewhere, with the focus where it was', async () => {
    const task = await site.task({ limit: 2 });
    const report = await site.report(mia, task);
    const list = await listFor(site);
    const button = await comes(list, 'button', 'Name the bakery');
    button.focus();
    await site.decide(report, 'rejected', 'It is taken.');
    await sees(list, 'Rejected');
    await site.report(mia, task, 'The second one.');
    await sees(list, 'The second one.');
    expect(list.shadowRoot?.activeElement).to.equal(button);
  });

  it('says what to do when there is nothing', async () => {
    const list = await listFor(site);
    await sees(list, 'Nothing reported yet');
    expect(list.matches(':state(empty)')).to.equal(true);
    await expect(list).to.be.accessible();
    await sees(await listFor(site, rui), 'No reports yet');
  });

  it('says what went wrong, and recovers', async () => {
    const line = new Line();
    line.cut = true;
    await site.report(mia, await site.task());
    const list = await listFor(site, mia, { send: line.fetch });
    const again = await comes(list, 'button', 'Try again');
    expect(list.matches(':state(problem)')).to.equal(true);
    again.focus();
    again.click();
    await seen(() => find(list, 'button', 'Try again') !== again, 'another attempt');
    expect(list.shadowRoot?.activeElement?.textContent).to.equal('My reports');
    const last = await comes(list, 'button', 'Try again');
    line.cut = false;
    last.click();
    await sees(list, 'Name the bakery');
    expect(list.shadowRoot?.activeElement?.textContent).to.equal('My reports');
  });

  it('tells a person whose sign-in has ended where to sign in, and not that they are offline', async () => {
    const provider = await fixture(html`
      <task-provider
        endpoint=${site.endpoint}
        sign-in-url="/sign-in"
        .getToken=${() => site.token(mia, -60)}
        ><report-list></report-list
      ></task-provider>
    `);
    const list = provider.querySelector('report-list')!;
    const link = await comes<HTMLAnchorElement>(list, 'link', 'Sign in');
    expect(link.pathname).to.equal('/sign-in');
    expect(textOf(list)).to.contain('Your sign-in has ended').and.not.to.contain('Offline');
    expect(list.matches(':state(offline)')).to.equal(false);
  });

  it('keeps its times right, by one clock for all rows', async () => {
    const task = await site.task({ limit: 2 });
    await site.report(mia, task, 'One.');
    await site.report(mia, task, 'Two.');
    const { setInterval, clearInterval } = window;
    const { now } = Date;
    const running = new Map<number, () => void>();
    Object.assign(window, {
      setInterval: (tick: () => void) => running.set(running.size + 1, tick).size,
      clearInterval: (timer: number) => running.delete(timer),
    });
    try {
      const list = await listFor(site);
      await sees(list, 'Two.');
      expect(running.size).to.equal(1);
      Date.now = () => now() + 3 * 3_600_000;
      for (const tick of running.values()) tick();
      await list.updateComplete;
      expect(textOf(list).match(/3 hours ago/g)).to.have.lengthOf(2);
      list.remove();
      expect(running.size).to.equal(0);
    } finally {
      Object.assign(window, { setInterval, clearInterval });
      Date.now = now;
    }
  });

  it('asks a visitor to sign in', async () => {
    await sees(await listFor(site, 'visitor'), 'Sign in');
  });

  it('adds the next page, and the focus goes on with it', async () => {
    const task = await site.task({ limit: 100 });
    for (let n = 0; n < 52; n += 1) await site.report(mia, task, `Number ${n}.`);
    const list = await listFor(site);
    const more = await comes(list, 'button', 'Show more');
    more.focus();
    more.click();
    await sees(list, 'Number 0.');
    await seen(
      () => list.shadowRoot?.activeElement?.matches('[aria-posinset="51"] *'),
      'the focus',
    );
  });
});

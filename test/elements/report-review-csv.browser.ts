import { expect } from '@open-wc/testing';
import type { Report } from '../../src/contract/report.js';
import type { ReportReview } from '../../src/elements/report-review/report-review.js';
import type { Task } from '../../src/contract/task.js';
import { downloads } from '../support/browser-downloads.js';
import { BrowserSite, Line, mia, noor, olga, rui, seen } from '../support/browser-people.js';
import {
  all,
  button,
  focused,
  presses,
  reviewFor,
  rows,
  unheard,
  wordsOf,
} from '../support/browser-review.js';

const dialogOf = (tag: Element): HTMLDialogElement | undefined =>
  all(tag, 'dialog.sheet')[0] as HTMLDialogElement | undefined;
const heard = (tag: Element): string =>
  all(tag, 'dialog.sheet > [role="status"]').map(wordsOf).join();
const lines = (tag: Element): string[] => all(tag, '[part="sheet-line"]').map(wordsOf);
const hears = (tag: Element, text: string): Promise<unknown> =>
  seen(() => heard(tag).includes(text), `“${text}” in “${heard(tag)}”`);

async function opens(tag: Element): Promise<HTMLElement> {
  const way = await seen(
    () => all(tag, 'button').find((one) => one.ariaLabel === 'Decide in a spreadsheet'),
    'the way in',
  );
  way.focus();
  way.click();
  await seen(() => dialogOf(tag)?.open, 'the window');
  return way;
}

async function loads(tag: Element, text: string | readonly string[], name = 'mine.csv') {
  const input = await seen(
    () => all(tag, 'dialog.sheet input[type="file"]')[0] as HTMLInputElement | undefined,
    'the choice of a file',
  );
  const data = new DataTransfer();
  data.items.add(new File([typeof text === 'string' ? text : text.join('\r\n')], name));
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const header = 'report,round,verdict,reason';

describe('report-review, by a spreadsheet', () => {
  let site: BrowserSite;
  let task: Task;
  let saved: ReturnType<typeof downloads>;
  beforeEach(async () => {
    site = new BrowserSite();
    task = await site.task({ points: 50, limit: 100 });
    saved = downloads();
  });
  afterEach(() => saved.leave());

  async function reports(count: number): Promise<readonly Report[]> {
    const made: Report[] = [];
    for (let n = 0; n < count; n += 1) {
      made.push(await site.report(n % 2 ? noor : mia, task, `Number ${n}.`));
    }
    return made;
  }

  const standing = ({ id }: Report): Promise<Report> => site.ask<Report>(rui, `/reports/${id}`);

  async function opened(send: typeof fetch = unheard): Promise<ReportReview> {
    const tag = await reviewFor(site, rui, { send });
    await seen(() => rows(tag).length > 0, 'the queue');
    await opens(tag);
    return tag;
  }

  it('saves the queue, shows what the filled file would do, does it, and saves the outcomes', async () => {
    await site.report(mia, task, '=HYPERLINK("https://evil.example")\nsecond line');
    const made = [...(await site.reportsOf(mia)), ...(await reports(6))];
    const own = await site.report({ ...rui, role: 'member' }, task, 'My own.');
    const tag = await opened();
    const decided: string[] = [];
    tag.addEventListener('report-decided', ({ report }) => decided.push(report.id));
    tag.addEventListener('report-decide', (event) => {
      if (event.report.id === made[6]!.id) event.preventDefault();
    });
    await expect(tag).to.be.accessible();
    await presses(tag, 'Save reports');
    const file = await seen(() => saved.files[0], 'the file');
    await hears(tag, `8 reports saved to ${file.name}.`);
    expect(file.name).to.match(/^reports-\d{4}-\d\d-\d\d\.csv$/);
    expect(file.text.startsWith('\uFEFFreport,round,member,task,points,')).to.equal(true);
    expect(file.text).to.contain(`"'=HYPERLINK(""https://evil.example"")\nsecond line",,\r\n`);

    const verdicts: Record<string, string> = {
      [made[0]!.id]: 'Approved,',
      [made[1]!.id]: 'approve,',
      [made[2]!.id]: `REJECT,"'- too dark, ""very"""`,
      [made[3]!.id]: 'ask for changes,Closer.',
      [made[4]!.id]: 'reject,',
      [made[5]!.id]: ',',
      [made[6]!.id]: 'approve,',
      [own.id]: 'approve,',
    };
    const filled = Object.entries(verdicts).reduce(
      (text, [id, words]) =>
        text.replace(
          new RegExp(`(${id},1,[^]*?),,\r\n`),
          (_, kept: string) => `${kept},${words}\r\n`,
        ),
      file.text,
    );
    const foreign = crypto.randomUUID();
    const more = [`${foreign},1,,,,,,approve,`, `17,1,,,,,,approve,`, `${own.id},1,,,,,,maybe,`];
    await loads(tag, `${filled}${more.join('\r\n')}`);
    await hears(tag, '3 will be approved. 1 will be rejected. 1 will go back for changes.');
    expect(heard(tag)).to.contain(
      '1 left alone. 2 not found. 1 without a reason. 2 contradict one another',
    );
    await expect(tag).to.be.accessible();

    // Another reviewer is faster, and a member revises.
    await site.put(olga, `/reports/${made[1]!.id}/rounds/1/decision`, {
      id: crypto.randomUUID(),
      verdict: 'approved',
    });
    const member = made[3]!.member.id === mia.sub ? mia : noor;
    await site.put(member, `/reports/${made[3]!.id}/rounds/2`, { text: 'Another text.' });
    await presses(tag, 'Apply 5 decisions');
    await hears(
      tag,
      '1 approved. 1 rejected. 1 left alone. 1 already decided by Olga Lindqvist. 1 revised',
    );
    expect(decided.toSorted()).to.deep.equal([made[0]!.id, made[2]!.id].toSorted());
    const [first, , third, fourth] = await Promise.all(made.slice(0, 4).map(standing));
    expect(first!.status).to.equal('approved');
    expect(third!.decision?.reason).to.equal('- too dark, "very"');
    expect([fourth!.round, fourth!.decision]).to.deep.equal([2, null]);

    await presses(tag, 'Save outcomes');
    const outcomes = await seen(() => saved.files[1], 'the outcomes');
    expect(outcomes.name).to.equal('mine-outcomes.csv');
    const cells = outcomes.text.trim().split(/\r\n/);
    expect(cells.length).to.equal(1 + 8 + 3);
    expect(cells[0]).to.match(/,verdict,reason,outcome$/);
    const outcomeOf = (id: string): string | undefined => cells.find((one) => one.includes(id));
    expect(outcomeOf(made[0]!.id)).to.match(/Approved,,Approved$/);
    expect(outcomeOf(made[1]!.id)).to.match(/,"?Already approved by Olga Lindqvist, .*\d{4}"?$/);
    expect(outcomeOf(made[3]!.id)).to.contain('Revised meanwhile, now in round 2');
    expect(outcomeOf(made[4]!.id)).to.match(/Needs a reason$/);
    expect(outcomeOf(made[6]!.id)).to.contain('did not let it be decided');
    expect(outcomeOf(foreign)).to.match(/Not found$/);
  });

  it('shows only the lines of one kind, and goes back to where one came from', async () => {
    const made = await reports(2);
    const tag = await reviewFor(site, rui, { send: unheard });
    await seen(() => rows(tag).length === 2, 'the queue');
    const way = await opens(tag);
    await loads(tag, [header, `${made[0]!.id},1,approve,`, `${made[1]!.id},1,reject,`]);
    await seen(() => lines(tag).length === 2, 'both lines');
    expect(lines(tag)[0]).to.contain('Row 2 Mia Sousa');
    expect(lines(tag)[0]).to.contain('Will be approved');
    await presses(tag, '1 with a problem');
    await seen(() => lines(tag).length === 1, 'one line');
    expect(lines(tag)[0]).to.contain('Needs a reason');
    all(tag, 'dialog.sheet .chip')
      .find((one) => wordsOf(one) === 'All 2')!
      .click();
    await seen(() => lines(tag).length === 2, 'both again');
    all(tag, 'dialog.sheet header button')[0]!.click();
    await seen(() => !dialogOf(tag), 'no window');
    expect(focused(tag) === way).to.equal(true);
    expect((await standing(made[0]!)).status).to.equal('awaiting');
  });

  it('says of each unfit file what to do, and takes the next one', async () => {
    const [report] = await reports(1);
    const tag = await opened();
    const alert = (): string => all(tag, 'dialog.sheet [role="alert"]').map(wordsOf).join();
    await loads(tag, 'Dear reader');
    await seen(() => alert().includes('no column “report”'), 'what is missing');
    expect(alert()).to.contain('Save the reports here first, and fill in that file.');
    await expect(tag).to.be.accessible();
    await loads(tag, 'PK\u0003\u0004 and so on');
    await seen(() => alert().includes('This is a workbook.'), 'that it is a workbook');
    await loads(tag, '');
    await seen(() => alert().includes('The file has no lines.'), 'that it is empty');
    await loads(tag, [header, `${report!.id},1,reject,"open`]);
    await seen(() => alert().includes('In row 2 a quotation mark'), 'where it is open');
    await loads(tag, [header, `${report!.id},1,approve,`]);
    await hears(tag, '1 will be approved');
  });

  it('asks before more than ten are rejected', async () => {
    const made = await reports(11);
    const tag = await opened();
    await loads(tag, [header, ...made.map(({ id }) => `${id},1,reject,Cancelled.`)]);
    await presses(tag, 'Apply 11 decisions');
    const question = await seen(() => all(tag, 'dialog.confirm')[0], 'the question');
    expect(wordsOf(question)).to.contain('Reject 11 reports? 550 points are then not awarded.');
    await presses(tag, 'Cancel');
    await seen(() => all(tag, 'dialog.confirm').length === 0, 'no question');
    expect((await standing(made[0]!)).status).to.equal('awaiting');
    await presses(tag, 'Apply 11 decisions');
    await presses(tag, 'Reject 11');
    await hears(tag, '11 rejected');
    expect((await standing(made[10]!)).status).to.equal('rejected');
  });

  it('can be stopped: what is done stays, the rest is untouched, and one can go on', async () => {
    const made = await reports(12);
    const line = new Line();
    const tag = await opened(line.fetch);
    await loads(tag, [header, ...made.map(({ id }) => `${id},1,approve,`)]);
    await hears(tag, '12 will be approved');
    const release = line.hold();
    const sent = (): number => line.requests.filter((one) => one.endsWith('/decision')).length;
    await presses(tag, 'Apply 12 decisions');
    await seen(() => sent() === 4, 'four on their way');
    // Whoever would leave is asked; here they stay.
    dialogOf(tag)!.dispatchEvent(new Event('cancel', { cancelable: true }));
    await seen(() => focused(tag) === button(tag, 'Go on'), 'the question');
    await presses(tag, 'Go on');
    await presses(tag, 'Stop');
    release();
    await hears(tag, '8 will be approved. 4 approved');
    expect(sent()).to.equal(4);
    const stand = await Promise.all(made.map(standing));
    expect(stand.filter(({ status }) => status === 'approved').length).to.equal(4);
    await presses(tag, 'Apply 8 decisions');
    await hears(tag, '12 approved');
    expect(sent()).to.equal(12);
  });

  it('reads a hundred thousand lines, and scrolls through them with few in the page', async () => {
    await reports(1);
    const tag = await opened();
    const count = 100_000;
    const many = Array.from({ length: count }, (_, n) => `${n},1,Member ${n},,`);
    let longest = 0;
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
      watch.observe({ type: 'longtask' });
    }
    const began = performance.now();
    await loads(tag, ['report,round,member,verdict,reason', ...many]);
    await hears(tag, '100,000 left alone');
    const took = performance.now() - began;
    await seen(() => lines(tag).length > 3, 'the first lines');
    const scroller = all(tag, '.lines')[0]!;
    scroller.scrollTo(0, scroller.scrollHeight);
    await seen(() => lines(tag).some((one) => one.includes('Member 99999')), 'the last line');
    expect(lines(tag).length).to.be.lessThan(60);
    watch.disconnect();
    // All in one piece takes half a second and more; a slow machine may stumble.
    expect(longest, `the longest task, of ${took.toFixed(0)} ms in all`).to.be.lessThan(250);
  });
});

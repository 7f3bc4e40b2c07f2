import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/task-insights/task-insights.js';
import '../../src/elements/task-provider/task-provider.js';
import type { TaskInsights } from '../../src/elements/task-insights/task-insights.js';
import { BrowserSite, mia, noor, olga, seen } from '../support/browser-people.js';
import { downloads } from '../support/browser-downloads.js';
import { all, focused, presses, wordsOf } from '../support/browser-review.js';

async function insightsFor(site: BrowserSite, send?: typeof fetch): Promise<TaskInsights> {
  const provider = await fixture(site.provide(olga, html`<task-insights></task-insights>`, send));
  return provider.querySelector('task-insights') as TaskInsights;
}

const windowOf = (tag: Element): HTMLDialogElement | undefined =>
  all(tag, 'dialog.export')[0] as HTMLDialogElement | undefined;

async function opens(tag: Element): Promise<HTMLElement> {
  const way = await presses(tag, 'Export');
  await seen(() => windowOf(tag)?.open, 'the window');
  return way;
}

const chooses = (tag: Element, name: string): void => {
  const label = all(tag, '.export label').find((one) => wordsOf(one).startsWith(name));
  label?.querySelector('input')?.click();
};

const says = (tag: Element, text: string): Promise<unknown> =>
  seen(() => all(tag, '.export footer').map(wordsOf).join().includes(text), `“${text}”`);

describe('task-insights, its export', () => {
  let site: BrowserSite;
  let saved: ReturnType<typeof downloads>;
  beforeEach(async () => {
    site = new BrowserSite();
    saved = downloads();
    const task = await site.task({ limit: 5 });
    await site.decide(await site.report(mia, task, 'By the fountain.'), 'approved');
    await site.report(noor, task, 'On the square.');
  });
  afterEach(() => saved.leave());

  const some = (count: number) =>
    seen(() => (saved.files.length === count ? saved.files : null), `${count} files`);

  it('saves reports, points and tasks, as CSV and as NDJSON', async () => {
    const tag = await insightsFor(site);
    const way = await opens(tag);
    await expect(tag).to.be.accessible();
    await presses(tag, 'Save file');
    const [reports] = await some(1);
    expect(reports!.name).to.match(/^reports-\d{4}-\d\d-\d\d\.csv$/);
    expect(reports!.text).to.contain('By the fountain.').and.to.contain('On the square.');
    await says(tag, `${reports!.name} is saved.`);

    chooses(tag, 'Points');
    chooses(tag, 'NDJSON');
    await presses(tag, 'Save file');
    const [, points] = await some(2);
    expect(points!.name).to.match(/^points-.*\.ndjson$/);
    const lines = points!.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).to.have.length(2);
    expect(lines[0]).to.include({ points: 50, member: 'mia', kind: 'approval' });
    expect(lines[1]).to.deep.equal({ end: true, rows: 1 });

    chooses(tag, 'Tasks');
    await presses(tag, 'Save file');
    const [, , tasks] = await some(3);
    expect(tasks!.text).to.contain('Name the bakery');
    windowOf(tag)?.close();
    await seen(() => focused(tag) === way, 'the focus is back');
  });

  it('shows how far a file is, stops it, and begins anew', async () => {
    let rest = (): void => {};
    const send: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const answer = await fetch(request);
      if (!request.url.includes('/export/') || !answer.body) return answer;
      const gate = new Promise<void>((resolve) => (rest = resolve));
      const held = new TransformStream<Uint8Array, Uint8Array>({ flush: () => gate });
      return new Response(answer.body.pipeThrough(held), answer);
    };
    const tag = await insightsFor(site, send);
    await opens(tag);
    await presses(tag, 'Save file');
    await says(tag, '2 of 2 rows');
    expect(focused(tag)?.className).to.contain('stop');
    await expect(tag).to.be.accessible();
    await presses(tag, 'Stop');
    await says(tag, 'Save file');
    expect(focused(tag)?.className).to.contain('save');
    await presses(tag, 'Save file');
    await says(tag, '2 of 2 rows');
    // What runs goes on while nobody looks.
    windowOf(tag)?.close();
    rest();
    await seen(() => saved.files.length === 1, 'the file');
  });

  it('says what went wrong, and tries again', async () => {
    let isBroken = true;
    const send: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      if (isBroken && request.url.includes('/export/')) throw new TypeError('The line is cut.');
      return fetch(request);
    };
    const tag = await insightsFor(site, send);
    const codes: string[] = [];
    tag.addEventListener('taskchat-error', ({ code }) => codes.push(code));
    await opens(tag);
    await presses(tag, 'Save file');
    await says(tag, 'Try again');
    expect(codes).to.deep.equal(['network']);
    expect(saved.files).to.have.length(0);
    isBroken = false;
    await presses(tag, 'Try again');
    await seen(() => saved.files.length === 1, 'the file');
  });
});

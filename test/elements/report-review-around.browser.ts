import { expect } from '@open-wc/testing';
import { limits } from '../../src/contract/limits.js';
import type { ReportReview } from '../../src/elements/report-review/report-review.js';
import type { Task } from '../../src/contract/task.js';
import {
  BrowserSite,
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
  part,
  presses,
  reviewFor,
  row,
  rows,
  types,
  focused,
  wordsOf,
} from '../support/browser-review.js';

const switchOf = (tag: Element): string[] => all(tag, '[part="switch"] button').map(wordsOf);
const shows = (tag: Element, words: string): Promise<boolean> =>
  seen(() => switchOf(tag).includes(words), `${words} among ${switchOf(tag).join(', ')}`);

describe('report-review, what goes on around', () => {
  let site: BrowserSite;
  beforeEach(() => (site = new BrowserSite()));

  const submit = async (task: Task, count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) await site.report(mia, task, `Report ${n}.`);
  };

  it('counts what is not loaded too, and stays right when others work', async () => {
    const task = await site.task({ limit: 99 });
    await submit(task, limits.page + 3);
    const sentBack = await site.report(mia, task);
    await site.decide(sentBack, 'changes', 'Which one?');
    const tag = await reviewFor(site, rui, { undo: 6 });
    await shows(tag, `Awaiting ${limits.page + 3}`);
    await shows(tag, 'With member 1');
    await shows(tag, 'Approved');
    // The newest is on no page that is loaded.
    const newest = (await site.reportsOf(mia))[1]!;
    await site.decide(newest, 'approved');
    await shows(tag, `Awaiting ${limits.page + 2}`);
    await shows(tag, 'Approved 1');
    await site.put(mia, `/reports/${sentBack.id}/rounds/2`, { text: 'This one.' });
    await shows(tag, `Awaiting ${limits.page + 3}`);
    await shows(tag, 'With member');
    rows(tag)[0]!.focus();
    types(focused(tag), 'a');
    await shows(tag, `Awaiting ${limits.page + 2}`);
    await presses(tag, 'Undo');
    await shows(tag, `Awaiting ${limits.page + 3}`);
    await expect(tag).to.be.accessible();
  });

  it('never counts what was just decided again, while it is sent', async () => {
    const task = await site.task({ limit: 99 });
    await submit(task, limits.page + 3);
    const tag = await reviewFor(site, rui, { undo: 0.2 });
    await shows(tag, `Awaiting ${limits.page + 3}`);
    const counted = [switchOf(tag)[0]];
    const watch = new MutationObserver(() => {
      const words = switchOf(tag)[0];
      if (words !== counted.at(-1)) counted.push(words);
    });
    watch.observe(tag.shadowRoot!, { subtree: true, childList: true, characterData: true });
    rows(tag)[0]!.focus();
    types(focused(tag), 'a');
    await shows(tag, 'Approved 1');
    await shows(tag, `Awaiting ${limits.page + 2}`);
    watch.disconnect();
    expect(counted).to.deep.equal([`Awaiting ${limits.page + 3}`, `Awaiting ${limits.page + 2}`]);
  });

  it('keeps to those whose member is to move', async () => {
    const task = await site.task({ limit: 3 });
    await site.report(mia, task, 'Waits.');
    await site.decide(await site.report(noor, task, 'Unclear.'), 'changes', 'Which one?');
    const tag = await reviewFor(site);
    await shows(tag, 'With member 1');
    await presses(tag, 'With member 1');
    await seen(() => rows(tag).length === 1 && part(tag, 'row').includes('Noor'), 'the one');
    await presses(tag, 'Awaiting 1');
    await seen(() => part(tag, 'row').includes('Mia'), 'the other');
    tag.status = 'changes';
    await seen(() => part(tag, 'row').includes('Noor'), 'the one again');
  });

  describe('with another reviewer', () => {
    const looksAt = (tag: Element): string => part(tag, 'lookers');

    const two = async (): Promise<[ReportReview, ReportReview]> => {
      const task = await site.task();
      await site.report(mia, task, 'The first.');
      await site.report(noor, task, 'The second.');
      const tags = [await reviewFor(site), await reviewFor(site, olga)] as const;
      for (const tag of tags) await sees(tag, 'The first.');
      return [...tags];
    };

    it('says who looks at the same report, also to who was there before', async () => {
      const [ruis, olgas] = await two();
      await seen(() => looksAt(ruis) === 'Olga Lindqvist is looking at this', 'Olga');
      await seen(() => looksAt(olgas) === 'Rui Tavares is looking at this', 'Rui');
      (await row(olgas, 'Noor')).click();
      await seen(() => looksAt(ruis) === '', 'that she has left');
      const other = await row(ruis, 'Noor');
      await seen(() => wordsOf(other).includes('Olga Lindqvist is looking at this'), 'her there');
      expect(looksAt(olgas)).to.equal('');
      expect(wordsOf(await row(olgas, 'Mia'))).to.contain('Rui Tavares is looking at this');
      await expect(ruis).to.be.accessible();
    });

    it('forgets who has gone', async () => {
      const [ruis, olgas] = await two();
      await seen(() => looksAt(ruis).includes('Olga'), 'Olga');
      olgas.remove();
      await seen(() => looksAt(ruis) === '', 'that she has gone');
      expect(textOf(ruis)).not.to.contain('Olga');
    });
  });
});

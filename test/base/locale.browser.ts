import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import {
  BrowserSite,
  mia,
  rui,
  sees,
  textOf,
  type BrowserPerson,
} from '../support/browser-people.js';

const tags: [tag: string, person: BrowserPerson, words: string[]][] = [
  ['task-list', mia, ['Tasks', 'Reviewed within 4 hours', '1,250', '8 places left']],
  ['report-form', mia, ['Your report', 'Waiting for review', 'You earn 1,250 points', 'Sent now']],
  ['report-list', mia, ['My reports', 'With the reviewer', 'now']],
  ['report-review', rui, ['Review', 'Just arrived', 'Your decision', 'Ask for changes']],
  ['mini-chat', mia, ['Name the bakery', 'You sent your report', 'Enter sends']],
];

/** Everything that the page's own script could read among the errors of the console. */
async function errorsDuring(act: () => Promise<void>): Promise<unknown[]> {
  const { error } = console;
  const errors: unknown[] = [];
  console.error = (...words: unknown[]) => errors.push(words);
  try {
    await act();
  } finally {
    console.error = error;
  }
  return errors;
}

describe('the words of a tag', () => {
  const page = document.documentElement;
  const { lang } = page;
  afterEach(() => {
    page.lang = lang;
  });

  for (const [tag, person, words] of tags) {
    it(`are English in <${tag}> on pages whose language has none of ours`, async () => {
      const site = new BrowserSite();
      const task = await site.task({ points: 1_250, reviewWithin: 4, quota: 9 });
      const report = await site.report(mia, task);
      const errors = await errorsDuring(async () => {
        for (const language of ['ar', 'de']) {
          page.lang = language;
          const element = document.createElement(tag);
          element.setAttribute(tag === 'report-form' ? 'task-id' : 'report-id', report.id);
          if (tag === 'report-form') element.setAttribute('task-id', task.id);
          await fixture(site.provide(person, html`${element}`));
          for (const word of words) await sees(element, word);
          element.remove();
        }
      });
      expect(errors).to.deep.equal([]);
    });
  }

  it('keep to a region of English, and to a language that is written with a low line', async () => {
    const site = new BrowserSite();
    await site.task({ points: 1_250, closesAt: '2099-11-23T12:00:00.000Z' });
    const list = document.createElement('task-list');
    list.lang = 'en_GB';
    await fixture(site.provide(mia, html`${list}`));
    await sees(list, 'Closes 23 Nov 2099');
    list.lang = 'en_US';
    list.requestUpdate();
    await list.updateComplete;
    expect(textOf(list)).to.contain('Closes Nov 23, 2099');
  });
});

import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../src/elements/task-list/task-list.js';
import '../../src/elements/task-provider/task-provider.js';
import { createStore, keys as storedKeys } from 'idb-keyval';
import type { ApiError } from '../../src/api/api-error.js';
import type { MessagePage } from '../../src/contract/message.js';
import { conversationOf } from '../../src/stores/dialogue/conversation.js';
import { draftsOf } from '../../src/stores/drafts.js';
import { outboxOf } from '../../src/stores/outbox/outbox.js';
import { acquireSession, releaseSession, type Session } from '../../src/stores/session.js';
import { BrowserSite, mia, rui, seen, type BrowserPerson } from '../support/browser-people.js';

type Send = typeof fetch;

const cut: Send = () => Promise.reject(new TypeError('The wire is cut.'));
const open = (): Send => (input, init) => fetch(input, init);

/** A session as a page of its own would have it, for the time of some work. */
async function onAPage<Result>(
  site: BrowserSite,
  person: BrowserPerson,
  send: Send,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const getToken = () => site.token(person);
  const session = acquireSession({ endpoint: site.endpoint, getToken, fetch: send });
  try {
    return await work(session);
  } finally {
    releaseSession(session);
    await seen(() => session.signal.aborted, 'the session to end');
  }
}

describe('what is typed and not yet sent', () => {
  it('is sent in order by the next page of the same person, and by nobody else', async () => {
    const site = new BrowserSite();
    const report = await site.report(mia, await site.task());
    const texts = async () => {
      const path = `/reports/${report.id}/messages`;
      const { items } = await site.ask<MessagePage>(rui, path);
      return items.flatMap((line) => (line.kind === 'text' ? [line.text] : []));
    };

    await onAPage(site, mia, cut, async (session) => {
      const chat = conversationOf(session, report.id);
      void chat.send('one');
      void chat.send('two');
      const outbox = outboxOf(session);
      await seen(() => outbox.snapshot.entries.length === 2, 'both to wait');
      expect(outbox.snapshot.entries.map(({ text }) => text)).to.deep.equal(['one', 'two']);
      await seen(() => outbox.snapshot.entries[0]?.problem?.code === 'network', 'a failure');
      expect(draftsOf(session).durable).to.equal(true);
    });
    await onAPage(site, rui, open(), async (session) => {
      await conversationOf(session, report.id).send('from Rui');
      expect(outboxOf(session).snapshot.entries).to.deep.equal([]);
    });
    expect(await texts()).to.deep.equal(['from Rui']);

    await onAPage(site, mia, open(), async (session) => {
      const outbox = outboxOf(session);
      await seen(() => outbox.snapshot.entries.length > 0, 'what was left');
      await seen(() => outbox.snapshot.entries.length === 0, 'all of it to be sent');
    });
    expect(await texts()).to.deep.equal(['from Rui', 'one', 'two']);

    await onAPage(site, mia, open(), async (session) => {
      const message = await outboxOf(session).add(report.id, 'three');
      expect(message.text).to.equal('three');
    });
    expect(await texts()).to.deep.equal(['from Rui', 'one', 'two', 'three']);
  });

  it('is sent by a page whose tags show no dialogue', async () => {
    const site = new BrowserSite();
    const report = await site.report(mia, await site.task());
    await onAPage(site, mia, cut, async (session) => {
      void conversationOf(session, report.id).send('left behind');
      await seen(() => outboxOf(session).snapshot.entries[0]?.problem, 'a failure');
    });
    await fixture(site.provide(mia, html`<task-list></task-list>`));
    let lines: MessagePage['items'] = [];
    while (lines.at(-1)?.kind !== 'text') {
      ({ items: lines } = await site.ask<MessagePage>(rui, `/reports/${report.id}/messages`));
    }
    expect(lines.at(-1)).to.include({ text: 'left behind' });
    fixtureCleanup();
  });

  it('is kept apart for each person', async () => {
    const site = new BrowserSite();
    await onAPage(site, mia, open(), (session) => draftsOf(session).set('report', 'Half past'));
    await onAPage(site, rui, open(), async (session) => {
      expect(await draftsOf(session).get('report')).to.equal(undefined);
    });
    await onAPage(site, mia, open(), async (session) => {
      const drafts = draftsOf(session);
      expect(await drafts.get('report')).to.equal('Half past');
      await drafts.delete('report');
    });
    await onAPage(site, mia, open(), async (session) => {
      expect(await draftsOf(session).get('report')).to.equal(undefined);
    });
  });

  /** A browser that lends no storage, for the time of some work. */
  async function withoutStorage(open: () => unknown, work: () => Promise<void>): Promise<void> {
    const own = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open');
    Object.defineProperty(IDBFactory.prototype, 'open', { value: open, configurable: true });
    try {
      await work();
    } finally {
      if (own) Object.defineProperty(IDBFactory.prototype, 'open', own);
    }
  }

  const refusals: Record<string, () => unknown> = {
    'is refused': () => {
      throw new DOMException('The user denied permission.', 'SecurityError');
    },
    'never answers': () => new EventTarget(),
  };
  for (const [what, refuse] of Object.entries(refusals)) {
    it(`is sent from memory, and says so, where the storage ${what}`, async () => {
      const site = new BrowserSite();
      const report = await site.report(mia, await site.task());
      await withoutStorage(refuse, () =>
        onAPage(site, mia, open(), async (session) => {
          const outbox = outboxOf(session);
          const sent = [outbox.add(report.id, 'one'), outbox.add(report.id, 'two')];
          await Promise.all(sent);
          expect(outbox.snapshot).to.deep.equal({ entries: [], durable: false });
          expect(draftsOf(session).durable).to.equal(false);
          await draftsOf(session).set('report', 'Half');
          expect(await draftsOf(session).get('report')).to.equal('Half');
        }),
      );
      const { items } = await site.ask<MessagePage>(rui, `/reports/${report.id}/messages`);
      const texts = items.flatMap((line) => (line.kind === 'text' ? [line.text] : []));
      expect(texts).to.deep.equal(['one', 'two']);
    }).timeout(20_000);
  }

  it('is written before it is sent for the first time', async () => {
    const site = new BrowserSite();
    const report = await site.report(mia, await site.task());
    let kept: number | undefined;
    const looking: Send = async (input, init) => {
      const isMessage = (input as Request).url.includes('/messages/');
      if (isMessage) kept = await keptOf(site);
      return fetch(input, init);
    };
    await onAPage(site, mia, looking, async (session) => {
      await outboxOf(session).add(report.id, 'one');
    });
    expect(kept).to.equal(1);
    while ((await keptOf(site)) > 0) continue;
  });

  it('stays refused after a reload, until somebody decides', async () => {
    const site = new BrowserSite();
    const report = await site.report(mia, await site.task());
    await onAPage(site, mia, open(), async (session) => {
      const failed = outboxOf(session).add(report.id, 'x'.repeat(8_001));
      void outboxOf(session).add(report.id, 'behind it');
      const problem = await failed.catch((error: unknown) => error as ApiError);
      expect(problem).to.include({ code: 'invalid' });
    });
    let puts = 0;
    const counting: Send = (input, init) => {
      if ((input as Request).url.includes('/messages/')) puts += 1;
      return fetch(input, init);
    };
    await onAPage(site, mia, counting, async (session) => {
      const outbox = outboxOf(session);
      await seen(() => outbox.snapshot.entries.length === 2, 'both');
      const [refused, behind] = outbox.snapshot.entries;
      expect(refused).to.include({ state: 'refused' });
      expect(refused?.problem).to.include({ code: 'invalid' });
      expect(behind).to.include({ state: 'waiting' });
      expect(puts).to.equal(0);
      await outbox.discard(refused?.id ?? '');
      await seen(() => outbox.snapshot.entries.length === 0, 'the one behind it to be sent');
      expect(puts).to.equal(1);
    });
  });
});

/** How many messages of a site lie on the shelf. */
async function keptOf({ name }: BrowserSite): Promise<number> {
  const keys = await storedKeys<string[]>(createStore('taskchat', 'kept'));
  return keys.filter(([kind, , site]) => kind === 'outbox' && site === name).length;
}

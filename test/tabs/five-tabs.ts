import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bundlePage, type Fault } from './bundle.js';
import { findTabEngines, type TabEngine } from './engines.js';
import type { Finding, Scenario } from './finding.js';
import * as live from './live-scenarios.js';
import * as outbox from './outbox-scenarios.js';
import * as reports from './report-scenarios.js';
import { Scene } from './scene.js';
import type { TabBrowser } from './tab.js';
import { TabServer } from './tab-server.js';

const titles: readonly [title: string, scenario: Scenario][] = [
  ['however many tabs and tags, one stream is open, and all hear the same', live.oneStream],
  ['when the tab with the stream is closed, another takes over', live.leaderCloses],
  ['when the tab with the stream crashes, another takes over', live.leaderCrashes],
  ['a tab that is frozen lets the stream go, and catches up when it wakes', live.leaderFreezes],
  ['five tabs that come online together send 200 lines once, in order', outbox.drainedOnce],
  ['a line of one tab waits in all, and is sent in all', outbox.shownInAll],
  ['when the tab that sends crashes, another goes on', outbox.oneOfThreeCrashes],
  ['when the only tab crashes, the next one goes on', outbox.theOnlyOneCrashes],
  ['what one person has queued is never sent as another', outbox.anotherSignsIn],
  ['what is refused waits in all tabs until one discards it', outbox.refusedInAll],
  ['a report that waits in three tabs is sent by one of them', reports.sentByOne],
  ['when the tab that sends a report crashes, the next one goes on', reports.senderCrashes],
  ['without Web Locks each tab has a stream, and nothing is doubled', outbox.withoutLocks],
];

/** Chromium alone can freeze a tab for a test. */
const titlesFor = ({ name }: TabEngine) =>
  titles.filter(([, scenario]) => scenario !== live.leaderFreezes || name === 'Chromium');

interface Planted {
  readonly name: string;
  readonly scenario: Scenario;
  readonly fault: Fault;
  /** Milliseconds after which what was waited for does not happen any more. */
  readonly patience?: number;
}

const withoutLock: Fault = {
  module: 'src/api/tabs.ts',
  code: 'if (!canAgree()) return begin();',
  instead: 'return begin();',
};

const planted: readonly Planted[] = [
  { name: 'no lock: streams', scenario: live.oneStream, fault: withoutLock },
  {
    name: 'no lock: sending',
    scenario: outbox.drainedOnce,
    fault: withoutLock,
    patience: 60_000,
  },
  {
    name: 'no lock: a report',
    scenario: reports.sentByOne,
    fault: withoutLock,
  },
  {
    name: 'a report that is not stored',
    scenario: reports.senderCrashes,
    fault: {
      module: 'src/stores/outbox/outbox-entries.ts',
      code: 'await this.#shelf.set(await this.#place(id), this.#keeping.toKept(entry));',
      instead: '',
    },
  },
  {
    name: 'a hand-over that asks nobody to catch up',
    scenario: live.leaderCloses,
    fault: {
      module: 'src/api/live.ts',
      code: 'if (!notice.to || notice.to === this.#id) this.#opened();',
      instead: 'if (!this.#open) this.#opened();',
    },
  },
  {
    name: 'a frozen tab keeps the stream',
    scenario: live.leaderFreezes,
    fault: {
      module: 'src/api/tabs.ts',
      code: `addEventListener('freeze', sleep`,
      instead: `addEventListener('none', sleep`,
    },
  },
  {
    name: 'nothing is stored',
    scenario: outbox.theOnlyOneCrashes,
    fault: {
      module: 'src/stores/shelf.ts',
      code: 'await this.#try((database, storage) => storage.set([...key], value, database))',
      instead: 'null',
    },
  },
  {
    name: 'what is stored is told to no other tab',
    scenario: outbox.shownInAll,
    fault: {
      module: 'src/stores/outbox/outbox-entries.ts',
      code: `if (notice.type === 'kept') return this.kept();`,
      instead: `if (notice.type === 'kept') return;`,
    },
  },
  {
    name: 'one shelf for everybody',
    scenario: outbox.anotherSignsIn,
    fault: {
      module: 'src/stores/outbox/outbox-entries.ts',
      code: `[this.#keeping.kind, ...(await this.session.identity()), ...rest]`,
      instead: `[this.#keeping.kind, ...rest]`,
    },
  },
];

const server = await TabServer.start();
after(() => server.stop());
const sound = await bundlePage();

async function play(browser: TabBrowser, scenario: Scenario, patience?: number): Promise<Finding> {
  const scene = await Scene.of({ server, browser, patience });
  try {
    return await scenario(scene);
  } catch (error) {
    return { complaints: [String(error)], figures: '' };
  } finally {
    await scene.end();
  }
}

const engines = await findTabEngines();

function withBrowser(engine: TabEngine, work: (browser: () => TabBrowser) => void): void {
  let browser: TabBrowser;
  before(async () => {
    browser = await engine.launch();
  });
  after(() => browser.close());
  work(() => browser);
}

for (const engine of engines) {
  // Continuous integration has every engine; elsewhere one may be absent.
  const skip = (!process.env['CI'] && engine.missing) || false;
  describe(engine.name, { skip, concurrency: false }, () =>
    withBrowser(engine, (browser) => {
      for (const [title, scenario] of titlesFor(engine)) {
        test(`${engine.name}: ${title}`, async (context) => {
          server.script = sound;
          const { complaints, figures } = await play(browser(), scenario);
          context.diagnostic(figures);
          assert.deepEqual(complaints, []);
        });
      }
    }),
  );
}

for (const { name, scenario, fault, patience = 8_000 } of planted) {
  test(`found: ${name}`, async (context) => {
    server.script = await bundlePage(fault);
    const browser = await engines[0]!.launch();
    context.after(() => browser.close());
    const { complaints } = await play(browser, scenario, patience);
    context.diagnostic(complaints.join('; ').slice(0, 400));
    assert.notDeepEqual(complaints, []);
  });
}

import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { openCluster } from '../../support/cluster.js';
import { openLive, type LiveStream } from '../../support/live-stream.js';
import { onPostgres } from '../../support/on-postgres.js';
import type { Person, Send } from '../../support/people.js';
import { openPocket } from '../../support/pocket.js';
import type { Backend, Site } from '../../support/site.js';

export interface Opened extends Backend {
  /** Where streams are opened: with two processes, not where all the writing happens. */
  listenAt: Send;
  /** Milliseconds. */
  heartbeat: number;
  close(): Promise<void>;
}

/** Everybody's stream on one site, by name. */
export async function audience(
  site: Site,
  listenAt: Send,
): Promise<Record<'mia' | 'noa' | 'rui' | 'olga', LiveStream>> {
  const open = async (person: Promise<Person>) => openLive(await person, listenAt);
  const [mia, noa, rui, olga] = await Promise.all(
    [site.mia(), site.noa(), site.rui(), site.olga()].map(open),
  );
  assert.ok(mia && noa && rui && olga);
  return { mia, noa, rui, olga };
}

// Side by side, since some wait for a clock.
const options = { concurrency: true };

/** All cases on PGlite, and on PostgreSQL written at one process and heard at the other. */
export function onEachBackend(name: string, cases: (open: () => Promise<Opened>) => void): void {
  describe(`${name} on PGlite`, options, () =>
    cases(async () => {
      const pocket = await openPocket({ liveHeartbeat: 300 });
      return { ...pocket, listenAt: pocket.send, heartbeat: 300 };
    }),
  );
  const acrossProcesses = () =>
    cases(async () => {
      const cluster = await openCluster();
      return { ...cluster, send: cluster.to(0), listenAt: cluster.to(1), heartbeat: 15_000 };
    });
  onPostgres(`${name} on PostgreSQL, from one process to the other`, acrossProcesses, options);
}

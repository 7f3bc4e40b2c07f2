import { gate, numbered, unless, type Scenario } from './finding.js';
import type { Tab } from './tab.js';

export const oneStream: Scenario = async (scene) => {
  await scene.open(5);
  await scene.leader();
  const texts = numbered(20, 'news');
  for (const text of texts) await scene.hear(text);
  await scene.show(texts);
  // Who has come late hears the same from there on.
  await scene.open(1);
  await scene.hear('for six');
  await scene.show([...texts, 'for six']);
  const { streams } = scene.server;
  return {
    complaints: [
      ...unless(streams.length === 1, `${streams.length} streams were opened`),
      ...(await scene.faults()),
    ],
    figures: `6 tabs of four tags each: ${streams.length} stream`,
  };
};

const handOver =
  (leave: (tab: Tab) => Promise<void>): Scenario =>
  async (scene) => {
    await scene.open(5);
    await scene.hear('before');
    await scene.show(['before']);
    const { server } = scene;
    const leader = await scene.leader();
    const former = server.open[0]!;
    const { closed, open } = gate();
    server.gates = { streams: closed };
    await leave(leader);
    await scene.until(() => former.endedAt !== undefined && server.open.length > 0);
    await scene.hear('in the gap');
    open();
    scene.without(leader);
    await scene.show(['before', 'in the gap']);
    await scene.hear('after');
    await scene.show(['before', 'in the gap', 'after']);
    const took = (server.streams.at(-1)?.askedAt ?? Infinity) - (former.endedAt ?? 0);
    return {
      complaints: [
        ...unless(server.open.length === 1, `${server.open.length} streams are open`),
        // A second is what is wanted; the machine may be busy with other things.
        ...unless(took < 5_000, `the hand-over took ${took} ms`),
        ...(await scene.faults()),
      ],
      figures: `hand-over ${took.toFixed(0)} ms`,
    };
  };

export const leaderCloses = handOver((tab) => tab.close());
export const leaderCrashes = handOver((tab) => tab.crash());

/** The browser stops the leader; what it has missed meanwhile is there when it wakes up. */
export const leaderFreezes: Scenario = async (scene) => {
  await scene.open(2);
  const { server } = scene;
  const leader = await scene.leader();
  if (!(await leader.freeze(true))) throw new Error('This engine freezes no tab for a test.');
  await scene.until(() => server.open.some(({ tab }) => tab !== leader.name));
  await scene.hear('while it slept');
  const awake = scene.tabs.find((tab) => tab !== leader)!;
  await awake.until(`tab.sent.includes('while it slept')`);
  await leader.freeze(false);
  await scene.show(['while it slept']);
  await scene.hear('awake');
  await scene.show(['while it slept', 'awake']);
  const open = server.open.length;
  const complaints = [...unless(open === 1, `${open} streams are open`), ...(await scene.faults())];
  return { complaints, figures: `${server.streams.length} streams, one after the other` };
};

import { isDeepStrictEqual } from 'node:util';
import { gate, numbered, unless, type Scenario } from './finding.js';
import type { Scene } from './scene.js';

/** Each tab in its turn types some lines, again and again. */
async function typeInTurns(scene: Scene, lines: readonly string[], each: number): Promise<void> {
  let last = 0;
  for (let at = 0, turn = 0; at < lines.length; at += each, turn += 1) {
    const tab = scene.tabs[turn % scene.tabs.length]!;
    last = await tab.say(scene.report.id, lines.slice(at, at + each), last);
  }
}

const repeats = ({ server }: Scene): number =>
  server.puts.length - new Set(server.puts.map(({ id }) => id)).size;

export const drainedOnce: Scenario = async (scene) => {
  const lines = numbered(200, 'line');
  await scene.open(5);
  const { server } = scene;
  server.cut();
  await typeInTurns(scene, lines, 8);
  await scene.wait(lines);
  server.mend();
  await Promise.all(scene.tabs.map((tab) => tab.online()));
  await scene.show(lines);
  await scene.wait([]);
  const senders = new Set(server.puts.map(({ tab }) => tab)).size;
  return {
    complaints: [
      ...unless(repeats(scene) === 0, `${repeats(scene)} of ${server.puts.length} were repeats`),
      ...unless(isDeepStrictEqual(await scene.kept(), lines), 'not as they were typed'),
      ...(await scene.faults()),
    ],
    figures: `200 lines of 5 tabs: ${server.puts.length} PUTs, by ${senders} tab(s)`,
  };
};

/** What is typed in one tab shows in the other as waiting, and goes over to sent. */
export const shownInAll: Scenario = async (scene) => {
  const [first] = await scene.open(3);
  const { closed, open } = gate();
  scene.server.gates = { messages: closed };
  await first!.say(scene.report.id, ['one', 'two']);
  await scene.wait(['one', 'two']);
  open();
  await scene.show(['one', 'two']);
  await scene.wait([]);
  const shown = await Promise.all(
    scene.tabs.map((tab) => tab.evaluate<number>('tab.shownWaiting')),
  );
  return {
    complaints: [
      ...unless(isDeepStrictEqual(shown, [2, 2, 2]), `shown as waiting: ${shown.join()}`),
      ...unless(repeats(scene) === 0, `${repeats(scene)} repeats`),
      ...(await scene.faults()),
    ],
    figures: `${scene.server.puts.length} PUTs`,
  };
};

/** The tab that sends dies with the answer on its way; another goes on, or the next that comes. */
const senderCrashes =
  (count: number): Scenario =>
  async (scene) => {
    const [sender, ...others] = await scene.open(count);
    const { server } = scene;
    const { closed, open } = gate();
    server.gates = { messages: closed };
    await sender!.say(scene.report.id, ['one', 'two', 'three']);
    await scene.until(() => server.puts.length > 0);
    for (const other of others) await other.until('tab.waiting.length === 3');
    await sender!.crash();
    server.gates = {};
    open();
    scene.without(sender!);
    if (count === 1) await scene.open(1);
    await scene.show(['one', 'two', 'three']);
    await scene.wait([]);
    const kept = await scene.kept();
    return {
      complaints: [
        ...unless(isDeepStrictEqual(kept, ['one', 'two', 'three']), `kept ${kept.join()}`),
        ...unless(repeats(scene) <= 1, `${repeats(scene)} repeats`),
        ...(await scene.faults()),
      ],
      figures: `${repeats(scene)} repeat of a lost answer`,
    };
  };

export const oneOfThreeCrashes = senderCrashes(3);
export const theOnlyOneCrashes = senderCrashes(1);

export const anotherSignsIn: Scenario = async (scene) => {
  const [tab] = await scene.open(1);
  const { server } = scene;
  server.cut();
  await tab!.say(scene.report.id, ['not yours']);
  await tab!.until(`tab.waiting.length === 1 && !tab.online`);
  await tab!.close();
  scene.without(tab!);
  server.mend();
  const other = await scene.other();
  const [others] = await other.open(1);
  await others!.say(other.report.id, ['mine']);
  await other.show(['mine']);
  await other.wait([]);
  const puts = server.puts.length;
  await other.end();
  await scene.open(1);
  await scene.show(['not yours']);
  return {
    complaints: [
      ...unless(puts === 1, `${puts} PUTs of the other`),
      ...unless(server.puts.length === 2, `${server.puts.length} PUTs in all`),
      ...(await scene.faults()),
    ],
    figures: `${puts} PUT of the one who signed in`,
  };
};

/** What the server refuses for good stays, in all tabs, until one of them discards it. */
export const refusedInAll: Scenario = async (scene) => {
  const [first, second] = await scene.open(2);
  const long = 'x'.repeat(8_001);
  await first!.say(scene.report.id, [long, 'behind it']);
  await scene.wait([`! ${long}`, 'behind it']);
  const [third] = await scene.open(1);
  await scene.wait([`! ${long}`, 'behind it']);
  const discarded = await second!.evaluate<string>('tab.discard()');
  await scene.show(['behind it']);
  await scene.wait([]);
  const { puts } = scene.server;
  const gone = Array.from({ length: 3 }, () => `gone: ${discarded}`);
  return {
    complaints: [
      ...unless(puts.length === 2, `${puts.length} PUTs`),
      ...unless(await third!.evaluate<boolean>('tab.durable'), 'the storage was refused'),
      ...unless(isDeepStrictEqual(await scene.faults(), gone), 'more is gone than was discarded'),
    ],
    figures: `${puts.length} PUTs for a refused one and the one behind it`,
  };
};

/** Without Web Locks each tab has its own stream, and ids alone keep the dialogue right. */
export const withoutLocks: Scenario = async (scene) => {
  const { server } = scene;
  server.locks = false;
  const lines = numbered(10, 'line');
  try {
    await scene.open(2);
    await scene.until(() => server.open.length === 2);
    await typeInTurns(scene, lines, 5);
    await scene.wait([]);
    const kept = await scene.kept();
    return {
      complaints: [
        ...unless(isDeepStrictEqual([...kept].sort(), lines), `kept ${kept.join()}`),
        ...(await scene.faults()),
      ],
      figures: `${server.open.length} streams of 2 tabs`,
    };
  } finally {
    server.locks = true;
  }
};

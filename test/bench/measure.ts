import { setTimeout as pause } from 'node:timers/promises';
import type { BenchPage } from './browser.js';
import type { Fling } from './page/list-bench.js';

/** What one round tells of one contestant, by the name of the figure; null is a failure. */
export type Figures = Record<string, number | null>;

/** What is measured of a chat, beside opening it. */
export interface ChatParts {
  readonly all?: boolean;
  readonly arrival?: boolean;
  readonly typing?: boolean;
  readonly burst?: boolean;
  readonly prepend?: boolean;
}

export function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((one, other) => one - other);
  return known.length > 0 ? known[(known.length - 1) >> 1]! : null;
}

/** A dialogue of `count`, from opening it to older messages above. */
export async function measureChat(
  page: BenchPage,
  count: number,
  parts: ChatParts,
): Promise<Figures> {
  await page.call('mount');
  const empty = await page.memory();
  const figures: Figures = { open: await page.call<number | null>('open', count) };
  await page.call('settle', 300);
  if (parts.all) await page.call('loadAll');
  const full = await page.memory();
  figures['heap'] = full.heap - empty.heap;
  figures['nodes'] = await page.call('nodes');
  if (parts.arrival) figures['arrival'] = await arrival(page);
  if (parts.typing) figures['key'] = await typing(page);
  if (parts.burst) Object.assign(figures, await burst(page));
  if (parts.prepend) Object.assign(figures, await prepend(page));
  return figures;
}

async function arrival(page: BenchPage): Promise<number | null> {
  const [times, busy] = await page.busy<(number | null)[]>('append', 20);
  return times.includes(null) ? null : busy / times.length;
}

async function typing(page: BenchPage): Promise<number | null> {
  await page.call('startTyping');
  const words = 'the quick brown fox jumped over it';
  for (const letter of words) {
    await page.page.keyboard.press(letter === ' ' ? 'Space' : (letter as 'a'));
    await pause(35);
  }
  await pause(300);
  const { times, value } = await page.call<{ times: number[]; value: string }>('endTyping');
  return value.includes(words) ? median(times) : null;
}

async function burst(page: BenchPage): Promise<Figures> {
  await page.call('toEnd');
  await page.call('settle', 200);
  const { time, longestGap } = await page.call<{ time: number; longestGap: number }>(
    'burst',
    1_000,
  );
  return { burst: time, gap: longestGap };
}

async function prepend(page: BenchPage): Promise<Figures> {
  const outcomes: { time: number | null; shift: number | null }[] = [];
  for (let number = 0; number < 4; number += 1) outcomes.push(await page.call('prepend', number));
  const shifts = outcomes.map(({ shift }) => (shift === null ? Infinity : Math.abs(shift)));
  return { prepend: median(outcomes.map(({ time }) => time)), shift: Math.max(...shifts) };
}

/** A list of `count` tasks: first paint, filter, update. */
export async function measureList(page: BenchPage, count: number): Promise<Figures> {
  await page.call('mount');
  const open = await page.call<number | null>('open', count);
  await page.call('settle', 200);
  await page.call('loadAll');
  const filter = median(await page.call<(number | null)[]>('filter'));
  const [times, busy] = await page.busy<(number | null)[]>('update', 30);
  const update = times.includes(null) ? null : busy / times.length;
  return { open, filter, update, nodes: await page.call('nodes') };
}

/** 120 pixels with each frame, in a browser at the screen's rate. */
export async function measureFling(page: BenchPage, count: number): Promise<Figures> {
  await page.call('mount');
  await page.call('open', count);
  await page.call('settle', 300);
  await page.call('loadAll');
  await page.call<Fling>('fling', 60, 120);
  const [{ frames, dropped, blank }, busy] = await page.busy<Fling>('fling', 180, 120);
  return { fling: busy / frames, dropped, blank };
}

/**
 * What 100 mounts and unmounts leave behind, after as many to warm up: what the browser compiles of
 * the code counts as heap, and is no leak.
 */
export async function measureLeak(page: BenchPage): Promise<Figures> {
  await page.call('cycle', 100);
  const before = await page.memory();
  await page.call('cycle', 100);
  const after = await page.memory();
  return {
    leakedHeap: Math.max(0, after.heap - before.heap),
    leakedNodes: Math.max(0, after.nodes - before.nodes),
    leakedListeners: Math.max(0, after.listeners - before.listeners),
  };
}

import type { BenchPage } from './browser.js';
import type { Kind } from './build.js';
import { measureChat, measureFling, measureLeak, measureList, type Figures } from './measure.js';

/** What takes part, the baseline first: plain DOM, the windowed list by itself, and our tag. */
export const contestants: Record<Kind, readonly string[]> = {
  chat: ['vanilla-chat', 'core-chat', 'mini-chat'],
  list: ['vanilla-list', 'core-list', 'task-list'],
  queue: ['vanilla-list', 'core-list', 'report-review'],
};

export interface Case {
  readonly name: string;
  readonly kind: Kind;
  /** Frames come as soon as they are asked for. */
  readonly fast: boolean;
  readonly measure: (page: BenchPage) => Promise<Figures>;
}

const chat = (name: string, measure: Case['measure']): Case => ({
  name,
  kind: 'chat',
  fast: true,
  measure,
});

/** What is measured of a list, by a name of its own for each kind. */
const lists = (kind: 'list' | 'queue'): Case[] => [
  { name: `${kind}-10000`, kind, fast: true, measure: (page) => measureList(page, 10_000) },
  { name: `${kind}-leak`, kind, fast: true, measure: measureLeak },
  { name: `${kind}-fling`, kind, fast: false, measure: (page) => measureFling(page, 10_000) },
];

export const cases: readonly Case[] = [
  chat('chat-100', (page) => measureChat(page, 100, { typing: true })),
  chat('chat-1000', (page) => measureChat(page, 1_000, { arrival: true, burst: true })),
  chat('chat-10000', (page) => measureChat(page, 10_000, { arrival: true, typing: true })),
  chat('chat-10000-loaded', (page) =>
    measureChat(page, 10_000, { all: true, arrival: true, typing: true, prepend: true }),
  ),
  chat('chat-leak', measureLeak),
  ...lists('list'),
  ...lists('queue'),
];

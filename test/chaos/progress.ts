import { Progress } from '../support/progress.js';
import { inWords } from '../support/verdict.js';
import type { Scene } from './scene.js';

/** Tells how many messages were typed and taken, and what was done to them. */
export function progressOf(
  scene: Scene,
  messages: number,
  tell?: (words: string) => void,
): Progress {
  const faults = new Set<string>();
  const look = async (): Promise<void> => {
    // A page that is being loaded anew has nothing to tell.
    const states = await scene.states().catch(() => []);
    for (const fault of states.flatMap(([, { faults }]) => faults)) faults.add(fault);
  };
  return new Progress(() => lineOf(scene, messages, faults), tell, look);
}

function lineOf(
  { proxy, servers, people }: Scene,
  messages: number,
  faults: ReadonlySet<string>,
): string {
  const typed = people.flatMap(({ chats }) => chats.flatMap((chat) => chat.typed)).length;
  const all = messages.toLocaleString('en');
  const figures = { typed, taken: proxy.taken.size, 'kill -9': servers.deaths, ...proxy.counts };
  const examples = [...faults].slice(0, 3).join('; ');
  return `of ${all}: ${inWords(figures)}, ${faults.size} faults seen${examples && `: ${examples}`}`;
}

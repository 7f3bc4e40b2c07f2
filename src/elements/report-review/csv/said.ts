import { progressWords } from './busy.js';
import { groupWords } from './outcome-words.js';
import type { SheetView } from './sheet-view.js';

/** What those are told who do not see it: each tenth of a run, then how many became what. */
export function saidOf({ snapshot, tally, decider, note, locale }: SheetView): string {
  const { phase, progress } = snapshot;
  if (phase === 'idle') return note;
  if (phase === 'running') {
    const tenth = Math.max(1, Math.ceil(progress.all / 10));
    const done = Math.floor(progress.done / tenth) * tenth;
    return progressWords(snapshot, { ...progress, done }, locale);
  }
  if (phase !== 'open') return locale.term('loading');
  const groups = tally.groups.map(([group, count]) => groupWords(group, count, decider, locale));
  return [...groups, note].filter(Boolean).join('. ');
}

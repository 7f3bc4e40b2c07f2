import type { LiveEvent } from '../../contract/live.js';
import type { Asker } from '../authentication.js';

/** A stream that is open, and who sits before it. */
export interface Listener {
  asker: Asker;
  send(event: LiveEvent): void;
  end(): void;
}

/** News of a site, and the member it is about; null if it is for everybody. */
export interface News {
  event: LiveEvent;
  about: string | null;
}

/**
 * The event as the asker may see it; null if it is none of theirs. A stream tells nobody more than
 * they may read: the points of others are the owner's business, all else the reviewers' too. That
 * somebody is writing or looking is news for all but them; who looks, for reviewers alone.
 */
export function eventFor({ id, role }: Asker, { event, about }: News): LiveEvent | null {
  const isHint = event.type === 'typing' || event.type === 'looking';
  if (isHint && event.data.member.id === id) return null;
  if (role === 'owner') return event;
  const own = about === null || about === id;
  if (role === 'reviewer') return own || event.type !== 'points' ? event : null;
  if (!own || event.type === 'looking') return null;
  if (event.type !== 'task' || event.data.status === 'active') return event;
  return { type: 'task', data: { ...event.data, task: null } };
}

import { html, nothing } from 'lit';
import type { Task } from '../contract/task.js';
import { linkIcon } from './icons.js';
import type { Locale } from './locale.js';
import { opensLater } from './task-facts.js';

/** What stands in the place of `{member}` and `{report}`; a missing one is not known yet. */
export interface LinkIds {
  readonly member?: string | undefined;
  readonly report?: string | undefined;
}

const placeholder = /\{(member|report)\}/g;

/** Whether a link has a place for this. */
export const namesIn = (url: string, name: keyof LinkIds): boolean => url.includes(`{${name}}`);

/**
 * A task's link with the ids in their places, each encoded so that it stays in its place. Null if
 * one is missing, or if a browser should not open it.
 */
export function filledLink(url: string, ids: LinkIds): string | null {
  const isKnown = [...url.matchAll(placeholder)].every(([, name]) => ids[name as keyof LinkIds]);
  if (!isKnown || !/^https?:\/\//i.test(url)) return null;
  return url.replace(placeholder, (_, name: keyof LinkIds) => encodeURIComponent(ids[name] ?? ''));
}

/** The way to where the task is done, if it has one, and is open. */
export function taskLink(task: Task, locale: Locale, ids: LinkIds): unknown {
  const href = task.url && !opensLater(task) && filledLink(task.url, ids);
  return href
    ? html`<a class="button" href=${href} target="_blank" rel="noopener noreferrer nofollow ugc"
        >${linkIcon()}${locale.term('openTask')}</a
      >`
    : nothing;
}

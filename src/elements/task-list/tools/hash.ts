import { viewFrom, wholeView, type TaskView } from './task-view.js';

/**
 * How a view stands in the fragment of an address: as pieces `tasks.q=…`, `tasks.sort=…` and
 * `tasks.mine=…`, joined by `&` to whatever the page has there. What is as at first is left out.
 */
const own = /^tasks\.(q|sort|mine)=(.*)$/s;

const piecesOf = (fragment: string): string[] => fragment.split('&').filter(Boolean);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

/** The view that a fragment (without its `#`) tells; null if it tells none. */
export function readFragment(fragment: string): TaskView | null {
  const found = piecesOf(fragment).flatMap((piece) => {
    const [, name, value] = own.exec(piece) ?? [];
    return name ? [[name, decoded(value!)]] : [];
  });
  return found.length ? viewFrom(Object.fromEntries(found) as Record<string, string>) : null;
}

/** The fragment with another view in it. What is the page's own stays as it is, byte for byte. */
export function writeFragment(fragment: string, view: TaskView): string {
  const pieces = (Object.keys(wholeView) as (keyof TaskView)[])
    .filter((name) => view[name] !== wholeView[name])
    .map((name) => `tasks.${name}=${encodeURIComponent(view[name])}`);
  const theirs = fragment.replace(/(?:^|&)tasks\.(?:q|sort|mine)=[^&]*/gs, '');
  const kept = own.test(fragment) ? theirs.replace(/^&/, '') : theirs;
  return [...(kept ? [kept] : []), ...pieces].join('&');
}

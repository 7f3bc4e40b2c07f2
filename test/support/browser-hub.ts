import { fixture, html } from '@open-wc/testing';
import type { TaskHub } from '../../src/elements/task-hub/task-hub.js';
import { seen, type BrowserPerson, type BrowserSite } from './browser-people.js';

/** A hub alone on a page, for one person. */
export const hubFor = (
  site: BrowserSite,
  person: BrowserPerson | 'visitor',
  { send, label }: { send?: typeof fetch; label?: string } = {},
): Promise<TaskHub> =>
  fixture<TaskHub>(html`
    <task-hub
      endpoint=${site.endpoint}
      site=${site.name}
      label=${label ?? 'Tasks and points'}
      .getToken=${person === 'visitor' ? undefined : () => site.token(person)}
      .fetch=${send}
    ></task-hub>
  `);

export const partOf = (hub: TaskHub, part: string): HTMLElement =>
  hub.shadowRoot!.querySelector<HTMLElement>(`[part="${part}"]`)!;

/** What the hub has opened, once it is there. */
export const insideOf = (hub: TaskHub): Promise<HTMLElement> =>
  seen(() => hub.shadowRoot!.querySelector<HTMLElement>('task-hub-inside'), 'its inside');

/** Opens it as a person would; gives what is inside. */
export async function open(hub: TaskHub): Promise<HTMLElement> {
  partOf(hub, 'launcher').click();
  return insideOf(hub);
}

/** A tag of the rooms, once it is there. */
export const within = <Name extends keyof HTMLElementTagNameMap>(
  inside: HTMLElement,
  tag: Name,
): Promise<HTMLElementTagNameMap[Name]> => seen(() => inside.shadowRoot!.querySelector(tag), tag);

export const tabsOf = (inside: HTMLElement): HTMLElement[] => [
  ...inside.shadowRoot!.querySelectorAll<HTMLElement>('[role="tab"]'),
];

export const tabNamed = (inside: HTMLElement, name: string): Promise<HTMLElement> =>
  seen(() => tabsOf(inside).find(({ textContent }) => textContent.includes(name)), `tab “${name}”`);

/** A key, as the browser tells it to whatever has the focus. */
export function press(target: EventTarget, key: string, more: KeyboardEventInit = {}): boolean {
  const init = { key, bubbles: true, composed: true, cancelable: true, ...more };
  return target.dispatchEvent(new KeyboardEvent('keydown', init));
}

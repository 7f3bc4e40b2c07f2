import { fixture, html } from '@open-wc/testing';
import '../../src/elements/report-review/report-review.js';
import type { ReportReview } from '../../src/elements/report-review/report-review.js';
import '../../src/elements/task-provider/task-provider.js';
import type { BrowserSite } from './browser-people.js';
import { rui, seen, type BrowserPerson } from './browser-people.js';

interface Setting {
  readonly width?: number;
  readonly report?: string;
  readonly task?: string;
  readonly status?: string;
  readonly undo?: number;
  readonly send?: typeof fetch;
}

export async function reviewFor(
  site: BrowserSite,
  person: BrowserPerson | 'visitor' = rui,
  { width = 900, report = '', task = '', status = 'awaiting', undo = 0, send }: Setting = {},
): Promise<ReportReview> {
  const content = html`<div style="width: ${width}px">
    <report-review
      report-id=${report}
      task-id=${task}
      status=${status}
      undo-seconds=${undo}
    ></report-review>
  </div>`;
  const provider = await fixture(site.provide(person, content, send));
  return provider.querySelector('report-review') as ReportReview;
}

/** The network of somebody to whom no news come. */
export const unheard: typeof fetch = (input, init) => {
  const request = new Request(input, init);
  return request.url.endsWith('/live') ? new Promise(() => {}) : fetch(request);
};

export const all = (tag: Element, selector: string): HTMLElement[] => [
  ...(tag.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

export const wordsOf = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove();
  return (copy.textContent ?? '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
};

/** The button that is called so, and not only contains it. */
export const button = (tag: Element, name: string): HTMLElement | undefined =>
  all(tag, 'button').find((one) => wordsOf(one) === name);
export const presses = async (tag: Element, name: string): Promise<HTMLElement> => {
  const found = await seen(() => button(tag, name), `button “${name}”`);
  found.focus();
  found.click();
  return found;
};

/** Presses a status over the queue, however many there are with it. */
export const chooses = async (tag: Element, status: string): Promise<void> => {
  const named = (one: HTMLElement): boolean => wordsOf(one).startsWith(status);
  const found = await seen(() => all(tag, '[part="switch"] button').find(named), status);
  found.click();
};

export const rows = (tag: Element): HTMLElement[] => all(tag, '[part="row"]');
export const row = (tag: Element, name: string): Promise<HTMLElement> =>
  seen(() => rows(tag).find((one) => wordsOf(one).includes(name)), `row “${name}”`);
export const focused = (tag: Element): HTMLElement | null =>
  (tag.shadowRoot?.activeElement as HTMLElement | null) ?? null;
export const reasonField = (tag: Element): HTMLTextAreaElement | null =>
  tag.shadowRoot?.querySelector('textarea') ?? null;
export const part = (tag: Element, name: string): string =>
  all(tag, `[part="${name}"]`).map(wordsOf).join(' ');

export const types = (target: Element | null, key: string, init: KeyboardEventInit = {}): void => {
  const event = { key, code: `Key${key.toUpperCase()}`, bubbles: true, composed: true, ...init };
  target?.dispatchEvent(new KeyboardEvent('keydown', { ...event, cancelable: true }));
};

export const writes = async (tag: Element, text: string): Promise<HTMLTextAreaElement> => {
  const field = await seen(() => reasonField(tag), 'the field for a reason');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  return field;
};

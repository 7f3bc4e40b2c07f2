import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { stage, type Stage } from './backend.js';

type Picture<Filled> = (stage: Stage, filled: Filled) => TemplateResult;

/** A story on a site of its own: `fill` writes what is there, `picture` shows it to somebody. */
export const scene = <Filled>(
  fill: (stage: Stage) => Promise<Filled> | Filled,
  picture: Picture<Filled>,
): StoryObj => ({
  loaders: [stage(fill)],
  render: (_args, { loaded }) => {
    const made = loaded as { stage: Stage; filled: Filled };
    return picture(made.stage, made.filled);
  },
});

/** As wide as a small phone. */
export const narrow = (content: TemplateResult): TemplateResult =>
  html`<div style="max-width: 320px">${content}</div>`;

/** On a dark page, which says so to its tags by `color-scheme`. */
export const dark = (content: TemplateResult): TemplateResult =>
  html`<div style="color-scheme: dark; background: Canvas; padding: 16px">${content}</div>`;

/** On a page that runs from right to left. */
export const rightToLeft = (content: TemplateResult): TemplateResult =>
  html`<div dir="rtl" lang="ar">${content}</div>`;

/** A network that is not there. */
export const unplugged: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));

/** A name of 60 characters. */
export const longName = 'Photograph the opening hours of every bakery in the old town';

/** A word of 200 characters. */
export const longWord = 'Donaudampfschifffahrtsgesellschaft'.repeat(6).slice(0, 200);

/** A network that does `otherwise` with what is written to addresses with `part` in them. */
export const writing =
  (
    part: string,
    fetch: typeof globalThis.fetch,
    otherwise: (request: Request) => Promise<Response>,
  ): typeof globalThis.fetch =>
  (input, init) => {
    const request = new Request(input, init);
    const isMeant = request.method === 'PUT' && request.url.includes(part);
    return isMeant ? otherwise(request) : fetch(request);
  };

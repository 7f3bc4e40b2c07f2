import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import { sendIcon } from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import type { Layout } from '../rows/layout.js';
import type { LogView } from './log-view.js';
import { writtenIn } from '../rows/timeline.js';

/** The rows of the log, and where the reader is among them. */
export interface Place {
  readonly pinned: boolean;
  readonly unseen: number;
}

/** All that stands around the rows. */
export interface LogFrame {
  readonly locale: Locale | undefined;
  readonly lang: string | undefined;
  /** Whether there are messages to be drawn, and what draws them. */
  readonly layout: Layout | undefined;
  /** The way to older lines. */
  readonly earlier: 'none' | 'there' | 'coming';
  /** Who reads what is written here; nothing once something has been said. */
  readonly silence: string;
  readonly pinned: boolean;
  readonly unseen: number;
}

export function frameOf(view: LogView | undefined, rows: Place | undefined): LogFrame {
  const { snapshot, me, layout, locale, readers = '' } = view ?? {};
  const { earlier, loadingEarlier, items } = snapshot ?? {};
  const isSilent = !earlier && !items?.some(writtenIn);
  const { pinned = true, unseen = 0 } = rows ?? {};
  return {
    locale,
    lang: locale?.lang(),
    layout: snapshot?.status === 'ready' && me ? layout : undefined,
    earlier: earlier ? (loadingEarlier ? 'coming' : 'there') : 'none',
    silence: isSilent ? readers : '',
    pinned,
    unseen,
  };
}

const bones = ['', 'own', 'short', '', 'own short'];

const skeleton = (locale: Locale): TemplateResult => html`
  <div class="skeleton" part="loading" role="status">
    <span class="sr-only">${locale.term('loading')}</span>
    ${bones.map((kind) => html`<div class="bone bubble ${kind}"></div>`)}
  </div>
`;

/** Keeps its room as long as there are older lines, so that nothing jumps when they come. */
function way({ earlier, locale, layout }: LogFrame): unknown {
  if (earlier === 'none' || !locale || !layout) return nothing;
  if (earlier === 'coming') return html`<div class="earlier"><span class="bone"></span></div>`;
  // prettier-ignore
  return html`<div class="earlier"
    ><button class="button quiet" type="button" data-action="earlier"
      >${locale.term('showEarlier')}</button></div>`;
}

/** The rows' own place, or what stands for them while they are on their way. */
function ground({ locale, layout }: LogFrame): unknown {
  if (!locale) return nothing;
  return layout ? layout.frame(locale) : skeleton(locale);
}

const silenceOf = ({ layout, silence }: LogFrame): unknown =>
  layout && silence
    ? html`<p class="silence muted" part="empty" .textContent=${silence}></p>`
    : nothing;

/** For a reader who is elsewhere: how many came in, and the way to them. */
function jump({ unseen, pinned, locale, layout }: LogFrame): unknown {
  if (pinned || !locale || !layout) return nothing;
  return html`<button
    class="jump"
    part="jump"
    type="button"
    data-action="newest"
    aria-label=${unseen ? nothing : locale.term('toNewest')}
  >
    ${sendIcon()}${unseen ? locale.term('newMessages', formatNumber(unseen, locale.lang())) : nothing}
  </button>`;
}

/** The window and what is in it. Both the log and the announcements are there before content. */
export const logTemplate = (frame: LogFrame): TemplateResult =>
  // Each space between the tags would be a node of its own.
  // prettier-ignore
  html`<div class="scroller" part="log" role="log" tabindex="0" aria-live="off"
      aria-label=${frame.locale?.term('messages') ?? nothing}
      aria-busy=${frame.layout ? 'false' : 'true'}
    ><div class="rows">${way(frame)}${ground(frame)}${silenceOf(frame)}</div></div
    ><div class="foot"></div
    >${jump(frame)}<div class="sr-only" role="status" data-said></div>`;

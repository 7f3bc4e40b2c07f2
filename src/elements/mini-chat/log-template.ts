import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../base/format.js';
import { sendIcon } from '../../base/icons.js';
import type { Locale } from '../../base/locale.js';
import type { Line } from '../../stores/conversation.js';
import type { LogView } from './log-view.js';

/** The rows of the log, and where the reader is among them. */
export interface Place {
  readonly pinned: boolean;
  readonly unseen: number;
  announcements(locale: Locale): TemplateResult;
}

const bones = ['', 'own', 'short', '', 'own short'];

const skeleton = (locale: Locale): TemplateResult => html`
  <div class="skeleton" part="loading" role="status">
    <span class="sr-only">${locale.term('loading')}</span>
    ${bones.map((kind) => html`<div class="bone bubble ${kind}"></div>`)}
  </div>
`;

/** Keeps its room as long as there are older lines, so that nothing jumps when they come. */
const earlier = ({ snapshot, locale }: LogView): unknown =>
  snapshot.earlier
    ? html`<div class="earlier">
        ${
          snapshot.loadingEarlier
            ? html`<span class="bone"></span>`
            : html`<button class="button quiet" type="button" data-action="earlier">
                ${locale.term('showEarlier')}
              </button>`
        }
      </div>`
    : nothing;

const isSaid = (line: Line): boolean => line.state !== 'sent' || line.message.kind === 'text';

function lines(view: LogView): TemplateResult {
  const { snapshot, locale, layout, readers } = view;
  const isSilent = !snapshot.earlier && !snapshot.items.some(isSaid);
  return html`
    ${earlier(view)} ${layout?.frame(locale)}
    ${isSilent ? html`<p class="silence muted" part="empty">${readers}</p>` : nothing}
  `;
}

/** For a reader who is elsewhere: how many came in, and the way to them. */
function jump({ unseen, pinned }: Place, locale: Locale): unknown {
  if (pinned) return nothing;
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
export function logTemplate(view: LogView | undefined, rows: Place | undefined): TemplateResult {
  const { snapshot, me, layout, locale } = view ?? {};
  const isReady = snapshot?.status === 'ready' && Boolean(me && layout);
  return html`
    <div
      class="scroller"
      part="log"
      role="log"
      aria-live="off"
      aria-label=${locale?.term('messages') ?? nothing}
      aria-busy=${isReady ? 'false' : 'true'}
      tabindex="0"
    >
      <div class="rows">${view && (isReady ? lines(view) : skeleton(view.locale))}</div>
    </div>
    <div class="foot"></div>
    ${view && rows ? jump(rows, view.locale) : nothing}
    <div class="sr-only" role="status">${view && rows?.announcements(view.locale)}</div>
  `;
}

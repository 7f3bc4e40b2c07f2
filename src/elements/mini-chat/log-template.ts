import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../base/format.js';
import { sendIcon } from '../../base/icons.js';
import type { Locale } from '../../base/locale.js';
import type { Author } from '../../contract/message.js';
import type { ConversationSnapshot } from '../../stores/conversation.js';
import type { Announcer } from './announcer.js';
import type { InPlace } from './comments-table.js';
import { timeline, type Entry } from './timeline.js';

/** The lines of a dialogue, one below the other. */
export type Rows = (
  entries: readonly Entry[],
  locale: Locale,
  inPlace: InPlace | undefined,
) => TemplateResult;

/** What the log shows. */
export interface LogView {
  readonly snapshot: ConversationSnapshot;
  /** Who reads; null until it is known, and the log then shows that it loads. */
  readonly me: Author | null;
  readonly locale: Locale;
  /** Draws the lines, as a chat or as a table; undefined while its code is on its way. */
  readonly rows: Rows | undefined;
  readonly inPlace: InPlace | undefined;
  /** Who will read what is written here. */
  readonly readers: string;
}

/** What stands in the log at this moment. */
export interface LogState {
  /** Undefined before anything is known; the log itself is there all the same. */
  readonly view: LogView | undefined;
  readonly isReady: boolean;
  readonly isPinned: boolean;
  /** Messages that came in while the reader was elsewhere. */
  readonly unseen: number;
  readonly announcer: Announcer;
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

function lines(view: LogView, rows: Rows, me: Author): TemplateResult {
  const { snapshot, locale, inPlace, readers } = view;
  const entries = timeline(snapshot.items, me);
  const isSilent = !entries.some(({ kind }) => kind === 'text');
  return html`
    ${earlier(view)} ${rows(entries, locale, inPlace)}
    ${isSilent ? html`<p class="silence muted" part="empty">${readers}</p>` : nothing}
  `;
}

/** For a reader who is elsewhere: how many came in, and the way to them. */
function jump({ unseen, isPinned }: LogState, locale: Locale): unknown {
  if (isPinned) return nothing;
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

/** The window and what is in it. */
export function logTemplate(state: LogState): TemplateResult {
  const { view, isReady, announcer } = state;
  return html`
    <div
      class="scroller"
      part="log"
      role="log"
      aria-live="off"
      aria-label=${view?.locale.term('messages') ?? nothing}
      aria-busy=${isReady ? 'false' : 'true'}
      tabindex="0"
    >
      <div class="rows">
        ${view && (isReady ? lines(view, view.rows!, view.me!) : skeleton(view.locale))}
      </div>
      <div class="end"></div>
    </div>
    ${view && [jump(state, view.locale), announcer.template(view.locale)]}
  `;
}

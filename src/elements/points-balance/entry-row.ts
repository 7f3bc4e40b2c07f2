import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, formatter, isolated } from '../../base/format.js';
import { draw } from '../../base/icons.js';
import { linkedText } from '../../base/linked-text.js';
import type { Position } from '../../base/list/paged-list.js';
import type { Locale } from '../../base/locale.js';
import { timeAgo } from '../../base/time-ago.js';
import type { LedgerEntry } from '../../contract/points.js';

/** How an entry is seen. */
export interface EntryView {
  readonly locale: Locale;
  readonly selected: boolean;
  readonly position: Position;
  readonly select: () => void;
}

const correctionIcon = (): TemplateResult => draw('M12 5v8M8 9h8M8 18h8');

/** `+50`, `−20`. */
const signed = (points: number, lang: string): string =>
  formatter(Intl.NumberFormat, lang, { signDisplay: 'exceptZero' }).format(points);

const title = ({ report }: LedgerEntry, { locale, select }: EntryView): TemplateResult =>
  report
    ? html`<button class="row-button" type="button" @click=${select}>
        <bdi>${report.taskName}</bdi>
      </button>`
    : html`<span class="badge">${correctionIcon()}${locale.term('correction')}</span>`;

/** Why points were corrected, and who did it. */
const why = ({ reason }: LedgerEntry): unknown =>
  reason === null ? nothing : html`<p class="prose reason"><bdi>${linkedText(reason)}</bdi></p>`;

const who = ({ correctedBy }: LedgerEntry, locale: Locale): unknown =>
  correctedBy
    ? html`<span>${locale.term('correctedBy', isolated(correctedBy.name))}</span>`
    : nothing;

/** One entry: what it is for, its points, when, and the balance after it. */
export function entryRow(entry: LedgerEntry, view: EntryView): TemplateResult {
  const { locale, selected, position } = view;
  const lang = locale.lang();
  return html`
    <li
      class="row ${entry.report ? 'leads' : ''}"
      part="row"
      aria-current=${selected ? 'true' : 'false'}
      aria-posinset=${position.place}
      aria-setsize=${position.count}
    >
      <div class="top">
        <h3>${title(entry, view)}</h3>
        <span class="reward ${entry.points < 0 ? 'taken' : 'given'}"
          >${signed(entry.points, lang)}
          <small class="sr-only">${locale.term('points', entry.points)}</small></span
        >
      </div>
      ${why(entry)}
      <p class="facts muted small">
        ${timeAgo(entry.bookedAt, locale)} ${who(entry, locale)}
        ${
          entry.balance === undefined
            ? nothing
            : html`<span class="number running" part="running"
                >${locale.term('balanceThen', formatNumber(entry.balance, lang))}</span
              >`
        }
      </p>
    </li>
  `;
}

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { avatar } from '../../../base/avatar.js';
import { isolated } from '../../../base/format.js';
import type { Locale } from '../../../base/locale.js';
import { checkIcon, reportIcon, searchIcon, type Icon } from '../../../base/icons.js';
import { emptyNotice, skeleton } from '../../../base/notices.js';
import type { Position } from '../../../base/list/paged-list.js';
import { reward, statusBadge } from '../../../base/status-badge.js';
import { timeAgo } from '../../../base/time-ago.js';
import { unreadBadge, unreadOf } from '../../../base/unread-badge.js';
import type { ReportSummary } from '../../../contract/report.js';
import type { ReportsSnapshot } from '../../../stores/reports-store.js';
import type { Narrowing } from './narrowing.js';
import type { Shown } from './status-switch.js';
import { waitMark } from './waiting.js';

/** What the queue shows. */
export interface QueueView {
  readonly locale: Locale;
  readonly queue: ReportsSnapshot | undefined;
  readonly shown: Shown;
  /** What the queue is narrowed to, and the line that says so. */
  readonly narrowing: Narrowing;
  readonly line: unknown;
  /** The way to the next page. */
  readonly more: () => unknown;
  /** What can be done with what is picked. */
  readonly picks: unknown;
}

/** How a row is seen, and what can be done there. */
export interface QueueRowView {
  readonly locale: Locale;
  readonly position: Position;
  /** The report that is read. */
  readonly opened: string | null;
  /** The row that the Tab key stops at. */
  readonly current: string | null;
  /** Whether it is one of those that are decided together; undefined where it cannot be. */
  readonly picked: boolean | undefined;
  readonly pick: (id: string) => void;
  /** Who else looks at the report. */
  readonly lookers: unknown;
  readonly open: (id: string) => void;
  readonly reach: (id: string) => void;
}

/** What matters about a report in this queue: its wait, or what became of it. */
function mark(report: ReportSummary, locale: Locale): TemplateResult {
  if (report.turn === 'reviewer') return waitMark(report, locale);
  return html`${statusBadge(report, locale)}${
    report.decision ? timeAgo(report.decision.decidedAt, locale) : nothing
  }`;
}

/** Over the face, where a pointer finds it; by keyboard it is a letter. */
// prettier-ignore
const pickBox = ({ id, member }: ReportSummary, picked: boolean, view: QueueRowView) => html`<label
    class="pick"
    ><input type="checkbox" tabindex="-1"
      aria-label=${view.locale.term('pickReport', isolated(member.name))}
      .checked=${live(picked)} @change=${() => view.pick(id)}
  /></label>`;

export function queueRow(report: ReportSummary, view: QueueRowView): TemplateResult {
  const { locale, position, opened, current, picked, open, reach } = view;
  const { id, member, task, score } = report;
  // Each space is a node of its own, in a list that is flung: those between the words are heard.
  // prettier-ignore
  return html`<li class="entry ${picked ? 'picked' : ''}"
    aria-posinset=${position.place} aria-setsize=${position.count}
    >${picked === undefined ? nothing : pickBox(report, picked, view)
    }<button class="item" part="row" type="button" data-report=${id}
      tabindex=${id === current ? '0' : '-1'}
      aria-current=${id === opened ? 'true' : 'false'}
      @click=${() => open(id)} @focus=${() => reach(id)}
      >${avatar(member)} <bdi class="who" .textContent=${member.name}></bdi
      > <span class="worth">${unreadBadge(unreadOf(report), locale)}${reward(score, locale)}</span
      > <bdi class="what" .textContent=${task.name}></bdi
      > <span class="when">${mark(report, locale)}${view.lookers}</span
    ></button></li>`;
}

/** Why there are no rows; the focus may come to rest here. */
const none = (icon: Icon, title: string, words: string): TemplateResult => html`
  <div class="none landing" tabindex="-1" role="group" aria-label=${title}>
    ${emptyNotice(icon, title, words)}
  </div>
`;

/** An empty queue is a pleasant thing. */
export const emptyQueue = (shown: Shown, locale: Locale): TemplateResult =>
  shown === 'awaiting'
    ? none(checkIcon, locale.term('reviewEmpty'), locale.term('reviewEmptyWords'))
    : none(reportIcon, locale.term('reportsOtherwise'), locale.term('reportsOtherwiseWords'));

function rows({ shown, locale, more }: QueueView): TemplateResult {
  const name = locale.term(shown === 'awaiting' ? 'reviewQueue' : 'reviewList');
  return html`
    <ul class="rows" part="list" aria-label=${name}></ul>
    ${more()}
  `;
}

/** A search that finds nothing leads back to all. */
const noMatch = (narrowing: Narrowing, locale: Locale): TemplateResult => html`
  ${none(searchIcon, locale.term('reviewNoMatch'), locale.term('reviewNoMatchWords'))}
  <button class="button back-to-all" type="button" @click=${() => narrowing.clear()}>
    ${locale.term('showAllReports')}
  </button>
`;

/** The rows, or why there are none. */
function content(view: QueueView): TemplateResult {
  const { queue: list, shown, locale, narrowing } = view;
  if (list?.status !== 'ready') return skeleton(locale);
  if (list.items.length > 0) return rows(view);
  return narrowing.isActive ? noMatch(narrowing, locale) : emptyQueue(shown, locale);
}

/** The reports that wait, the longest wait first. */
export function queue(view: QueueView): TemplateResult {
  return html`
    <div class="queue ${view.picks === nothing ? '' : 'picking'}" part="queue" data-zone="queue">
      <div class="narrowing" part="narrowing" role="search">${view.line}</div>
      ${content(view)} ${view.picks}
    </div>
  `;
}

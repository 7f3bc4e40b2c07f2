import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { Clock } from '../../base/clock.js';
import { define } from '../../base/define.js';
import { formatNumber, isolated } from '../../base/format.js';
import { clockIcon, taskIcon } from '../../base/icons.js';
import { Later } from '../../base/later.js';
import { PagedList } from '../../base/list/paged-list.js';
import { rowStyles } from '../../base/list/row.styles.js';
import { speak } from '../../base/locale.js';
import { emptyNotice } from '../../base/notices.js';
import { StoreController } from '../../base/store-controller.js';
import { TaskchatElement, type Phase } from '../../base/taskchat-element.js';
import type { LedgerEntry } from '../../contract/points.js';
import { pointsBalanceWords } from '../../locales/en/points-balance.js';
import { problemWords } from '../../locales/en/problems.js';
import { dialogueCallOf } from '../../stores/calls.js';
import { pointsOf } from '../../stores/points-store.js';
import { badge, loadingBadge, troubledBadge, visitorBadge } from './badge.js';
import { CountingUp } from './counting-up.js';
import { entryRow } from './entry-row.js';
import { pointsBalanceStyles } from './points-balance.styles.js';
import { EntrySelectedEvent, EntrySelectEvent } from './points-events.js';

export * from './points-events.js';

/**
 * @summary The balance, what waits, and how it came about. An owner may correct it.
 * @fires {EntrySelectEvent} entry-select - The report of an entry is about to be chosen; can be
 *   cancelled.
 * @fires {EntrySelectedEvent} entry-selected - The report of an entry was chosen.
 * @fires {PointsCorrectEvent} points-correct - An owner is about to correct points; can be cancelled.
 * @fires {PointsCorrectedEvent} points-corrected - Points were corrected.
 * @fires {TaskchatErrorEvent} taskchat-error - Something failed; `code` says what.
 * @csspart badge - The whole of the small layout.
 * @csspart frame - The ground of the tag.
 * @csspart band - The gradient band.
 * @csspart header - The line with the heading.
 * @csspart balance - The balance.
 * @csspart waiting - What the reports that await would bring.
 * @csspart correct - The button that opens the form for a correction.
 * @csspart correction - That form.
 * @csspart list - All entries.
 * @csspart row - One entry.
 * @csspart running - The balance after an entry.
 * @cssprop [--taskchat-height] - How high the history may stand before it scrolls by itself.
 *   Default: the page scrolls, or what scrolls in it.
 * @cssstate loading - The points are on their way.
 * @cssstate empty - Nothing was booked yet.
 * @cssstate problem - The points could not be had.
 * @cssstate offline - The backend cannot be reached.
 */
export class PointsBalance extends TaskchatElement {
  static readonly tag = 'points-balance';
  static override readonly properties: PropertyDeclarations = { layout: {}, member: {} };
  static override styles = [TaskchatElement.styles, rowStyles, pointsBalanceStyles];

  /** `badge`: the number alone, small enough for a header. `history`: how it came about, too. */
  layout: 'badge' | 'history' = 'badge';

  /** For owners: whose points, by the `sub` of their token. Default: those of who looks. */
  member = '';

  protected override readonly main = new StoreController(this, (session) =>
    pointsOf(session, this.member),
  );
  readonly #selection = new StoreController(this, (session) => session.selection);
  readonly #counting = new CountingUp(this);
  readonly #clock = new Clock(this);
  readonly #desk = new Later(this, async () => {
    const { CorrectionDesk } = await import('./correction/correction-desk.js');
    return new CorrectionDesk(this);
  });

  readonly #pages = new PagedList<LedgerEntry>(this, {
    pages: () => this.main.store,
    row: (entry, position) =>
      entryRow(entry, {
        locale: this.locale,
        selected: entry.report?.id === (this.#selection.snapshot?.reportId ?? ''),
        position,
        select: () => this.#select(entry),
      }),
    beside: () => [this.#selection.snapshot?.reportId, this.#clock.turn],
    estimate: () => 71,
    control: '.row-button',
  });

  get #isBadge(): boolean {
    return this.layout !== 'history';
  }

  protected override get heading(): string {
    const { member, me, locale } = this;
    // The points may be there before it is known who asks.
    if (!member || member === me?.id) return locale.term('myPoints');
    return locale.term('pointsOf', isolated(this.main.snapshot?.member?.name ?? member));
  }

  protected override isEmpty(): boolean {
    return this.main.snapshot?.items.length === 0;
  }

  #select(entry: LedgerEntry): void {
    const { session } = this;
    if (!session || !entry.report || !this.dispatchEvent(new EntrySelectEvent(entry))) return;
    if (entry.report.taskId) session.selection.selectTask(entry.report.taskId);
    session.selection.selectReport(entry.report.id);
    const call = dialogueCallOf(session);
    if (call.observed) call.call();
    this.dispatchEvent(new EntrySelectedEvent(entry));
  }

  /** Whether who looks may correct what is shown: an owner, and not their own. */
  get #mayCorrect(): boolean {
    const { service } = this.session?.connection.snapshot ?? {};
    const { member } = this.main.snapshot ?? {};
    const isOwner = this.me?.role === 'owner' && service?.capabilities.corrections === true;
    return isOwner && member !== null && member?.id === this.member && this.member !== this.me?.id;
  }

  #renderStanding(): TemplateResult {
    const { balance = 0, waiting = 0 } = this.main.snapshot ?? {};
    const { locale } = this;
    const [lang, shown] = [locale.lang(), this.#counting.shown(balance, this.main.store)];
    return html`
      <div class="standing">
        <p class="figure" part="balance" aria-hidden="true">
          ${formatNumber(shown, lang)} <small>${locale.term('points', shown)}</small>
        </p>
        <p class="sr-only" role="status">
          ${formatNumber(balance, lang)} ${locale.term('points', balance)}
        </p>
        ${
          waiting > 0
            ? html`<p class="waiting muted small" part="waiting">
                ${clockIcon()}${locale.term('pointsWaiting', formatNumber(waiting, lang))}
              </p>`
            : nothing
        }
      </div>
      ${this.#mayCorrect ? this.#desk.piece?.render() : nothing}
    `;
  }

  protected override renderEmpty(): TemplateResult {
    const { locale } = this;
    return html`${this.#renderStanding()}
    ${emptyNotice(taskIcon, locale.term('pointsEmpty'), locale.term('pointsEmptyWords'))}`;
  }

  protected override renderReady(): unknown {
    if (!this.#pages.isReady) return this.renderLoading();
    return html`
      ${this.#renderStanding()}
      <ul class="rows" part="list"></ul>
      ${this.#pages.more()}
    `;
  }

  #renderBadge(phase: Phase): TemplateResult {
    const { locale } = this;
    if (phase === 'visitor') return visitorBadge(locale, this.signInUrl);
    if (phase === 'problem') return troubledBadge(locale, this.retry);
    if (phase === 'loading') return loadingBadge(locale);
    const { balance = 0, waiting = 0 } = this.main.snapshot ?? {};
    const shown = this.#counting.shown(balance, this.main.store);
    return badge({ locale, shown, balance, waiting, offline: this.offline });
  }

  override render(): unknown {
    const { phase } = this;
    return this.#isBadge && phase !== 'unplaced' ? this.#renderBadge(phase) : super.render();
  }
}

speak({ ...problemWords, ...pointsBalanceWords });
define(PointsBalance);

declare global {
  interface HTMLElementTagNameMap {
    'points-balance': PointsBalance;
  }
}

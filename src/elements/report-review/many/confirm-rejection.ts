import { html, render, type LitElement, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import { addStyles } from '../../../base/later.js';
import { speak, type Locale } from '../../../base/locale.js';
import type { ReportSummary } from '../../../contract/report.js';
import { reviewLaterWords } from '../../../locales/en/review-later.js';
import { confirmRejectionStyles } from './confirm-rejection.styles.js';

interface ConfirmHost extends LitElement {
  readonly locale: Locale;
}

const styled = new WeakSet<LitElement>();

/** How many of the reports are whose, the most first. */
function whose(reports: readonly ReportSummary[]): readonly [name: string, count: number][] {
  const counts = new Map<string, [name: string, count: number]>();
  for (const { member } of reports) {
    const [, count] = counts.get(member.id) ?? [member.name, 0];
    counts.set(member.id, [member.name, count + 1]);
  }
  return [...counts.values()].sort(([, one], [, other]) => other - one);
}

function content(reports: readonly ReportSummary[], locale: Locale): TemplateResult {
  const points = reports.reduce((sum, { score }) => sum + score, 0);
  const lang = locale.lang();
  const worth = `${formatNumber(points, lang)} ${locale.term('points', points)}`;
  return html`
    <form method="dialog">
      <h3 id="confirm-heading">${locale.term('confirmRejection', reports.length)}</h3>
      <p>${locale.term('confirmRejectionWords', worth)}</p>
      <ul>
        ${whose(reports).map(
          ([name, count]) =>
            html`<li>
              <bdi>${name}</bdi> <span class="muted number">${formatNumber(count, lang)}</span>
            </li>`,
        )}
      </ul>
      <div class="row">
        <button class="button danger" value="yes">
          ${locale.term('confirmReject', reports.length)}
        </button>
        <button class="button quiet" value="">${locale.term('cancel')}</button>
      </div>
    </form>
  `;
}

/** Shows whom a rejection of many hits, and how many points; true if it is meant. */
export function confirmRejection(
  host: ConfirmHost,
  reports: readonly ReportSummary[],
): Promise<boolean> {
  if (!styled.has(host)) addStyles(host, confirmRejectionStyles);
  styled.add(host);
  const { activeElement } = host.shadowRoot!;
  const dialog = document.createElement('dialog');
  dialog.className = 'confirm';
  dialog.part = 'confirm-rejection';
  dialog.setAttribute('aria-labelledby', 'confirm-heading');
  // The keys of what lies beneath, and of the page, do not work from here.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  render(content(reports, host.locale), dialog);
  // In the frame words run as they should.
  host.renderRoot.querySelector('.frame')?.append(dialog);
  dialog.showModal();
  // Enter alone rejects nothing.
  dialog.querySelector<HTMLElement>('.quiet')?.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      (activeElement as HTMLElement | null)?.focus({ preventScroll: true });
      resolve(dialog.returnValue === 'yes');
    });
  });
}

speak(reviewLaterWords);

import { html, nothing, type TemplateResult } from 'lit';
import { isolated } from '../../base/format.js';
import {
  checkIcon,
  clockIcon,
  crossIcon,
  reportIcon,
  turnIcon,
  type Icon,
} from '../../base/icons.js';
import { linkedText } from '../../base/linked-text.js';
import type { Locale } from '../../base/locale.js';
import { reward } from '../../base/status-badge.js';
import { timeAgo } from '../../base/time-ago.js';
import type { Decision } from '../../contract/decision.js';
import type { Report, Round } from '../../contract/report.js';

/** How the life of a report is told. */
export interface TimelineView {
  readonly report: Report;
  readonly locale: Locale;
  /** Draws the files of a round. */
  readonly filesOf: (round: Round) => unknown;
}

const looks = {
  submitted: { picture: reportIcon, word: 'youSent' },
  revised: { picture: reportIcon, word: 'youSentAgain' },
  reopened: { picture: turnIcon, word: 'reopenedBy' },
  changes: { picture: turnIcon, word: 'changesRequestedBy' },
  rejected: { picture: crossIcon, word: 'rejectedBy' },
  approved: { picture: checkIcon, word: 'approvedBy' },
} as const satisfies Record<string, { picture: Icon; word: string }>;

const step = (
  kind: keyof typeof looks,
  { by, at, more }: { by: string; at: string; more: unknown },
  locale: Locale,
): TemplateResult => {
  const { picture, word } = looks[kind];
  return html`<li class="step ${kind}">
    ${picture()}
    <div>
      <p>
        ${locale.term(word, isolated(by))} <span class="muted small">${timeAgo(at, locale)}</span>
      </p>
      ${more}
    </div>
  </li>`;
};

/** What was sent in a round that another one follows. */
const earlier = (round: Round, { locale, filesOf }: TimelineView): TemplateResult => html`
  <details>
    <summary class="small">${locale.term('whatYouSent')}</summary>
    <p class="prose about">${linkedText(round.text)}</p>
    ${filesOf(round)}
  </details>
`;

function opening(round: Round, view: TimelineView): TemplateResult {
  const isShown = round.n === view.report.round || round.kind === 'reopened';
  const more = isShown ? nothing : earlier(round, view);
  const { kind, openedBy, openedAt } = round;
  return step(kind, { by: openedBy.name, at: openedAt, more }, view.locale);
}

/** The reason of the newest decision stands above, with the decision. */
function decided(decision: Decision, { report, locale }: TimelineView): TemplateResult {
  const { verdict, reviewer, decidedAt, reason } = decision;
  const why = reason && decision.id !== report.decision?.id ? linkedText(reason) : nothing;
  const earned = verdict === 'approved' && report.score > 0;
  const more = html`${earned ? reward(report.score, locale, '+') : nothing}${
    why === nothing ? nothing : html`<p class="prose">${why}</p>`
  }`;
  return step(verdict, { by: reviewer.name, at: decidedAt, more }, locale);
}

/** What happened to a report so far, and whom it waits for. */
export function timeline(view: TimelineView): TemplateResult {
  const { report, locale } = view;
  const steps = report.rounds.flatMap((round) => [
    opening(round, view),
    ...(round.decision ? [decided(round.decision, view)] : []),
  ]);
  return html`
    <ol class="timeline" part="timeline" aria-label=${locale.term('timeline')}>
      ${steps}
      ${
        report.turn === 'reviewer'
          ? html`<li class="step open muted">
              ${clockIcon()}
              <p>${locale.term('waitingForReviewer')}</p>
            </li>`
          : nothing
      }
    </ol>
  `;
}

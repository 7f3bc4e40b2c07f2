import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../base/format.js';
import {
  checkIcon,
  clockIcon,
  crossIcon,
  pauseIcon,
  turnIcon,
  warningIcon,
  type Icon,
} from '../../../base/icons.js';
import type { Locale } from '../../../base/locale.js';
import type { Verdict } from '../../../contract/decision.js';
import type { Outcome, SheetLine } from '../../../stores/sheet/sheet-line.js';
import { outcomeWords } from './outcome-words.js';

const pictures = {
  approved: checkIcon,
  rejected: crossIcon,
  changes: turnIcon,
} as const satisfies Record<Verdict, Icon>;

/** A shape, and the name of a colour. */
function lookOf(outcome: Outcome): readonly [picture: Icon, tone: string] {
  if (outcome.kind === 'ready') return [pictures[outcome.verdict], outcome.verdict];
  if (outcome.kind === 'done') return [pictures[outcome.verdict], `${outcome.verdict} done`];
  if (outcome.kind === 'blank') return [pauseIcon, ''];
  if (outcome.kind === 'sending') return [clockIcon, ''];
  return [warningIcon, 'wrong'];
}

/** Whose report it is, as far as the file or the backend says. */
const whose = ({ member, task, report }: SheetLine): TemplateResult =>
  html`<span class="whose"
    ><bdi>${member || report || '–'}</bdi>${
      task ? html`<span class="muted small"><bdi>${task}</bdi></span>` : nothing
    }</span
  >`;

/** Where a line stands among those that are shown. */
export interface LinePlace {
  readonly index: number;
  readonly count: number;
}

export function lineRow(
  line: SheetLine,
  { index, count }: LinePlace,
  locale: Locale,
): TemplateResult {
  const { row, outcome, reason } = line;
  const [picture, tone] = lookOf(outcome);
  return html`
    <li class="line" part="sheet-line" aria-posinset=${index + 1} aria-setsize=${count}>
      <span class="at small muted number"
        >${locale.term('sheetRow', formatNumber(row, locale.lang()))}</span
      >
      ${whose(line)}
      <span class="becomes">
        <span class="stands ${tone}"
          >${picture()}<span>${outcomeWords(outcome, locale)}</span></span
        >
        ${reason ? html`<span class="why muted small"><bdi>${reason}</bdi></span>` : nothing}
      </span>
    </li>
  `;
}

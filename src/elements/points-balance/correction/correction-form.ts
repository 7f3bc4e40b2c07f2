import { html, nothing, type TemplateResult } from 'lit';
import type { ApiError } from '../../../api/api-error.js';
import { formatNumber, isolated } from '../../../base/format.js';
import { checkIcon, warningIcon } from '../../../base/icons.js';
import { speak, type Locale } from '../../../base/locale.js';
import { problemSentence } from '../../../base/problem-words.js';
import { limits } from '../../../contract/limits.js';
import { pointsCorrectionWords } from '../../../locales/en/points-correction.js';
import { pointsIn, type CorrectionDraft } from '../../../stores/corrections.js';

/** Nothing is open; it is written; it is looked over; it has just been booked. */
export type Step = 'closed' | 'written' | 'checked' | 'booked';

/** A correction as it is written, and what can be done with it. */
export interface CorrectionView {
  readonly locale: Locale;
  /** Whose points they are. */
  readonly name: string;
  readonly balance: number;
  readonly draft: CorrectionDraft;
  readonly step: Step;
  readonly wrong: { readonly points?: true; readonly reason?: true };
  readonly sending: boolean;
  readonly problem: ApiError | null;
  readonly write: (written: Partial<CorrectionDraft>) => void;
  readonly go: (step: Step) => void;
  readonly check: () => void;
  readonly book: () => void;
}

const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLTextAreaElement).value;

/** Whether points are given or taken. */
const direction = ({ locale, draft, write }: CorrectionView): TemplateResult => html`
  <div class="ways" role="group" aria-label=${locale.term('giveOrTake')}>
    ${([false, true] as const).map(
      (gives) => html`
        <button
          class="button"
          type="button"
          aria-pressed=${gives === draft.gives ? 'true' : 'false'}
          @click=${() => write({ gives })}
        >
          ${locale.term(gives ? 'givePoints' : 'takePoints')}
        </button>
      `,
    )}
  </div>
`;

/** What is wrong with a field, or what it is for. */
const hint = (id: string, wrong: string | undefined, words = ''): TemplateResult => html`
  <p id=${id} class="hint ${wrong ? 'wrong' : ''}">
    ${wrong ? html`<span role="alert">${wrong}</span>` : html`<span>${words}</span>`}
  </p>
`;

const pointsField = (view: CorrectionView): TemplateResult => {
  const { locale, draft, wrong, write } = view;
  const most = formatNumber(limits.points, locale.lang());
  return html`
    <div>
      <label class="label" for="correction-points">${locale.term('correctionPoints')}</label>
      <div class="row">
        ${direction(view)}
        <input
          id="correction-points"
          class="field number"
          part="field"
          inputmode="numeric"
          autocomplete="off"
          maxlength="7"
          required
          aria-invalid=${wrong.points ? 'true' : 'false'}
          aria-describedby="correction-points-hint"
          .value=${draft.points}
          @input=${(event: Event) => write({ points: valueOf(event) })}
        />
      </div>
      ${hint(
        'correction-points-hint',
        wrong.points && locale.term('correctionPointsMissing', most),
      )}
    </div>
  `;
};

function reasonProblem({ wrong, draft, locale }: CorrectionView): string | undefined {
  const over = draft.reason.length - limits.reason;
  if (over > 0) return locale.term('correctionReasonLong', formatNumber(over, locale.lang()));
  return wrong.reason && locale.term('correctionReasonMissing');
}

const reasonField = (view: CorrectionView): TemplateResult => {
  const { locale, draft, name, write } = view;
  const problem = reasonProblem(view);
  return html`
    <div>
      <label class="label" for="correction-reason">${locale.term('correctionReason')}</label>
      <textarea
        id="correction-reason"
        class="field"
        part="field"
        rows="3"
        required
        aria-invalid=${problem ? 'true' : 'false'}
        aria-describedby="correction-reason-hint"
        .value=${draft.reason}
        @input=${(event: Event) => write({ reason: valueOf(event) })}
      ></textarea>
      ${hint('correction-reason-hint', problem, locale.term('correctionReasonHint', isolated(name)))}
    </div>
  `;
};

const writing = (view: CorrectionView): TemplateResult => html`
  ${pointsField(view)} ${reasonField(view)}
  <div class="row">
    <button class="button primary" part="check" type="button" @click=${view.check}>
      ${view.locale.term('checkCorrection')}
    </button>
    <button class="button quiet" type="button" @click=${() => view.go('closed')}>
      ${view.locale.term('leaveCorrection')}
    </button>
  </div>
`;

/** What will be booked, before it is for ever. */
function checking(view: CorrectionView): TemplateResult {
  const { locale, draft, name, balance, sending, problem, go, book } = view;
  const number = (value: number): string => formatNumber(value, locale.lang());
  const points = pointsIn(draft.points);
  const then = balance + (draft.gives ? points : -points);
  const what = `${number(points)} ${locale.term('points', points)}`;
  return html`
    <h3 tabindex="-1">
      ${locale.term(draft.gives ? 'givesPoints' : 'takesPoints', what, isolated(name))}
    </h3>
    <p class="prose quoted"><bdi>${draft.reason}</bdi></p>
    <p class="number">${locale.term('balanceBecomes', number(balance), number(then))}</p>
    <p class="muted small">${locale.term('correctionStays')}</p>
    ${
      problem
        ? html`<p class="trouble small" role="alert">
            ${warningIcon()}${problemSentence(problem.code, locale)}
          </p>`
        : nothing
    }
    <div class="row">
      <button
        class="button primary"
        part="book"
        type="button"
        aria-disabled=${sending ? 'true' : 'false'}
        @click=${book}
      >
        ${locale.term(sending ? 'booking' : 'bookCorrection')}
      </button>
      <button class="button" type="button" ?disabled=${sending} @click=${() => go('written')}>
        ${locale.term('changeCorrection')}
      </button>
    </div>
  `;
}

/** The way to the form, and the form in its place. */
export function correctionForm(view: CorrectionView): TemplateResult {
  const { locale, step, go } = view;
  if (step === 'written' || step === 'checked') {
    return html`<section
      class="correction"
      part="correction"
      aria-label=${locale.term('correctPoints')}
      aria-busy=${view.sending ? 'true' : 'false'}
    >
      ${step === 'written' ? writing(view) : checking(view)}
    </section>`;
  }
  return html`<div class="row correcting">
    <button class="button" part="correct" type="button" @click=${() => go('written')}>
      ${locale.term('correctPoints')}
    </button>
    <span class="booked small" role="status"
      >${step === 'booked' ? html`${checkIcon()}${locale.term('correctionBooked')}` : nothing}</span
    >
  </div>`;
}

speak(pointsCorrectionWords);

import { html, nothing, type TemplateResult } from 'lit';
import { lockIcon } from '../../base/icons.js';
import { linkedText } from '../../base/linked-text.js';
import { problemSentence } from '../../base/problem-words.js';
import { taskHead } from '../../base/task-head.js';
import type { LinkIds } from '../../base/task-link.js';
import type { Report } from '../../contract/report.js';
import type { Task } from '../../contract/task.js';
import { composer, type Composer } from './composer.js';
import { refusalOf } from './purpose.js';
import { decisionNote, sentText, standing } from './standing.js';

/** All that the form shows of a task and a report. */
export interface FormView extends Composer {
  readonly task: Task | null;
  readonly report: Report | null;
  /** What stands in the task's link. */
  readonly ids: LinkIds;
  /** The files of the report. */
  readonly sentFiles: unknown;
  /** What happened to the report so far. */
  readonly timeline: unknown;
  /** The way to the dialogue about the report. */
  readonly messages: unknown;
  /** What waits to be sent, or was refused, where it is shown by itself; else `nothing`. */
  readonly waiting: unknown;
  /** Whether it takes the place of the field. */
  readonly isWaiting: boolean;
}

/** The field, unless the task takes nothing and nothing was written. */
function field(view: FormView): TemplateResult {
  const { refusal, draft, locale, purpose, report } = view;
  if (view.isWaiting) return html``;
  if (!refusal || draft.touched) return composer(view);
  return html`
    <p class="trouble landing" tabindex="-1">
      ${lockIcon()}<span>${problemSentence(refusal, locale)}</span>
    </p>
    ${purpose === 'revise' && report ? sentText(report, locale, view.sentFiles) : nothing}
  `;
}

/** What was asked for, above the text that answers it. */
const revision = (view: FormView, { decision, round }: Report): TemplateResult => html`
  ${decision?.round === round ? decisionNote(decision, view.locale) : nothing} ${field(view)}
  ${view.refusal && !view.draft.touched ? nothing : view.sentFiles} ${view.timeline}
  <div class="row">${view.messages}</div>
`;

/** What can be done with a report that asks for nothing. */
function choices({ task, locale, wishFor }: FormView, report: Report): unknown {
  const another = refusalOf(task, report, 'submit') === null;
  if (!another && report.status === 'approved') return nothing;
  return html`${
    report.status === 'awaiting'
      ? html`<button class="button" type="button" @click=${() => wishFor('change')}>
          ${locale.term('changeReport')}
        </button>`
      : nothing
  }
  ${
    another
      ? html`<button class="button" type="button" @click=${() => wishFor('another')}>
          ${locale.term('anotherReport')}
        </button>`
      : nothing
  }`;
}

/** What was written while the approval came: too late to be sent, and still to be read. */
const unsent = ({ draft, locale }: FormView): unknown =>
  draft.touched
    ? html`<details>
        <summary class="small">${locale.term('unsentText')}</summary>
        <p class="prose about">${linkedText(draft.text)}</p>
      </details>`
    : nothing;

function content(view: FormView): TemplateResult {
  const { purpose, report, locale } = view;
  if (!report || purpose === 'submit') return field(view);
  if (purpose === 'revise') return revision(view, report);
  const stands = html`${standing(report, locale, view.sentFiles)} ${view.timeline}`;
  if (view.waiting !== nothing)
    return html`${stands}
      <div class="row">${view.messages}</div>`;
  return html`${stands} ${unsent(view)}
    <div class="row">${view.messages} ${choices(view, report)}</div>`;
}

/** The task, then what the form is there for. */
export const formBody = (view: FormView): TemplateResult => html`
  <div class="sheet">
    ${taskHead({ ...view, report: view.purpose === 'submit' ? null : view.report })} ${view.waiting}
    ${content(view)}
  </div>
`;

import { html, nothing, type TemplateResult } from 'lit';
import { speak, type Locale } from './locale.js';
import { reward } from './status-badge.js';
import { taskFacts } from './task-facts.js';
import { taskLink, type LinkIds } from './task-link.js';
import { taskText } from './task-text.js';
import type { Report } from '../contract/report.js';
import type { Example, Task } from '../contract/task.js';
import { taskHeadWords } from '../locales/en/task-head.js';
import { checkIcon, crossIcon } from './icons.js';

/** How many reports one may send, where that is more than one. */
const counted = (task: Task, locale: Locale): unknown =>
  task.limit > 1
    ? html`<p class="muted small number">
        ${locale.term('reportsSent', task.mine?.submitted ?? 0, task.limit)}
      </p>`
    : nothing;

const kinds = {
  good: { icon: checkIcon, word: 'goodExample' },
  bad: { icon: crossIcon, word: 'badExample' },
} as const;

const example = ({ kind, text }: Example, locale: Locale): TemplateResult => html`
  <li class="example ${kind}">
    <p class="small">${kinds[kind].icon()}${locale.term(kinds[kind].word)}</p>
    <div class="prose">${taskText(text)}</div>
  </li>
`;

/** Proofs as they should be, then as they should not. */
const examplesOf = ({ examples = [] }: Task, locale: Locale): unknown =>
  examples.length === 0
    ? nothing
    : html`<ul class="examples" part="examples">
        ${(['good', 'bad'] as const).map((kind) =>
          examples.filter((one) => one.kind === kind).map((one) => example(one, locale)),
        )}
      </ul>`;

const details = (task: Task, { locale, ids }: HeadView): TemplateResult => html`
  <div class="prose">${taskText(task.description)}</div>
  ${examplesOf(task, locale)} ${taskFacts(task, locale)} ${counted(task, locale)}
  ${taskLink(task, locale, ids)}
`;

/** A task as whoever is about to report it sees it. */
export interface HeadView {
  readonly task: Task | null;
  /** The report that is shown, once there is one. */
  readonly report: Report | null;
  readonly locale: Locale;
  readonly ids: LinkIds;
}

/**
 * The task that is reported: a report shows the name and the points it was submitted for. Once
 * something is sent, the rest steps back behind one line.
 */
export function taskHead(view: HeadView): TemplateResult {
  const { task, report, locale } = view;
  const name = report?.task.name ?? task?.name;
  const points = report?.score ?? task?.points ?? 0;
  return html`
    <div class="task" part="task">
      <div class="top">
        <h3 class="name landing" tabindex="-1"><bdi>${name}</bdi></h3>
        <span class="worth"
          ><span class="sr-only">${locale.term(report ? 'approvalScore' : 'pointsReward')}: </span>
          ${reward(points, locale)}</span
        >
      </div>
      ${task && !report ? details(task, view) : nothing}
      ${
        task && report
          ? html`<details>
              <summary class="small">${locale.term('aboutTask')}</summary>
              <div class="about">${details(task, view)}</div>
            </details>`
          : nothing
      }
    </div>
  `;
}

speak(taskHeadWords);

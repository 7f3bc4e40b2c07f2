import { html, nothing, type TemplateResult } from 'lit';
import { linkedText } from './linked-text.js';
import type { Locale } from './locale.js';
import { reward } from './status-badge.js';
import { taskFacts, taskLink } from './task-facts.js';
import type { Report } from '../contract/report.js';
import type { Task } from '../contract/task.js';

/** How many reports one may send, where that is more than one. */
const counted = (task: Task, locale: Locale): unknown =>
  task.limit > 1
    ? html`<p class="muted small number">
        ${locale.term('reportsSent', task.mine?.submitted ?? 0, task.limit)}
      </p>`
    : nothing;

const details = (task: Task, locale: Locale): TemplateResult => html`
  <p class="prose">${linkedText(task.description)}</p>
  ${taskFacts(task, locale)} ${counted(task, locale)} ${taskLink(task, locale)}
`;

/**
 * The task that is reported: a report shows the name and the points it was submitted for. Once
 * something is sent, the rest steps back behind one line.
 */
export function taskHead(task: Task | null, report: Report | null, locale: Locale): TemplateResult {
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
      ${task && !report ? details(task, locale) : nothing}
      ${
        task && report
          ? html`<details>
              <summary class="small">${locale.term('aboutTask')}</summary>
              <div class="about">${details(task, locale)}</div>
            </details>`
          : nothing
      }
    </div>
  `;
}

import type { TaskRequest } from '../../contract/task.js';
import type { DemoReport, DemoStep } from './report-story.js';
import { demoReports } from './reports.js';
import { idOf, type Storyteller } from './storyteller.js';
import { demoTasks, type DemoTask } from './tasks.js';

const hour = 3_600_000;
const taskPath = (key: string): string => `/tasks/${idOf('task', key)}`;

function requestOf(task: DemoTask, begun: number): TaskRequest {
  const { key: _, closesInHours, retired, ...fields } = task;
  const closesAt = closesInHours && new Date(begun + closesInHours * hour).toISOString();
  return { ...fields, status: 'active', ...(closesAt && { closesAt }) };
}

/** Tells one step; `round` is the round it finds the report in, 0 before the first. */
async function tellStep(
  teller: Storyteller,
  { key, task }: DemoReport,
  step: DemoStep,
  index: number,
  round: number,
): Promise<void> {
  const report = `/reports/${idOf('report', key)}`;
  const id = idOf('step', key, index);
  if ('says' in step) {
    return teller.put(step.by, `${report}/messages/${id}`, { text: step.says });
  }
  if ('decides' in step) {
    const { decides: verdict, because: reason } = step;
    const body = { id, verdict, ...(reason && { reason }) };
    return teller.put(step.by, `${report}/rounds/${round}/decision`, body);
  }
  if (round > 0) {
    return teller.put(step.by, `${report}/rounds/${round + 1}`, { text: step.proof });
  }
  return teller.put(step.by, report, { taskId: idOf('task', task), text: step.proof });
}

async function tellReport(teller: Storyteller, report: DemoReport): Promise<void> {
  let round = 0;
  for (const [index, step] of report.steps.entries()) {
    await tellStep(teller, report, step, index, round);
    await read(teller, report, [step.by], index + 1);
    if ('proof' in step) round += 1;
  }
  const [{ by }] = report.steps;
  if (report.steps.at(-1)!.hoursAgo > 48) {
    await read(teller, report, [by, 'rui', 'olga'], report.steps.length);
  }
}

async function read(teller: Storyteller, { key }: DemoReport, people: string[], seq: number) {
  for (const id of people) await teller.put(id, `/reports/${idOf('report', key)}/read`, { seq });
}

async function tellTasks(teller: Storyteller, begun: number): Promise<void> {
  for (const task of demoTasks) {
    // Once deactivated, a task is no longer what was first written.
    if (task.retired && (await teller.sees('olga', taskPath(task.key)))) continue;
    await teller.put('olga', taskPath(task.key), requestOf(task, begun));
  }
}

async function retireTasks(teller: Storyteller, begun: number): Promise<void> {
  for (const task of demoTasks.filter(({ retired }) => retired)) {
    const body = { ...requestOf(task, begun), status: 'inactive' };
    await teller.put('olga', taskPath(task.key), body, { 'if-match': '"1"' });
  }
}

const isRetired = ({ task }: DemoReport): boolean =>
  demoTasks.some(({ key, retired }) => key === task && retired);

/**
 * Tells the demo's story through the contract: its tasks, its reports and their dialogues.
 * Everything has an id of its own, so that a story broken off is told to its end by the next
 * start. True if it was told, false if all of it is there already.
 */
export async function seed(teller: Storyteller, begun: number): Promise<boolean> {
  const last = demoReports.at(-1)!;
  if (await teller.sees('olga', `/reports/${idOf('report', last.key)}`)) return false;
  await tellTasks(teller, begun);
  for (const report of demoReports.filter(isRetired)) await tellReport(teller, report);
  await retireTasks(teller, begun);
  for (const report of demoReports.filter((each) => !isRetired(each))) {
    await tellReport(teller, report);
  }
  return true;
}

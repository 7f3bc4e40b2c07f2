import { v7 as uuid } from 'uuid';
import { limits } from '../../../src/contract/limits.js';
import type { Person } from '../../support/people.js';
import { decision, taskRequest, type Site } from '../../support/site.js';

/** Stands in every bad body; no answer may hold it. */
export const canary = 'canary-7f3a';

/** Something that takes a body. */
export interface Target {
  path: string;
  caller: Person;
  sound: Record<string, unknown>;
  /** The field that holds the text. */
  text: string;
  most: number;
}

/** Every operation that takes a body, with things that are there and a body that would do. */
export async function targets(site: Site): Promise<Target[]> {
  const task = await site.newTask({ limit: 9 });
  const report = await site.newReport(task);
  const rejected = await site.decide(await site.newReport(task), 'rejected');
  const [mia, rui, olga] = [await site.mia(), await site.rui(), await site.olga()];
  const at = `/reports/${report.id}`;
  const text = { text: 'text', most: limits.reportText };
  const reopening = `/reports/${rejected.id}/reopenings/${uuid()}`;
  return [
    {
      path: `/tasks/${uuid()}`,
      caller: olga,
      sound: { ...taskRequest() },
      text: 'name',
      most: limits.taskName,
    },
    { path: `/reports/${uuid()}`, caller: mia, sound: { taskId: task.id, text: 'Mine.' }, ...text },
    { path: `${at}/rounds/2`, caller: mia, sound: { text: 'Again.' }, ...text },
    {
      path: `${at}/rounds/1/decision`,
      caller: rui,
      sound: { ...decision('rejected') },
      text: 'reason',
      most: limits.reason,
    },
    {
      path: `${at}/messages/${uuid()}`,
      caller: mia,
      sound: { text: 'Hello.' },
      text: 'text',
      most: limits.messageText,
    },
    {
      path: `/points/corrections/${uuid()}`,
      caller: olga,
      sound: { member: mia.id, points: -5, reason: 'Booked by mistake.' },
      text: 'reason',
      most: limits.reason,
    },
    { path: `${at}/read`, caller: mia, sound: { seq: 1 }, text: '', most: 0 },
    { path: `${at}/typing`, caller: mia, sound: {}, text: '', most: 0 },
    { path: `${at}/look`, caller: rui, sound: { looking: true }, text: '', most: 0 },
    { path: reopening, caller: rui, sound: {}, text: '', most: 0 },
  ];
}

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { TaskRequest } from '../src/contract/task.js';
import { as, people, silence, type Stage } from './backend.js';
import { comes, pick, stallPicture, textFile } from './files.js';
import {
  dark,
  longName,
  longWord,
  narrow,
  rightToLeft,
  scene,
  unplugged,
  writing,
} from './scene.js';

export default { title: 'Tags/report-form', component: 'report-form' } satisfies Meta;

const { mia, noor } = people;

const market = {
  name: 'Photograph a market stall',
  description:
    'Take one picture of a stall at the Saturday market, with its name board readable. Put the picture somewhere public and send the link.',
  points: 50,
  reviewWithin: 4,
  url: 'https://example.org/market',
};

const proof = `The stall of Ana Lopes, by the fountain.
https://example.org/pictures/ana-lopes`;

const formFor = (task: string): TemplateResult => html`<report-form task-id=${task}></report-form>`;
const forMia = (stage: Stage, task: string): TemplateResult => as(mia, stage, formFor(task));

const open = (stage: Stage): Promise<string> => stage.task(market);

async function reported(
  stage: Stage,
  fields: Partial<TaskRequest> = {},
): Promise<[task: string, report: string]> {
  const task = await stage.task({ ...market, ...fields });
  return [task, await stage.report(mia, task, proof)];
}

async function decided(
  stage: Stage,
  verdict: string,
  reason?: string,
  fields: Partial<TaskRequest> = {},
): Promise<string> {
  const [task, report] = await reported(stage, fields);
  await stage.decide(report, verdict, reason);
  return task;
}

const askFor = (stage: Stage): Promise<string> =>
  decided(stage, 'changes', 'The name board is cut off. Could you take another one from the left?');

/** A task to report: what to do, what it earns, and a field for the proof. */
export const Filled: StoryObj = scene(open, forMia);

/** With files that go along. */
export const WithFiles: StoryObj = {
  ...scene(open, forMia),
  play: async ({ canvasElement }) =>
    pick(canvasElement, 'report-form', [
      await stallPicture('stall.png'),
      textFile('where.txt', 'By the fountain.'),
    ]),
};

/** Writes a report and sends it, as a person would. */
async function send(canvas: HTMLElement): Promise<void> {
  const field = await comes<HTMLTextAreaElement>(canvas, 'report-form', 'textarea:not([readonly])');
  field.value = proof;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  (await comes(canvas, 'report-form', '[part="send"]')).click();
}

/** Nothing that is written gets through, though all can be read. */
const cut = (stage: Stage, task: string): TemplateResult =>
  as(mia, stage, formFor(task), { fetch: writing('/reports/', stage.fetch, unplugged) });

/** Sent without a connection: it is kept, and goes by itself. */
export const WaitingToBeSent: StoryObj = {
  ...scene(open, cut),
  play: ({ canvasElement }) => send(canvasElement),
};
export const WaitingToBeSentNarrow: StoryObj = {
  ...scene(open, (stage, task) => narrow(cut(stage, task))),
  play: ({ canvasElement }) => send(canvasElement),
};
export const WaitingToBeSentDark: StoryObj = {
  ...scene(open, (stage, task) => dark(cut(stage, task))),
  play: ({ canvasElement }) => send(canvasElement),
};

/** A revision that waits, under what was asked for. */
export const RevisionWaiting: StoryObj = {
  ...scene(askFor, cut),
  play: ({ canvasElement }) => send(canvasElement),
};

/** On its way, with files that take a while. */
export const SendingFiles: StoryObj = {
  ...scene(open, (stage, task) =>
    as(mia, stage, formFor(task), { fetch: writing('/attachments/', stage.fetch, silence) }),
  ),
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'report-form', [await stallPicture('stall.png')]);
    await comes(canvasElement, 'report-form', '.picked');
    await send(canvasElement);
  },
};

/** The last place is taken before it arrives: the text is back, with the reason. */
export const RefusedLater: StoryObj = {
  ...scene(
    (stage) => stage.task({ ...market, quota: 1 }),
    (stage, task) => {
      let first: Promise<string> | undefined;
      const late = async (request: Request): Promise<Response> => {
        await (first ??= stage.report(noor, task, proof));
        return stage.fetch(request);
      };
      return as(mia, stage, formFor(task), { fetch: writing('/reports/', stage.fetch, late) });
    },
  ),
  play: ({ canvasElement }) => send(canvasElement),
};

/** The whole life of a report, with what was sent in each round and the way to the dialogue. */
export const Rounds: StoryObj = scene(
  async (stage) => {
    const [task, report] = await reported(stage);
    await stage.decide(report, 'changes', 'The name board is cut off.');
    await stage.put(mia, `/reports/${report}/rounds/2`, { text: `${proof}-from-the-left` });
    await stage.decide(report, 'rejected', 'This is the stall of last year.', 2);
    await stage.put(mia, `/reports/${report}/rounds/3`, { text: `${proof}-of-today` });
    return task;
  },
  (stage, task) =>
    as(mia, stage, html`${formFor(task)}<mini-chat style="margin-block-start: 24px"></mini-chat>`),
);

/** Where a report stands while it waits. */
export const Waiting: StoryObj = scene(async (stage) => (await reported(stage))[0], forMia);

/** The reviewer asked for changes: what for, above the text to be revised. */
export const ChangesRequested: StoryObj = scene(askFor, forMia);

/** A rejected report may be revised while the task is active. */
export const Rejected: StoryObj = scene(
  (stage) => decided(stage, 'rejected', 'This is the stall of last year.'),
  forMia,
);

/** Points are booked, and nothing can be altered. */
export const Approved: StoryObj = scene((stage) => decided(stage, 'approved'), forMia);

/** The task takes more than one report from each member. */
export const ApprovedWithAnother: StoryObj = scene(
  (stage) => decided(stage, 'approved', 'What a find.', { limit: 3 }),
  forMia,
);

/** All places are taken. */
export const Full: StoryObj = scene(async (stage) => {
  const task = await stage.task({ ...market, quota: 1 });
  await stage.report(noor, task, proof);
  return task;
}, forMia);

/** Rejected, and the task is over. */
export const RejectedAndOver: StoryObj = scene(async (stage) => {
  const [task, report] = await reported(stage, { quota: 1 });
  await stage.decide(report, 'rejected', 'This is the stall of last year.');
  await stage.report(noor, task, proof);
  return task;
}, forMia);

/** Nothing is chosen in the session. */
export const Empty: StoryObj = scene(open, (stage) =>
  as(mia, stage, html`<report-form></report-form>`),
);

export const Loading: StoryObj = scene(open, (stage, task) =>
  as(mia, stage, formFor(task), { fetch: silence }),
);

/** The token has ended, and the host gives out no better one. */
export const Problem: StoryObj = scene(open, (stage, task) =>
  as(mia, stage, formFor(task), { life: -60 }),
);

export const Offline: StoryObj = scene(open, (stage, task) =>
  as(mia, stage, formFor(task), { fetch: unplugged }),
);

/** A visitor is told how to sign in. */
export const Visitor: StoryObj = scene(open, (stage, task) =>
  as(mia, stage, formFor(task), { visitor: true }),
);

export const LongText: StoryObj = scene(async (stage) => {
  const task = await stage.task({
    ...market,
    name: longName,
    description: longWord,
    points: 125_000,
  });
  const report = await stage.report(mia, task, longWord);
  await stage.decide(report, 'changes', longWord);
  return task;
}, forMia);

export const RightToLeft: StoryObj = scene(
  async (stage) => {
    const task = await stage.task({
      ...market,
      name: 'صوّر كشكًا في السوق',
      description: 'التقط صورة واضحة للكشك ولوحة اسمه، ثم أرسل الرابط.',
    });
    const report = await stage.report(mia, task, 'كشك آنا، قرب النافورة.');
    await stage.decide(report, 'changes', 'اللوحة مقصوصة. هل تلتقط صورة أخرى من اليسار؟');
    return task;
  },
  (stage, task) => rightToLeft(as(mia, stage, formFor(task), { locale: 'ar' })),
);

export const Narrow: StoryObj = scene(askFor, (stage, task) => narrow(forMia(stage, task)));
export const Dark: StoryObj = scene(askFor, (stage, task) => dark(forMia(stage, task)));

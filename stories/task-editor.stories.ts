import type { StoryObj } from '@storybook/web-components-vite';
import type { Meta } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { TaskRequest } from '../src/contract/task.js';
import { as, people, silence, type Stage } from './backend.js';
import { comes } from './files.js';
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

export default { title: 'Tags/task-editor', component: 'task-editor' } satisfies Meta;

const { mia, noor, olga } = people;

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

const market: TaskRequest = {
  name: 'Photograph a market stall',
  description: `Take one picture of a stall at the Saturday market:

- its name board readable,
- nobody’s face in it,
- taken this year.

Put it somewhere public, see https://example.org/how.`,
  points: 50,
  status: 'active',
  reviewWithin: 4,
  quota: 40,
  url: 'https://example.org/market?from={member}&report={report}',
  examples: [
    { kind: 'good', text: 'The stall of Ana Lopes, by the fountain: https://example.org/ana' },
    { kind: 'bad', text: 'A stall from far away, its board out of the picture.' },
  ],
  reasons: [
    { text: 'The name board cannot be read.', verdict: 'changes' },
    { text: 'This is a picture of another year.', verdict: 'rejected' },
  ],
};

const list = html`<task-editor></task-editor>`;
const opened = (task: string): TemplateResult => html`<task-editor task-id=${task}></task-editor>`;
const forOlga = (stage: Stage, content: TemplateResult = list): TemplateResult =>
  as(olga, stage, content);
const nothingYet = (): void => {};

async function filled(stage: Stage): Promise<string> {
  await stage.task({
    ...{ name: 'Count the stalls', description: 'On a Saturday, before ten.', points: 40 },
    status: 'inactive',
  });
  await stage.task({
    ...{ name: 'Answer the survey', description: 'Seven questions.', points: 30 },
    opensAt: inDays(2),
    closesAt: inDays(12),
  });
  const review = await stage.task({
    ...{ name: 'Review our app in the store', description: 'Say what you liked.', points: 120 },
    limit: 3,
  });
  const id = await stage.task(market);
  await stage.report(mia, id, 'The stall of Ana, by the fountain.');
  await stage.decide(await stage.report(noor, id, 'Here it is.'), 'rejected', 'Too dark.');
  await stage.decide(await stage.report(mia, review, 'https://example.org/118'), 'approved');
  return id;
}

const one = (stage: Stage): Promise<string> => stage.task(market);

/** Presses the first button of that name. */
async function press(canvas: HTMLElement, selector: string): Promise<void> {
  (await comes(canvas, 'task-editor', selector)).click();
}

/** Writes into a field as a person would. */
async function write(canvas: HTMLElement, selector: string, text: string): Promise<void> {
  const field = await comes<HTMLInputElement>(canvas, 'task-editor', selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** All tasks, with what has become of their reports. */
export const Filled: StoryObj = scene(filled, (stage) => forOlga(stage));

/** What deactivating means for the reports under way, before it is done. */
export const Deactivating: StoryObj = {
  ...scene(filled, (stage) => forOlga(stage)),
  play: ({ canvasElement }) =>
    press(canvasElement, '[aria-label="Photograph a market stall is active"]'),
};

/** One task: what is written, and beside it what members see. */
export const Editing: StoryObj = scene(one, (stage, task) => forOlga(stage, opened(task)));

export const Creating: StoryObj = {
  ...scene(filled, (stage) => forOlga(stage)),
  play: ({ canvasElement }) => press(canvasElement, '.button.primary'),
};

/** What cannot be taken is said where it stands. */
export const Wrong: StoryObj = {
  ...scene(one, (stage, task) => forOlga(stage, opened(task))),
  play: async ({ canvasElement }) => {
    await write(canvasElement, '#edit-name', ' ');
    await write(canvasElement, '#edit-url', 'example.org');
    await write(canvasElement, '#edit-points', '-1');
    await press(canvasElement, '[type="submit"]');
  },
};

/** Somebody else has saved first: field by field, nothing is overwritten. */
export const ChangedMeanwhile: StoryObj = {
  ...scene(one, (stage, task) => {
    let first: Promise<unknown> | undefined;
    const before = async (request: Request): Promise<Response> => {
      const theirs = { ...market, points: 80, description: 'One picture of a stall.', quota: null };
      const init = { method: 'PUT', body: JSON.stringify(theirs), headers: request.headers };
      await (first ??= stage.fetch(request.url, init));
      return stage.fetch(request);
    };
    return as(olga, stage, opened(task), { fetch: writing('/tasks/', stage.fetch, before) });
  }),
  play: async ({ canvasElement }) => {
    await write(canvasElement, '#edit-points', '60');
    await write(canvasElement, '#edit-name', 'Photograph one market stall');
    await press(canvasElement, '[type="submit"]');
  },
};

/** It cannot be saved for the moment: what was written is kept. */
export const CannotBeSaved: StoryObj = {
  ...scene(one, (stage, task) =>
    as(olga, stage, opened(task), { fetch: writing('/tasks/', stage.fetch, unplugged) }),
  ),
  play: async ({ canvasElement }) => {
    await write(canvasElement, '#edit-points', '60');
    await press(canvasElement, '[type="submit"]');
  },
};

const file = new File(
  [
    JSON.stringify({
      format: 'taskchat-tasks',
      version: 1,
      tasks: [market, { ...market, name: '', points: -5 }, { ...market, name: longName }],
    }),
  ],
  'tasks.json',
);

/** Chooses a file in the window. */
async function choose(canvas: HTMLElement, chosen: File): Promise<void> {
  await press(canvas, '[aria-label="Import tasks"]');
  const input = await comes<HTMLInputElement>(canvas, 'task-editor', '.import [type="file"]');
  const data = new DataTransfer();
  data.items.add(chosen);
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What is in a file, before anything is created. */
export const Importing: StoryObj = {
  ...scene(filled, (stage) => forOlga(stage)),
  play: ({ canvasElement }) => choose(canvasElement, file),
};

export const ImportingAnotherFile: StoryObj = {
  ...scene(filled, (stage) => forOlga(stage)),
  play: ({ canvasElement }) => choose(canvasElement, new File(['{}'], 'other.json')),
};

/** Members and reviewers are told who may. */
export const ForOthers: StoryObj = scene(one, (stage) => as(mia, stage, list));

export const Visitor: StoryObj = scene(one, (stage) => as(mia, stage, list, { visitor: true }));

export const Empty: StoryObj = scene(nothingYet, (stage) => forOlga(stage));

export const Loading: StoryObj = scene(nothingYet, (stage) =>
  as(olga, stage, list, { fetch: silence }),
);

/** The token has ended, and the host gives out no better one. */
export const Problem: StoryObj = scene(nothingYet, (stage) => as(olga, stage, list, { life: -60 }));

export const Offline: StoryObj = scene(nothingYet, (stage) =>
  as(olga, stage, list, { fetch: unplugged }),
);

/** Neither an endpoint nor a provider: the tag says what to write. */
export const Unplaced: StoryObj = { render: () => list };

export const LongText: StoryObj = scene(
  (stage) => stage.task({ ...market, name: longName, description: longWord, points: 1_000_000 }),
  (stage, task) => forOlga(stage, html`${list}${opened(task)}`),
);

export const RightToLeft: StoryObj = scene(
  (stage) =>
    stage.task({
      ...{ name: 'صوّر كشكًا في السوق', points: 50, quota: 10 },
      description: 'التقط صورة:\n- لوحة الاسم واضحة\n- بلا وجوه',
    }),
  (stage, task) => rightToLeft(as(olga, stage, html`${list}${opened(task)}`, { locale: 'ar' })),
);

export const Narrow: StoryObj = scene(filled, (stage) => narrow(forOlga(stage)));
export const EditingNarrow: StoryObj = scene(one, (stage, task) =>
  narrow(forOlga(stage, opened(task))),
);
export const Dark: StoryObj = scene(filled, (stage) => dark(forOlga(stage)));
export const EditingDark: StoryObj = scene(one, (stage, task) =>
  dark(forOlga(stage, opened(task))),
);

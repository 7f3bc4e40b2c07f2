import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { as, people, silence, type Stage } from './backend.js';
import { comes } from './files.js';
import { dark, narrow, rightToLeft, scene, unplugged } from './scene.js';
import { inUse } from './site-in-use.js';

export default { title: 'Tags/task-insights', component: 'task-insights' } satisfies Meta;

const { mia, olga } = people;
const figures = html`<task-insights></task-insights>`;

const nothingYet = (): void => {};
const forOlga = (stage: Stage): TemplateResult => as(olga, stage, figures);
const lived = (stage: Stage): Promise<void> => inUse(stage);

const press = async (page: HTMLElement, selector: string): Promise<void> =>
  (await comes(page, 'task-insights', selector)).click();

/** Four weeks of a site that is in use, beside the four weeks before. */
export const Filled: StoryObj = scene(lived, forOlga);

/** Each picture as the table behind it. */
export const AsTables: StoryObj = {
  ...scene(lived, forOlga),
  play: async ({ canvasElement }) => {
    for (const name of ['reports', 'reviewers', 'time', 'given', 'opened'])
      await press(canvasElement, `.${name} .as-table`);
  },
};

/** The values of the day that has the focus. */
export const OneDay: StoryObj = {
  ...scene(lived, forOlga),
  play: async ({ canvasElement }) => {
    const day = await comes(canvasElement, 'task-insights', '.reports .day:nth-of-type(20)');
    day.focus();
  },
};
export const SevenDays: StoryObj = {
  ...scene(lived, forOlga),
  play: ({ canvasElement }) => press(canvasElement, '.switch button:nth-child(1)'),
};
export const NinetyDays: StoryObj = {
  ...scene((stage) => inUse(stage, { days: 185, busy: 5 }), forOlga),
  play: ({ canvasElement }) => press(canvasElement, '.switch button:nth-child(3)'),
};

/** Days of one's own; here those that the page asks for. */
export const OwnDates: StoryObj = scene(lived, (stage) =>
  as(olga, stage, html`<task-insights from="2026-11-01" to="2026-11-15"></task-insights>`),
);

/** The first report of a site. */
export const FirstDay: StoryObj = scene(async (stage) => {
  const task = await stage.task({ name: 'Count the bees', description: 'Daily.', points: 5 });
  await stage.decide(await stage.report(mia, task, '7 bees.'), 'approved');
}, forOlga);

/** The ways to all there is, as files. */
export const Export: StoryObj = {
  ...scene(lived, forOlga),
  play: ({ canvasElement }) => press(canvasElement, '[part="show-export"]'),
};

/** A file that is on its way. */
export const Exporting: StoryObj = {
  ...scene(lived, (stage) => {
    const slow: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      return request.url.includes('/export/') ? silence(request) : stage.fetch(request);
    };
    return as(olga, stage, figures, { fetch: slow });
  }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part="show-export"]');
    await press(canvasElement, '.save');
  },
};

/** Only an owner sees figures. */
export const ForMembers: StoryObj = scene(lived, (stage) => as(mia, stage, figures));
export const Loading: StoryObj = scene(nothingYet, (stage) =>
  as(olga, stage, figures, { fetch: silence }),
);
export const Empty: StoryObj = scene(nothingYet, forOlga);

/** The token has ended, and the host gives out no better one. */
export const Problem: StoryObj = scene(nothingYet, (stage) =>
  as(olga, stage, figures, { life: -60 }),
);
export const Offline: StoryObj = scene(nothingYet, (stage) =>
  as(olga, stage, figures, { fetch: unplugged }),
);
export const Visitor: StoryObj = scene(lived, (stage) =>
  as(olga, stage, figures, { visitor: true }),
);
export const RightToLeft: StoryObj = scene(lived, (stage) =>
  rightToLeft(as(olga, stage, figures, { locale: 'ar' })),
);
export const Narrow: StoryObj = scene(lived, (stage) => narrow(forOlga(stage)));
export const Dark: StoryObj = scene(lived, (stage) => dark(forOlga(stage)));

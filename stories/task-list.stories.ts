import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { as, people, silence, type Stage } from './backend.js';
import { dark, longName, longWord, narrow, rightToLeft, scene, unplugged } from './scene.js';

export default { title: 'Tags/task-list', component: 'task-list' } satisfies Meta;

const { mia, olga } = people;
const list = html`<task-list></task-list>`;

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

async function market(stage: Stage): Promise<void> {
  const menu = await stage.task({
    name: 'Photograph a market stall',
    description:
      'Take one picture of a stall at the Saturday market, with its name board readable, and put the link to it into your report.',
    points: 50,
    reviewWithin: 4,
    url: 'https://example.org/market',
  });
  const review = await stage.task({
    name: 'Review our app in the store',
    description: 'Write what you liked and what you missed. Send the link to your review.',
    points: 120,
    reviewWithin: 48,
    quota: 20,
  });
  const survey = await stage.task({
    name: 'Answer the survey on opening hours',
    description:
      'Seven questions, about four minutes. The last page shows a code: report that code.',
    points: 30,
    closesAt: inDays(12),
  });
  await stage.task({
    name: 'Translate the welcome page',
    description: 'Into any language that you speak at home. Two paragraphs.',
    points: 200,
    limit: 3,
  });
  await stage.task({
    name: 'Count the stalls',
    description: 'On a Saturday, before ten.\n\nThe market is closed for the winter.',
    points: 40,
    status: 'inactive',
  });
  const asked = await stage.report(mia, menu, 'The stall of Ana, by the fountain.');
  await stage.decide(asked, 'changes', 'Please add the link to the picture.');
  const won = await stage.report(mia, review, 'https://example.org/reviews/118');
  await stage.decide(won, 'approved');
  await stage.report(mia, survey, 'The code is 7734.');
}

async function longWords(stage: Stage): Promise<void> {
  await stage.task({
    name: longName,
    description: `See ${longWord}.`,
    points: 1_000_000,
    quota: 3,
  });
  await stage.task({ name: longWord, description: 'Short.', points: 0 });
}

async function arabic(stage: Stage): Promise<void> {
  const id = await stage.task({
    name: 'صوّر كشكًا في السوق',
    description:
      'التقط صورة واضحة للكشك ولوحة اسمه، ثم أرسل الرابط https://example.org/market هنا.',
    points: 50,
    reviewWithin: 4,
    quota: 10,
  });
  await stage.task({ name: 'Review our app', description: 'Write what you liked.', points: 120 });
  await stage.report(mia, id, 'تم.');
}

const forMia = (stage: Stage, content: TemplateResult = list): TemplateResult =>
  as(mia, stage, content);
const nothingYet = (): void => {};

/** For a member: what each task earns, and what became of their own report. */
export const Filled: StoryObj = scene(market, (stage) => forMia(stage));

/** For an owner: how many reports await, and which task takes none. */
export const ForReviewers: StoryObj = scene(market, (stage) => as(olga, stage, list));

/** A visitor without a token sees the tasks of a site that publishes them. */
export const Visitor: StoryObj = scene(market, (stage) => as(mia, stage, list, { visitor: true }));

/** The outline of what will come, after 150 milliseconds. */
export const Loading: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, list, { fetch: silence }),
);

export const Empty: StoryObj = scene(nothingYet, (stage) => forMia(stage));

/** The token has ended, and the host gives out no better one. */
export const Problem: StoryObj = scene(nothingYet, (stage) => as(mia, stage, list, { life: -60 }));

export const Offline: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, list, { fetch: unplugged }),
);

/** Neither an endpoint nor a provider: the tag says what to write. */
export const Unplaced: StoryObj = { render: () => list };

export const LongText: StoryObj = scene(longWords, (stage) => forMia(stage));
export const RightToLeft: StoryObj = scene(arabic, (stage) =>
  rightToLeft(as(mia, stage, list, { locale: 'ar' })),
);
export const Narrow: StoryObj = scene(market, (stage) => narrow(forMia(stage)));
export const Dark: StoryObj = scene(market, (stage) => dark(forMia(stage)));

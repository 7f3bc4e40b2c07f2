import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
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

export default { title: 'Tags/report-list', component: 'report-list' } satisfies Meta;

const { mia, noor, rui } = people;
const list = html`<report-list></report-list>`;

async function week(stage: Stage): Promise<void> {
  const market = await stage.task({
    name: 'Photograph a market stall',
    description: 'With its name board readable.',
    points: 50,
  });
  const review = await stage.task({
    name: 'Review our app',
    description: 'In the store.',
    points: 120,
  });
  const survey = await stage.task({
    name: 'Answer the survey',
    description: 'Code at its end.',
    points: 30,
  });
  const poster = await stage.task({
    name: 'Hang up a poster',
    description: 'In your street.',
    points: 15,
  });
  const approved = await stage.report(mia, review, 'https://example.org/reviews/118');
  await stage.decide(approved, 'approved');
  const rejected = await stage.report(mia, poster, 'On the door of the library.');
  await stage.decide(rejected, 'rejected', 'The library has a notice board for that.');
  const asked = await stage.report(
    mia,
    market,
    'The stall of Ana, by the fountain.\nPicture follows.',
  );
  await stage.decide(asked, 'changes', 'Please add the link to the picture.');
  await stage.report(mia, survey, 'The code is 7734.');
  await stage.report(noor, survey, 'The code is 1201.');
}

async function many(stage: Stage): Promise<void> {
  const task = await stage.task({
    name: 'Count the bees',
    description: 'Daily.',
    points: 5,
    limit: 100,
  });
  for (let day = 1; day <= 60; day += 1)
    await stage.report(mia, task, `Day ${day}: ${day * 7} bees.`);
}

async function longWords(stage: Stage): Promise<void> {
  const one = await stage.task({ name: longName, description: 'Long.', points: 1_000_000 });
  const two = await stage.task({ name: longWord, description: 'Long.', points: 1 });
  await stage.report(mia, one, longWord);
  await stage.report(mia, two, 'Short.');
}

async function arabic(stage: Stage): Promise<void> {
  const task = await stage.task({
    name: 'صوّر كشكًا في السوق',
    description: 'مع اللوحة.',
    points: 50,
  });
  const other = await stage.task({
    name: 'Review our app',
    description: 'In the store.',
    points: 120,
  });
  const asked = await stage.report(mia, task, 'كشك آنا، قرب النافورة.');
  await stage.decide(asked, 'changes', 'أضف الرابط من فضلك.');
  await stage.report(mia, other, 'https://example.org/reviews/118');
}

const nothingYet = (): void => {};
const forMia = (stage: Stage): TemplateResult => as(mia, stage, list);

/** A member's own reports: where each stands, whose turn it is, what was not read yet. */
export const Filled: StoryObj = scene(week, forMia);

/** A reviewer sees everybody's. */
export const ForReviewers: StoryObj = scene(week, (stage) => as(rui, stage, list));

/** What waits for the member. */
export const YourTurn: StoryObj = {
  ...scene(week, forMia),
  play: async ({ canvasElement }) =>
    (await comes(canvasElement, 'report-list', '.switch button:nth-child(2)')).click(),
};
export const YourTurnNarrowAndDark: StoryObj = {
  ...scene(week, (stage) => dark(narrow(forMia(stage)))),
  play: async ({ canvasElement }) =>
    (await comes(canvasElement, 'report-list', '.switch button:nth-child(2)')).click(),
};

/** A word in an old report's dialogue brings it to the top. */
export const UnreadFirst: StoryObj = scene(async (stage) => {
  const task = await stage.task({
    name: 'Count the bees',
    description: 'Daily.',
    points: 5,
    limit: 9,
  });
  const first = await stage.report(mia, task, 'Day 1: 7 bees.');
  for (let day = 2; day <= 6; day += 1)
    await stage.report(mia, task, `Day ${day}: ${day * 7} bees.`);
  await stage.say(rui, first, 'At what time of day?');
}, forMia);

/** What was sent without a connection is in no list of the server. */
export const WaitingToBeSent: StoryObj = {
  ...scene(
    async (stage) => {
      await week(stage);
      return stage.task({ name: 'Count the bees', description: 'Daily.', points: 5 });
    },
    (stage, task) =>
      as(
        mia,
        stage,
        html`${list}<report-form style="margin-block-start: 24px" task-id=${task}></report-form>`,
        { fetch: writing('/reports/', stage.fetch, unplugged) },
      ),
  ),
  play: async ({ canvasElement }) => {
    const field = await comes<HTMLTextAreaElement>(
      canvasElement,
      'report-form',
      'textarea:not([readonly])',
    );
    field.value = 'Day 1: 7 bees.';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    (await comes(canvasElement, 'report-form', '[part="send"]')).click();
  },
};

/** Only what stands so. */
export const Approved: StoryObj = scene(week, (stage) =>
  as(mia, stage, html`<report-list status="approved"></report-list>`),
);

/** More than one page. */
export const Many: StoryObj = scene(many, forMia);

export const Loading: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, list, { fetch: silence }),
);
export const Empty: StoryObj = scene(nothingYet, forMia);

/** The token has ended, and the host gives out no better one. */
export const Problem: StoryObj = scene(nothingYet, (stage) => as(mia, stage, list, { life: -60 }));
export const Offline: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, list, { fetch: unplugged }),
);

/** A visitor is told how to sign in. */
export const Visitor: StoryObj = scene(week, (stage) => as(mia, stage, list, { visitor: true }));
export const LongText: StoryObj = scene(longWords, forMia);
export const RightToLeft: StoryObj = scene(arabic, (stage) =>
  rightToLeft(as(mia, stage, list, { locale: 'ar' })),
);
export const Narrow: StoryObj = scene(week, (stage) => narrow(forMia(stage)));
export const Dark: StoryObj = scene(week, (stage) => dark(forMia(stage)));

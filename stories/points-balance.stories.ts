import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { as, people, silence, type Person, type Stage } from './backend.js';
import { comes } from './files.js';
import { dark, longName, longWord, narrow, rightToLeft, scene, unplugged } from './scene.js';

export default { title: 'Tags/points-balance', component: 'points-balance' } satisfies Meta;

const { mia, noor, olga } = people;
const badge = html`<points-balance></points-balance>`;
const history = html`<points-balance layout="history"></points-balance>`;
const ofMia = html`<points-balance layout="history" member="mia"></points-balance>`;

/** Some weeks of a member: approvals, a correction each way, and what waits. */
async function weeks(stage: Stage): Promise<void> {
  const market = await stage.task({
    ...{ name: 'Photograph a market stall', description: 'With its name.', points: 50, limit: 9 },
  });
  const review = await stage.task({ name: 'Review our app', description: 'Here.', points: 120 });
  const poster = await stage.task({ name: 'Hang up a poster', description: 'There.', points: 15 });
  await stage.decide(await stage.report(mia, market, 'Ana, by the fountain.'), 'approved');
  await stage.decide(await stage.report(mia, review, 'https://example.org/118'), 'approved');
  await stage.correct(
    mia,
    -50,
    'The stall by the fountain was photographed twice, in May already.',
  );
  await stage.decide(await stage.report(mia, poster, 'At the library.'), 'approved');
  await stage.correct(mia, 5, 'For the tape. See https://example.org/tape');
  await stage.report(mia, market, 'Rui, by the bridge.');
}

async function many(stage: Stage): Promise<void> {
  await weeks(stage);
  for (let day = 1; day <= 60; day += 1) await stage.correct(mia, day, `Day ${day} of the bees.`);
}

async function longWords(stage: Stage): Promise<void> {
  const one = await stage.task({ name: longName, description: 'Long.', points: 1_000_000 });
  const two = await stage.task({ name: longWord, description: 'Long.', points: 1 });
  await stage.decide(await stage.report(mia, one, 'Done.'), 'approved');
  await stage.decide(await stage.report(mia, two, 'Done.'), 'approved');
  await stage.correct(mia, -999_999, longWord);
}

const nothingYet = (): void => {};
const shown =
  (content: TemplateResult, person: Person = mia) =>
  (stage: Stage): TemplateResult =>
    as(person, stage, content);

/** The balance and what waits: small enough for a site's header. */
export const Badge: StoryObj = scene(weeks, shown(badge));
export const BadgeWithoutPoints: StoryObj = scene(nothingYet, shown(badge));
export const BadgeLoading: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, badge, { fetch: silence }),
);
export const BadgeProblem: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, badge, { life: -60 }),
);
export const BadgeVisitor: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, badge, { visitor: true }),
);
export const BadgeDark: StoryObj = scene(weeks, (stage) => dark(shown(badge)(stage)));

/** How it came about: each entry leads to its report. */
export const History: StoryObj = scene(weeks, shown(history));

/** More than one page. */
export const Many: StoryObj = scene(many, shown(history));
export const Loading: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, history, { fetch: silence }),
);
export const Empty: StoryObj = scene(nothingYet, shown(history));

/** The token has ended, and the host gives out no better one. */
export const Problem: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, history, { life: -60 }),
);
export const Offline: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, history, { fetch: unplugged }),
);
export const Visitor: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, history, { visitor: true }),
);

/** An owner sees the points of a member, and may correct them. */
export const ForOwners: StoryObj = scene(weeks, shown(ofMia, olga));

const open = async (canvas: HTMLElement): Promise<void> =>
  (await comes(canvas, 'points-balance', '[part="correct"]')).click();

async function fill(canvas: HTMLElement): Promise<void> {
  await open(canvas);
  const write = async (selector: string, value: string): Promise<void> => {
    const field = await comes<HTMLInputElement>(canvas, 'points-balance', selector);
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  await write('input', '50');
  await write('textarea', 'The same stall was reported twice.');
}

/** What is written is kept, also for a later visit. */
export const Correction: StoryObj = {
  ...scene(weeks, shown(ofMia, olga)),
  play: ({ canvasElement }) => fill(canvasElement),
};

/** Nothing is booked without a second look. */
export const CorrectionLookedOver: StoryObj = {
  ...scene(weeks, shown(ofMia, olga)),
  play: async ({ canvasElement }) => {
    await fill(canvasElement);
    (await comes(canvasElement, 'points-balance', '[part="check"]')).click();
    await comes(canvasElement, 'points-balance', '[part="book"]');
  },
};
export const CorrectionIncomplete: StoryObj = {
  ...scene(weeks, (stage) => narrow(shown(ofMia, olga)(stage))),
  play: async ({ canvasElement }) => {
    await open(canvasElement);
    (await comes(canvasElement, 'points-balance', '[part="check"]')).click();
  },
};

/** Nobody corrects their own points, owners neither. */
export const ForOwnersTheirOwn: StoryObj = scene(weeks, shown(history, olga));
export const BelowZero: StoryObj = scene(
  async (stage) => {
    await stage.correct(noor, -250, 'Exchanged for the front of the queue.');
  },
  shown(history, noor),
);
export const LongText: StoryObj = scene(longWords, shown(history));
export const RightToLeft: StoryObj = scene(weeks, (stage) =>
  rightToLeft(html`${as(mia, stage, html`${badge}${history}`, { locale: 'ar' })}`),
);
export const Narrow: StoryObj = scene(weeks, (stage) => narrow(shown(history)(stage)));
export const Dark: StoryObj = scene(weeks, (stage) => dark(shown(history)(stage)));

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { as, people, silence, type Person, type Stage } from './backend.js';
import { dark, longName, longWord, narrow, rightToLeft, scene, unplugged } from './scene.js';

export default { title: 'Tags/points-board', component: 'points-board' } satisfies Meta;

const { mia, noor } = people;
const board = html`<points-board></points-board>`;
const member = (name: string): Person => ({ sub: name, name, role: 'member' });

async function month(stage: Stage): Promise<void> {
  await stage.correct(mia, 240, 'For the story.');
  await stage.correct(noor, 310, 'For the story.');
  for (const [index, name] of ['Jonas Weir', 'Aiko Brandt', 'Tomás Ruiz', 'Leila Okafor'].entries())
    await stage.correct(member(name), [240, 150, 1_250, 40][index]!, 'For the story.');
}

async function many(stage: Stage): Promise<void> {
  await month(stage);
  for (let n = 1; n <= 48; n += 1) await stage.correct(member(`Member ${n}`), n, 'For the story.');
}

const nothingYet = (): void => {};
const forMia = (stage: Stage): TemplateResult => as(mia, stage, board);

/** The month's places, and the member's own. Equal points share one. */
export const Filled: StoryObj = scene(month, forMia);
export const AllTime: StoryObj = scene(month, (stage) =>
  as(mia, stage, html`<points-board period="all"></points-board>`),
);

/** Who has no points is on no place. */
export const WithoutAPlace: StoryObj = scene(month, (stage) =>
  as(member('Somebody new'), stage, board),
);

/** More than one page; the own place is told wherever it is. */
export const Many: StoryObj = scene(many, (stage) => as(member('Member 3'), stage, board));
export const Loading: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, board, { fetch: silence }),
);
export const Empty: StoryObj = scene(nothingYet, forMia);

/** A site that has not opened a ranking. */
export const NotOffered: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, board, {
    fetch: (input, init) => {
      const request = new Request(input, init);
      const isBoard = request.url.includes('/points/board');
      return stage.fetch(isBoard ? new Request(`${stage.endpoint}/nothing`, request) : request);
    },
  }),
);

/** The token has ended, and the host gives out no better one. */
export const Problem: StoryObj = scene(nothingYet, (stage) => as(mia, stage, board, { life: -60 }));
export const Offline: StoryObj = scene(nothingYet, (stage) =>
  as(mia, stage, board, { fetch: unplugged }),
);
export const Visitor: StoryObj = scene(month, (stage) => as(mia, stage, board, { visitor: true }));
export const LongText: StoryObj = scene(async (stage) => {
  await stage.correct(member(longName), 1_000_000, 'For the story.');
  await stage.correct(member(longWord.slice(0, 100)), 7, 'For the story.');
}, forMia);
export const RightToLeft: StoryObj = scene(month, (stage) =>
  rightToLeft(as(mia, stage, board, { locale: 'ar' })),
);
export const Narrow: StoryObj = scene(month, (stage) => narrow(forMia(stage)));
export const Dark: StoryObj = scene(month, (stage) => dark(forMia(stage)));

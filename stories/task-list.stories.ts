import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { TaskSelectedEvent } from '../src/index.js';
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

async function poster(stage: Stage): Promise<void> {
  await stage.task({ name: 'Hang up a poster', description: 'In a shop window.', points: 20 });
  await market(stage);
}

/** The list with its first task chosen, as soon as it is there. */
const opened = (content: TemplateResult): TemplateResult =>
  html`<div ${ref((place) => void (place && press(place)))}>${content}</div>`;

async function press(place: Element): Promise<void> {
  const name = await found(place, '.card .name');
  name?.click();
}

/** The list in which something is searched for. */
const searched = (words: string): TemplateResult =>
  html`<div ${ref((place) => void (place && search(place, words)))}>${list}</div>`;

async function search(place: Element, words: string): Promise<void> {
  const field = (await found(place, '[part="search-field"]')) as HTMLInputElement | undefined;
  if (!field) return;
  field.value = words;
  field.dispatchEvent(new Event('input'));
}

/** What is in the list, once it is there. */
async function found(place: Element, selector: string): Promise<HTMLElement | undefined> {
  for (let tries = 0; tries < 100; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const root = place.querySelector('task-list')?.shadowRoot;
    const element = root?.querySelector<HTMLElement>(selector);
    if (element) return element;
  }
  return undefined;
}

/** Leaves in this browser what a visit an hour ago would have left. */
function visited({ endpoint, site }: Stage, { sub }: { sub: string }): void {
  const hour = 3_600_000;
  const since = new Date(Date.now() - hour).toISOString();
  const key = `taskchat visit ${JSON.stringify([endpoint, site, sub])}`;
  localStorage.setItem(key, JSON.stringify({ newest: since, since: null, at: Date.now() - hour }));
}

const withSlots = html`<task-list
  ><a slot="header" href="#help">How it works</a>
  <p slot="footer">Something is missing? Tell us what you would like to do.</p>
  <p slot="empty">The next tasks come on Monday.</p></task-list
>`;

const forMia = (stage: Stage, content: TemplateResult = list): TemplateResult =>
  as(mia, stage, content);
const nothingYet = (): void => {};

/** For a member: what each task earns, and what became of their own report. */
export const Filled: StoryObj = scene(market, (stage) => forMia(stage));

/** For an owner: how many reports await, and which task takes none. */
export const ForReviewers: StoryObj = scene(market, (stage) => as(olga, stage, list));

/** A visitor without a token sees the tasks of a site that publishes them. */
export const Visitor: StoryObj = scene(market, (stage) => as(mia, stage, list, { visitor: true }));

/** With a way to sign in, as the provider names it: here, and in the task that is open. */
export const VisitorSignsIn: StoryObj = scene(market, (stage) =>
  as(mia, stage, opened(list), { visitor: true, signInUrl: '#sign-in' }),
);

/** A line or two for each task, for a narrow place or a long list. */
export const Compact: StoryObj = scene(market, (stage) =>
  forMia(stage, html`<task-list layout="compact"></task-list>`),
);

export const CompactOpened: StoryObj = scene(market, (stage) =>
  forMia(stage, opened(html`<task-list layout="compact"></task-list>`)),
);

/** The whole description of the task that was chosen, and what can be done with it. */
export const Opened: StoryObj = scene(market, (stage) => forMia(stage, opened(list)));

/** Somebody has been here before: what came since is marked. */
export const NewSinceLastVisit: StoryObj = scene(market, (stage) => {
  visited(stage, mia);
  return forMia(stage);
});

/** Its owner takes the task off while a member reads it. */
export const TakenOff: StoryObj = scene(poster, (stage) => {
  const takeOff = async (event: Event): Promise<void> => {
    const { task } = event as TaskSelectedEvent;
    await stage.takeOff(task);
  };
  return forMia(stage, html`<div @task-selected=${takeOff}>${opened(list)}</div>`);
});

/** Nothing fits what was searched for. */
export const NothingFound: StoryObj = scene(market, (stage) =>
  forMia(stage, searched('A task that nobody has written')),
);

/** The page's own words beside the heading, below the tasks, and where there are none. */
export const Slots: StoryObj = scene(market, (stage) => forMia(stage, withSlots));
export const SlotsEmpty: StoryObj = scene(nothingYet, (stage) => forMia(stage, withSlots));

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

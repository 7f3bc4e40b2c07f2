import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { people, type Person, type Stage } from './backend.js';
import { dark, rightToLeft, scene, unplugged } from './scene.js';

export default { title: 'Tags/task-hub', component: 'task-hub' } satisfies Meta;

const { mia, rui, olga } = people;

async function bakery(stage: Stage): Promise<void> {
  const task = await stage.task({
    name: 'Name the bakery',
    description: 'Find a name that nobody in town uses, and say why it fits.',
    points: 50,
    reviewWithin: 4,
  });
  await stage.task({
    name: 'Hang up a poster',
    description: 'Where people really stop. A picture of it is enough.',
    points: 20,
  });
  const report = await stage.report(mia, task, 'Half past flour.');
  await stage.decide(report, 'changes', 'Which street is it on?');
}

interface Look {
  open?: boolean;
  placement?: string;
  offset?: string;
  label?: string;
  unread?: number;
  fetch?: typeof fetch;
  visitor?: boolean;
}

/** The one tag, for one person. */
const hub = (person: Person, stage: Stage, look: Look = {}): TemplateResult => html`
  <task-hub
    endpoint=${stage.endpoint}
    site=${stage.site}
    sign-in-url="#sign-in"
    label=${look.label ?? nothing}
    placement=${look.placement ?? nothing}
    offset=${look.offset ?? nothing}
    unread=${look.unread ?? nothing}
    ?open=${look.open}
    .getToken=${look.visitor ? undefined : () => stage.token(person)}
    .fetch=${look.fetch ?? stage.fetch}
  ></task-hub>
`;

/** A page of somebody else's, with some height to float over. */
const page = (content: unknown): TemplateResult => html`
  <div style="min-height: 640px; color: CanvasText">
    <h1>Our corner shop</h1>
    <p>Open from seven to seven. On Sundays, ring the bell.</p>
    ${content}
  </div>
`;

const story = (look: Look = {}, person: Person = mia): StoryObj =>
  scene(bakery, (stage) => page(hub(person, stage, look)));

/** Nothing but the launcher, and nothing fetched yet. */
export const Closed: StoryObj = story();

/** With a number that the page has written. */
export const Unread: StoryObj = story({ unread: 3 });

/** A member's tasks, reports and dialogues. */
export const Open: StoryObj = story({ open: true });

/** A reviewer's queue, in a panel that is wide. */
export const Reviewer: StoryObj = story({ open: true }, rui);

/** An owner. */
export const Owner: StoryObj = story({ open: true }, olga);

/** Without a token, on a site that publishes its tasks. */
export const Visitor: StoryObj = story({ open: true, visitor: true });

/** The picture alone. */
export const WithoutWords: StoryObj = story({ label: '', unread: 120 });

/** At another corner. */
export const TopStart: StoryObj = story({ open: true, placement: 'top-start', label: 'Jobs' });

/** Above a notice of cookies whose height the page tells. */
export const AboveACookieBar: StoryObj = scene(bakery, (stage) =>
  page(html`
    <div
      style="position: fixed; inset: auto 0 0; z-index: 1000; padding: 24px; color: #fff; background: #234"
    >
      We keep one cookie, for your sign-in.
    </div>
    ${hub(mia, stage, { offset: '96' })}
  `),
);

/** A page that moves and clips what it holds does not hold the hub. */
export const InATransformedPage: StoryObj = scene(
  bakery,
  (stage) => html`
    <div style="transform: translateY(8px); overflow: hidden; height: 320px">
      <h1>Our corner shop</h1>
      ${hub(mia, stage, { open: true })}
    </div>
  `,
);

export const Dark: StoryObj = scene(bakery, (stage) =>
  dark(page(hub(mia, stage, { open: true, unread: 3 }))),
);

export const RightToLeft: StoryObj = scene(bakery, (stage) =>
  rightToLeft(page(hub(mia, stage, { open: true }))),
);

/** The backend cannot be reached. */
export const Problem: StoryObj = story({ open: true, fetch: unplugged });

/** Neither an endpoint nor a provider: it says what to write. */
export const WithoutEndpoint: StoryObj = {
  render: () => page(html`<task-hub open></task-hub>`),
};

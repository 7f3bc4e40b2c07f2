import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { as, people, type Stage } from './backend.js';
import { scene } from './scene.js';

export default { title: 'Tags/task-provider', component: 'task-provider' } satisfies Meta;

const { mia } = people;

async function bakery(stage: Stage): Promise<void> {
  const task = await stage.task({
    name: 'Name the bakery',
    description: 'Find a name that nobody in town uses, and say why it fits.',
    points: 50,
    reviewWithin: 4,
  });
  await stage.report(mia, task, 'Half past flour, since they open at half past five.');
}

/** Tags inside one provider share their session: choose a task, and the form shows it. */
export const Together: StoryObj = scene(bakery, (stage) =>
  as(
    mia,
    stage,
    html`
      <task-list></task-list>
      <br />
      <report-form></report-form>
      <br />
      <report-list></report-list>
    `,
  ),
);

/** The provider draws nothing: the page's own content stays as it is. */
export const AroundAPage: StoryObj = scene(bakery, (stage) =>
  as(
    mia,
    stage,
    html`
      <h1>Our corner shop</h1>
      <p>Thank you for helping out. Here is what you can do this week.</p>
      <task-list></task-list>
    `,
  ),
);

/** Without a token, and with a page where one gets it. */
export const Visitor: StoryObj = scene(
  bakery,
  (stage) => html`
    <task-provider
      endpoint=${stage.endpoint}
      site=${stage.site}
      sign-in-url="#sign-in"
      .fetch=${stage.fetch}
    >
      <task-list></task-list>
      <br />
      <report-list></report-list>
    </task-provider>
  `,
);

/** An endpoint that is not written: every tag inside says so. */
export const WithoutEndpoint: StoryObj = {
  render: () => html`<task-provider><report-list></report-list></task-provider>`,
};

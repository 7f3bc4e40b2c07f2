import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { v7 as uuid } from 'uuid';
import { as, people, silence, type Person, type Stage } from './backend.js';
import { comes, pick, stallPicture, textFile } from './files.js';
import { dark, longName, longWord, narrow, rightToLeft, scene, unplugged } from './scene.js';

export default { title: 'Tags/mini-chat', component: 'mini-chat' } satisfies Meta;

const { mia, noor, rui } = people;

const chat = (report: string): TemplateResult => html`<mini-chat report-id=${report}></mini-chat>`;
const table = (report: string): TemplateResult =>
  html`<mini-chat report-id=${report} layout="table"></mini-chat>`;

/** Says something; gives back the message's id. */
async function say(
  stage: Stage,
  person: Person,
  report: string,
  text: string,
  replyTo: string | null = null,
): Promise<string> {
  const id = uuid();
  await stage.put(person, `/reports/${report}/messages/${id}`, { text, replyTo });
  return id;
}

async function submitted(stage: Stage): Promise<string> {
  const task = await stage.task({
    name: 'Photograph a market stall',
    description: 'With its name board readable.',
    points: 50,
  });
  return stage.report(mia, task, 'The stall of Ana, by the fountain.');
}

async function talk(stage: Stage): Promise<string> {
  const report = await submitted(stage);
  await say(stage, rui, report, 'Good morning Mia. The stall looks right.');
  const question = await say(
    stage,
    rui,
    report,
    'I cannot read the name board, though. Is there a picture that is a little sharper?',
  );
  await say(
    stage,
    mia,
    report,
    'Yes, from the other side: https://example.org/market/ana-2',
    question,
  );
  await say(stage, mia, report, 'The light was better there.');
  await stage.decide(report, 'changes', 'Please put that second link into the report itself.');
  await stage.put(mia, `/reports/${report}/rounds/2`, {
    text: 'https://example.org/market/ana-2',
  });
  await say(stage, mia, report, 'Done.');
  await stage.decide(report, 'approved', undefined, 2);
  await say(stage, rui, report, 'Perfect, thank you. See you next Saturday.');
  return report;
}

async function comments(stage: Stage): Promise<string> {
  const report = await submitted(stage);
  const one = await say(stage, mia, report, 'Is one picture enough?');
  const two = await say(stage, mia, report, 'The stall has a second board, on its back.');
  await say(stage, rui, report, 'One is enough, if the board can be read.', one);
  await say(stage, rui, report, 'Then take that one, please.', two);
  await say(stage, mia, report, 'I will.', two);
  return report;
}

async function long(stage: Stage): Promise<string> {
  const report = await submitted(stage);
  for (let n = 1; n <= 70; n += 1) {
    await say(stage, n % 3 ? mia : rui, report, `Stall ${n}: its board can be read from here.`);
  }
  return report;
}

const talkative: Person = {
  ...mia,
  name: 'Maximiliana Konstantinopolitanskaja-Wolfeschlegelsteinhausen',
};

async function longWords(stage: Stage): Promise<string> {
  const task = await stage.task({ name: longName, description: 'Long.', points: 1_000_000 });
  const report = await stage.report(talkative, task, longWord);
  const first = await say(stage, talkative, report, longWord);
  await say(stage, rui, report, `${'A sentence that goes on and on. '.repeat(12)}\n\nEnd.`, first);
  await stage.decide(report, 'changes', longWord);
  return report;
}

async function arabic(stage: Stage): Promise<string> {
  const task = await stage.task({ name: 'صوّر كشكًا في السوق', description: 'صورة.', points: 50 });
  const report = await stage.report(noor, task, 'كشك آنا');
  const asked = await say(stage, rui, report, 'هل يمكنك إرسال صورة أوضح؟');
  await say(stage, noor, report, 'نعم: https://example.org/market/ana-2', asked);
  await say(stage, noor, report, 'Ana’s stall, 12 May.');
  await stage.decide(report, 'approved');
  return report;
}

/** Half of it has been read; the other has read it all, and took something back. */
async function halfRead(stage: Stage): Promise<string> {
  const report = await submitted(stage);
  const path = `/reports/${report}`;
  await say(stage, mia, report, 'The board is in the second picture.');
  await stage.put(rui, `${path}/read`, { seq: 2 });
  const slip = await say(stage, rui, report, 'That was for somebody else.');
  await stage.remove(rui, `${path}/messages/${slip}`);
  await stage.put(mia, `${path}/read`, { seq: 3 });
  for (const text of [
    'I see it now.',
    'One more question, then: whose stall is the one behind it?',
  ]) {
    await say(stage, rui, report, text);
  }
  return report;
}

/** Read to the end, by both sides. */
async function read(stage: Stage): Promise<string> {
  const report = await submitted(stage);
  await say(stage, rui, report, 'Thank you, I look at it tonight.');
  await say(stage, mia, report, 'The board is in the second picture.');
  for (const person of [mia, rui]) await stage.put(person, `/reports/${report}/read`, { seq: 3 });
  return report;
}

/** Answers each question once, and is then gone. */
function leaving(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const asked = new Set<string>();
  return (input, init) => {
    const url = new Request(input, init).url;
    if (asked.has(url) || url.endsWith('/live')) return unplugged(input, init);
    asked.add(url);
    return fetch(input, init);
  };
}

/** A dialogue from the submission to the approval, and beyond it, as the member sees it. */
export const Filled: StoryObj = scene(talk, (stage, report) => as(mia, stage, chat(report)));

/** The same, as the reviewer sees it. */
export const ForReviewers: StoryObj = scene(talk, (stage, report) => as(rui, stage, chat(report)));

/** The comments table: the replies stand under what they answer. */
export const Table: StoryObj = scene(comments, (stage, report) => as(rui, stage, table(report)));

/** More than one page: older messages come as one scrolls up. */
export const ManyMessages: StoryObj = scene(long, (stage, report) => as(mia, stage, chat(report)));

/** It opens at the first message that is unread. One was taken back: a mark of it stays. */
export const Unread: StoryObj = scene(halfRead, (stage, report) => as(mia, stage, chat(report)));

/** How far the other side has read. */
export const ReadByOther: StoryObj = scene(read, (stage, report) => as(mia, stage, chat(report)));

/** No report is chosen. */
export const Empty: StoryObj = scene(
  () => {},
  (stage) => as(mia, stage, html`<mini-chat></mini-chat>`),
);

/** Nobody has said anything yet: who will read it? */
export const NothingSaid: StoryObj = scene(submitted, (stage, report) =>
  as(mia, stage, chat(report)),
);

/** The outline of what will come, after 150 milliseconds. */
export const Loading: StoryObj = scene(submitted, (stage, report) =>
  as(mia, stage, chat(report), { fetch: silence }),
);

/** The token has ended, and the host gives out no better one. */
export const Problem: StoryObj = scene(submitted, (stage, report) =>
  as(mia, stage, chat(report), { life: -60 }),
);

/** The backend went away: what is written waits. */
export const Offline: StoryObj = scene(talk, (stage, report) =>
  as(mia, stage, chat(report), { fetch: leaving(stage.fetch) }),
);

/** Somebody writes at the other end. It is gone by itself when they stop. */
export const SomebodyWrites: StoryObj = {
  ...scene(talk, (stage, report) => as(mia, stage, chat(report))),
  play: ({ loaded, canvasElement }) => {
    const { stage, filled } = loaded as { stage: Stage; filled: string };
    const timer = setInterval(() => {
      if (canvasElement.querySelector('mini-chat')) {
        void stage.put(rui, `/reports/${filled}/typing`, {});
      } else clearInterval(timer);
    }, 1_000);
  },
};

const part = <Found extends HTMLElement>(canvas: HTMLElement, name: string): Promise<Found> =>
  comes<Found>(canvas, 'mini-chat', `[part=${name}]`);

/** A search over the whole dialogue, not only over what is loaded. */
export const Search: StoryObj = {
  ...scene(long, (stage, report) => as(mia, stage, chat(report))),
  play: async ({ canvasElement }) => {
    (await part(canvasElement, 'search-button')).click();
    const field = await part<HTMLInputElement>(canvasElement, 'search-field');
    field.value = 'stall 1';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  },
};

/** All keys, behind `?`. */
export const Keys: StoryObj = {
  ...scene(talk, (stage, report) => as(mia, stage, chat(report))),
  play: async ({ canvasElement }) => {
    // By then it is known what the backend can do.
    await part(canvasElement, 'search-button');
    (await part(canvasElement, 'show-keys')).click();
  },
};

const files = async (): Promise<readonly File[]> => [
  await stallPicture('stall.png'),
  await stallPicture('board.png', 400, 600),
  textFile('prices.txt', 'Figs 4, plums 3, honey 9.'),
];

/** Picked, and on their way up while one goes on writing. */
export const FilesPicked: StoryObj = {
  ...scene(talk, (stage, report) => as(mia, stage, chat(report))),
  play: async ({ canvasElement }) => pick(canvasElement, 'mini-chat', await files()),
};

/** Pictures have their room before they are there; other files are cards. */
export const FilesSent: StoryObj = {
  ...scene(talk, (stage, report) => as(mia, stage, chat(report))),
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'mini-chat', await files());
    const field = await comes<HTMLTextAreaElement>(canvasElement, 'mini-chat', 'textarea');
    field.value = 'The stall, its board, and what things cost.';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await comes(canvasElement, 'mini-chat', '.picked');
    (await comes(canvasElement, 'mini-chat', '[part=send]')).click();
  },
};

export const LongText: StoryObj = scene(longWords, (stage, report) => as(rui, stage, chat(report)));
export const RightToLeft: StoryObj = scene(arabic, (stage, report) =>
  rightToLeft(as(noor, stage, chat(report), { locale: 'ar' })),
);
export const RightToLeftTable: StoryObj = scene(arabic, (stage, report) =>
  rightToLeft(as(noor, stage, table(report), { locale: 'ar' })),
);
export const Narrow: StoryObj = scene(talk, (stage, report) =>
  narrow(as(mia, stage, chat(report))),
);
export const NarrowTable: StoryObj = scene(comments, (stage, report) =>
  narrow(as(mia, stage, table(report))),
);
export const Dark: StoryObj = scene(talk, (stage, report) => dark(as(mia, stage, chat(report))));
export const DarkTable: StoryObj = scene(comments, (stage, report) =>
  dark(as(rui, stage, table(report))),
);

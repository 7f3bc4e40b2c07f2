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
  attachments: readonly string[] = [],
): Promise<string> {
  const id = uuid();
  await stage.put(person, `/reports/${report}/messages/${id}`, { text, replyTo, attachments });
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

/** What is shorter or taller than a line of words. */
async function shortAndTall(stage: Stage): Promise<string> {
  const report = await submitted(stage);
  await say(stage, rui, report, '🎉');
  await say(stage, rui, report, 'https://example.org/market/stalls?by=fountain&lang=pt#ana-lopes');
  await say(stage, mia, report, 'Ok');
  await say(stage, mia, report, '👩🏽‍🍳🍯🍇');
  const prices = await stage.upload(rui, textFile('prices.txt', 'Figs 4, plums 3, honey 9.'));
  await say(stage, rui, report, '', null, [prices]);
  await say(stage, mia, report, 'One line.\n\nAnd one after an empty one.');
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

/** A network that does `otherwise` with what is written to addresses with `part` in them. */
const writing =
  (
    part: string,
    fetch: typeof globalThis.fetch,
    otherwise: (request: Request) => Promise<Response>,
  ): typeof globalThis.fetch =>
  (input, init) => {
    const request = new Request(input, init);
    const isMeant = request.method === 'PUT' && request.url.includes(part);
    return isMeant ? otherwise(request) : fetch(request);
  };

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

function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

async function lookFor(canvas: HTMLElement, text: string): Promise<void> {
  (await part(canvas, 'search-button')).click();
  type(await part<HTMLInputElement>(canvas, 'search-field'), text);
}

/** Sends as a person would, who sees first what was said. */
async function send(canvas: HTMLElement, text: string): Promise<void> {
  await comes(canvas, 'mini-chat', '[data-line]');
  type(await comes<HTMLTextAreaElement>(canvas, 'mini-chat', 'textarea'), text);
  (await part(canvas, 'send')).click();
}

/** A search over the whole dialogue, not only over what is loaded. */
export const Search: StoryObj = {
  ...scene(long, (stage, report) => as(mia, stage, chat(report))),
  play: ({ canvasElement }) => lookFor(canvasElement, 'stall 1'),
};

/** A search that finds nothing. */
export const SearchWithoutMatch: StoryObj = {
  ...scene(talk, (stage, report) => as(mia, stage, chat(report))),
  play: ({ canvasElement }) => lookFor(canvasElement, 'bakery'),
};

/** Messages came in while one reads further up: how many, and the way to them. */
export const NewBelow: StoryObj = {
  ...scene(long, (stage, report) => as(mia, stage, chat(report))),
  play: async ({ loaded, canvasElement }) => {
    const { stage, filled } = loaded as { stage: Stage; filled: string };
    await comes(canvasElement, 'mini-chat', '[part=message]');
    const log = await part(canvasElement, 'log');
    log.scrollTop -= 600;
    await part(canvasElement, 'jump');
    for (const text of ['I have seen them all.', 'Thank you.', 'One is missing, stall 12.']) {
      await say(stage, rui, filled, text);
    }
  },
};

/** One message is answered: what it said stands over the field. */
export const Replying: StoryObj = {
  ...scene(comments, (stage, report) => as(rui, stage, chat(report))),
  play: async ({ canvasElement }) => (await part(canvasElement, 'reply')).click(),
};

/** In the table, the answer is written under what it answers. */
export const ReplyingInTable: StoryObj = {
  ...scene(comments, (stage, report) => as(rui, stage, table(report))),
  play: async ({ canvasElement }) => (await part(canvasElement, 'reply')).click(),
};

/** On its way for longer than a moment. */
export const Sending: StoryObj = {
  ...scene(talk, (stage, report) =>
    as(mia, stage, chat(report), { fetch: writing('/messages/', stage.fetch, silence) }),
  ),
  play: ({ canvasElement }) => send(canvasElement, 'See you there. I bring the other lens, too.'),
};

/** Something on the way loses the words, and the backend takes no empty message. */
const losingWords = (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  writing('/messages/', fetch, (request) =>
    fetch(new Request(request, { body: JSON.stringify({ text: '' }) })),
  );

/** The backend has not taken a message: why, and the two ways on. */
export const Refused: StoryObj = {
  ...scene(talk, (stage, report) =>
    as(mia, stage, chat(report), { fetch: losingWords(stage.fetch) }),
  ),
  play: ({ canvasElement }) => send(canvasElement, 'See you there. I bring the other lens, too.'),
};
export const RefusedInTable: StoryObj = {
  ...scene(comments, (stage, report) =>
    as(mia, stage, table(report), { fetch: losingWords(stage.fetch) }),
  ),
  play: ({ canvasElement }) => send(canvasElement, 'See you there. I bring the other lens, too.'),
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

/** Picks files and sends them along. */
async function sendFiles(canvas: HTMLElement): Promise<void> {
  await pick(canvas, 'mini-chat', await files());
  // What has been seen here need not be fetched, which no page could from the backend in it.
  await comes(canvas, 'mini-chat', '.picked:nth-child(2) canvas');
  await send(canvas, 'The stall, its board, and what things cost.');
}

/** Picked, and on their way up while one goes on writing. */
export const FilesPicked: StoryObj = {
  ...scene(talk, (stage, report) => as(mia, stage, chat(report))),
  play: async ({ canvasElement }) => pick(canvasElement, 'mini-chat', await files()),
};

/** What is empty, or of a kind that is not taken, stays until it is taken away. */
export const FilesRefused: StoryObj = {
  ...scene(talk, (stage, report) => as(mia, stage, chat(report))),
  play: async ({ canvasElement }) =>
    pick(canvasElement, 'mini-chat', [
      textFile('notes.txt', ''),
      textFile('Padaria-Central-opening-hours-in-summer-and-in-winter.xyz', '\u0000\u0001'),
      await stallPicture('stall.png'),
    ]),
};

/** Sent with a message, and still on their way. */
export const FilesSending: StoryObj = {
  ...scene(talk, (stage, report) =>
    as(mia, stage, chat(report), { fetch: writing('/attachments/', stage.fetch, silence) }),
  ),
  play: ({ canvasElement }) => sendFiles(canvasElement),
};

/** Pictures have their room before they are there; other files are cards. */
export const FilesSent: StoryObj = {
  ...scene(talk, (stage, report) => as(mia, stage, chat(report))),
  play: ({ canvasElement }) => sendFiles(canvasElement),
};

/** Emoji, a link, a file, an empty line: what has another height than a line of words. */
export const ShortAndTall: StoryObj = scene(shortAndTall, (stage, report) =>
  as(mia, stage, chat(report)),
);
export const ShortAndTallTable: StoryObj = scene(shortAndTall, (stage, report) =>
  as(mia, stage, table(report)),
);

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

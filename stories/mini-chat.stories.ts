import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { as, people, silence, type Stage } from './backend.js';
import {
  arabic,
  comments,
  halfRead,
  long,
  longWords,
  read,
  say,
  shortAndTall,
  submitted,
  talk,
} from './dialogues.js';
import { comes, pick, stallPicture, textFile } from './files.js';
import { dark, narrow, rightToLeft, scene, unplugged, writing } from './scene.js';

export default { title: 'Tags/mini-chat', component: 'mini-chat' } satisfies Meta;

const { mia, noor, rui } = people;

const chat = (report: string): TemplateResult => html`<mini-chat report-id=${report}></mini-chat>`;
const table = (report: string): TemplateResult =>
  html`<mini-chat report-id=${report} layout="table"></mini-chat>`;

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

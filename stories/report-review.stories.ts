import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { as, people, silence, type Stage } from './backend.js';
import { comes, pick, textFile } from './files.js';
import { dark, longName, longWord, narrow, rightToLeft, scene, unplugged } from './scene.js';

export default { title: 'Tags/report-review', component: 'report-review' } satisfies Meta;

const { mia, noor, rui, olga } = people;
const review = html`<report-review></report-review>`;
const opened = (id: string): TemplateResult =>
  html`<report-review report-id=${id}></report-review>`;

const forRui = (stage: Stage): TemplateResult => as(rui, stage, review);
const openedForRui = (stage: Stage, id: string): TemplateResult => as(rui, stage, opened(id));
const nothingYet = (): void => {};

const bakery = (stage: Stage): Promise<string> =>
  stage.task({
    name: 'Photograph a bakery’s opening hours',
    description: 'One picture, with the hours readable. Put the link into your report.',
    points: 50,
    reviewWithin: 4,
    limit: 3,
  });

const proof =
  'Padaria Central, Rua do Forno 12. The hours stand on the door, left of the handle:\n' +
  'https://example.org/pictures/padaria-central';

/** A morning's queue; gives back the report that has waited longest. */
async function morning(stage: Stage): Promise<string> {
  const hours = await bakery(stage);
  const store = await stage.task({
    name: 'Review our app in the store',
    description: 'Send the link to your review.',
    points: 120,
    reviewWithin: 48,
  });
  const survey = await stage.task({
    name: 'Answer the survey on opening hours',
    description: 'Report the code at its end.',
    points: 30,
  });
  const first = await stage.report(mia, hours, proof);
  const second = await stage.report(noor, survey, 'The code is 7734.');
  const third = await stage.report(noor, store, 'https://example.org/reviews/118');
  await stage.report(mia, survey, 'The code is 1201.');
  await stage.say(mia, first, 'The picture is from this morning, they have new hours.');
  await stage.say(rui, first, 'Thank you. Are they open on Sundays too?');
  await stage.say(mia, first, 'Yes, until noon. It is on the second sign.');
  await stage.setBack(first, 6.2);
  await stage.setBack(second, 3.1);
  await stage.setBack(third, 0.7);
  return first;
}

/** A report in its second round; gives back its id. */
async function revised(stage: Stage): Promise<string> {
  const report = await stage.report(mia, await bakery(stage), 'Padaria Central, by the bridge.');
  await stage.decide(report, 'changes', 'Please add the link to the picture.');
  await stage.put(mia, `/reports/${report}/rounds/2`, { text: proof });
  return report;
}

/** Each round with files of its own; gives back the report's id. */
async function withFiles(stage: Stage): Promise<string> {
  const [first, second, third] = await Promise.all([
    stage.upload(mia, textFile('bakery.txt', 'Padaria Central.')),
    stage.upload(mia, textFile('hours.txt', 'From seven to one.')),
    stage.upload(mia, textFile('sundays.txt', 'From eight to noon.')),
  ]);
  const report = await stage.report(mia, await bakery(stage), proof, [first]);
  await stage.decide(report, 'changes', 'Please add the hours.');
  await stage.put(mia, `/reports/${report}/rounds/2`, {
    text: proof,
    attachments: [second, third],
  });
  return report;
}

const decided = (verdict: string, reason?: string) => async (stage: Stage) => {
  const report = await stage.report(mia, await bakery(stage), proof);
  await stage.decide(report, verdict, reason);
  return report;
};

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

async function longWords(stage: Stage): Promise<string> {
  const person = { sub: 'long', name: longName, role: 'member' } as const;
  const one = await stage.task({ name: longWord, description: 'Long.', points: 1_000_000 });
  const two = await stage.task({ name: longName, description: 'Long.', points: 1 });
  await stage.report(mia, two, 'Short.');
  const report = await stage.report(person, one, `${longWord}\n\n${proof}`);
  await stage.decide(report, 'changes', longWord);
  await stage.put(person, `/reports/${report}/rounds/2`, { text: `${proof} ${longWord}` });
  return report;
}

async function arabic(stage: Stage): Promise<string> {
  const lina = { sub: 'lina', name: 'لينا حدّاد', role: 'member' } as const;
  const task = await stage.task({
    name: 'صوّر كشكًا في السوق',
    description: 'مع اللوحة.',
    points: 50,
    reviewWithin: 4,
  });
  const report = await stage.report(lina, task, 'كشك آنا، قرب النافورة.');
  await stage.report(mia, task, proof);
  await stage.say(lina, report, 'الصورة من هذا الصباح.');
  return report;
}

async function ownReport(stage: Stage): Promise<string> {
  const task = await bakery(stage);
  return stage.report({ ...rui, role: 'member' }, task, proof);
}

/** The queue with the longest wait first, beside the report that is read. */
export const Filled: StoryObj = scene(morning, forRui);

/** The member has sent another text; the first one and what was said of it can still be read. */
export const SecondRound: StoryObj = scene(revised, openedForRui);

/** What was sent along can be opened from here. */
export const WithFiles: StoryObj = scene(withFiles, openedForRui);

/** For ever: nothing is left to press. */
export const Approved: StoryObj = scene(decided('approved'), openedForRui);
export const Rejected: StoryObj = scene(
  decided('rejected', 'The hours cannot be read in this picture.'),
  openedForRui,
);

/** The turn is with the member. */
export const ChangesRequested: StoryObj = scene(
  decided('changes', 'Please take the picture from closer up.'),
  openedForRui,
);

/** Nobody decides their own report. */
export const OwnReport: StoryObj = scene(ownReport, openedForRui);

const press = async (canvas: HTMLElement, part: string): Promise<void> =>
  (await comes(canvas, 'report-review', `[part=${part}]`)).click();

const unhurried = html`<report-review undo-seconds="30"></report-review>`;

const withReasons = html`<report-review>
  <option value="rejected">The hours cannot be read in this picture.</option>
  <option value="rejected">This is not a bakery.</option>
  <option value="changes">Please add the address.</option>
  <option>The link does not open for us.</option>
</report-review>`;

/** For a while a decision can be taken back; the next report is open already. */
export const Undo: StoryObj = {
  ...scene(morning, (stage) => as(rui, stage, unhurried)),
  play: ({ canvasElement }) => press(canvasElement, 'approve'),
};
export const UndoNarrow: StoryObj = {
  ...scene(morning, (stage, id) =>
    narrow(as(rui, stage, html`<report-review undo-seconds="30" report-id=${id}></report-review>`)),
  ),
  play: ({ canvasElement }) => press(canvasElement, 'approve'),
};

/** The reasons that the site gives often, each with its number. */
export const Reasons: StoryObj = {
  ...scene(morning, (stage) => as(rui, stage, withReasons)),
  play: ({ canvasElement }) => press(canvasElement, 'reject'),
};
export const ReasonsNarrow: StoryObj = {
  ...scene(revised, (stage, id) =>
    narrow(
      as(
        rui,
        stage,
        html`<report-review report-id=${id}>
          <option>
            The hours cannot be read in this picture, neither on the door nor beside it.
          </option>
          <option>This is not a bakery.</option>
        </report-review>`,
      ),
    ),
  ),
  play: ({ canvasElement }) => press(canvasElement, 'reject'),
};

/** Reports that are decided together. */
export const Selected: StoryObj = {
  ...scene(morning, forRui),
  play: async ({ canvasElement }) => {
    (await comes(canvasElement, 'report-review', '.pick input')).click();
    (await comes(canvasElement, 'report-review', '.entry:nth-child(4) .pick input')).click();
  },
};

/** More than ten are rejected only by somebody who has seen whom it hits. */
export const RejectMany: StoryObj = {
  ...scene(many, forRui),
  play: async ({ canvasElement }) => {
    (await comes(canvasElement, 'report-review', '.pick input')).click();
    (await comes(canvasElement, 'report-review', '.count-line .button')).click();
    (await comes(canvasElement, 'report-review', '.picks .danger')).click();
    const field = await comes<HTMLTextAreaElement>(canvasElement, 'report-review', '#reasons');
    field.value = 'The count was to be taken at noon.';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    (await comes(canvasElement, 'report-review', '.picks [part=confirm]')).click();
  },
};

/** The queue of one member alone, looked through for a word. */
export const Search: StoryObj = {
  ...scene(morning, forRui),
  play: async ({ canvasElement }) => {
    (await comes(canvasElement, 'report-review', '.only button')).click();
    const field = await comes<HTMLInputElement>(canvasElement, 'report-review', '.find input');
    field.value = 'code';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  },
};

/** What a revision has changed in the text before it. */
export const Changes: StoryObj = scene(async (stage) => {
  const report = await stage.report(mia, await bakery(stage), `${proof} It is open on Sundays.`);
  await stage.decide(report, 'changes', 'Until when, on Sundays?');
  const text = `${proof} It is open on Sundays, from eight until noon.`;
  await stage.put(mia, `/reports/${report}/rounds/2`, { text });
  return report;
}, openedForRui);

/** What waits for its member to move. */
export const WithMember: StoryObj = scene(decided('changes', 'Which bakery is it?'), (stage) =>
  as(rui, stage, html`<report-review status="changes"></report-review>`),
);

/** Another reviewer reads the same report, on another page. */
export const TwoReviewers: StoryObj = scene(
  morning,
  (stage, id) => html`
    ${openedForRui(stage, id)}
    <div hidden>${as(olga, stage, opened(id))}</div>
  `,
);

/** More than one page. */
export const Many: StoryObj = scene(many, forRui);
export const Loading: StoryObj = scene(nothingYet, (stage) =>
  as(rui, stage, review, { fetch: silence }),
);
export const Empty: StoryObj = scene(nothingYet, forRui);

/** A member has nothing to decide. */
export const ForMembers: StoryObj = scene(morning, (stage) => as(mia, stage, review));

/** The token has ended, and the host gives out no better one. */
export const Problem: StoryObj = scene(nothingYet, (stage) =>
  as(rui, stage, review, { life: -60 }),
);
export const Offline: StoryObj = scene(nothingYet, (stage) =>
  as(rui, stage, review, { fetch: unplugged }),
);
export const LongText: StoryObj = scene(longWords, openedForRui);
export const RightToLeft: StoryObj = scene(arabic, (stage, id) =>
  rightToLeft(as(olga, stage, opened(id), { locale: 'ar' })),
);

/** First the queue, then the report, with a way back. */
export const Narrow: StoryObj = scene(morning, (stage) => narrow(forRui(stage)));
export const NarrowReport: StoryObj = scene(morning, (stage, id) =>
  narrow(openedForRui(stage, id)),
);
export const Dark: StoryObj = scene(morning, (stage) => dark(forRui(stage)));

const sheetOf = async (canvas: HTMLElement, rows: readonly string[]): Promise<void> => {
  await press(canvas, 'show-sheet');
  await comes(canvas, 'report-review', 'dialog.sheet input[type="file"]');
  await pick(canvas, 'report-review', [textFile('reports.csv', rows.join('\n'))]);
};

/** What somebody has filled in, with all that can be wrong. */
async function filledSheet(stage: Stage): Promise<readonly string[]> {
  const task = await bakery(stage);
  const made: string[] = [];
  for (const [index, text] of ['By the bridge.', proof, 'Rua do Forno 12.'].entries()) {
    made.push(await stage.report(index % 2 ? noor : mia, task, text));
  }
  const settled = await stage.report(noor, task, 'Padaria do Sul.');
  await stage.put(olga, `/reports/${settled}/rounds/1/decision`, {
    id: crypto.randomUUID(),
    verdict: 'approved',
  });
  const changed = await stage.report(noor, task, 'Padaria Nova.');
  await stage.put(noor, `/reports/${changed}/rounds/2`, { text: proof });
  return [
    'report,round,member,task,verdict,reason',
    `${made[0]},1,Mia Sousa,Photograph a bakery,approve,`,
    `${made[1]},1,Noor Haddad,Photograph a bakery,reject,"The hours, on the door, cannot be read."`,
    `${made[2]},1,Mia Sousa,Photograph a bakery,ask for changes,Please add the address.`,
    `${settled},1,Noor Haddad,Photograph a bakery,approve,`,
    `${changed},1,Noor Haddad,Photograph a bakery,approve,`,
    `${made[0]},2,Mia Sousa,Photograph a bakery,perhaps,`,
    `${crypto.randomUUID()},1,Somebody,Elsewhere,approve,`,
    `${crypto.randomUUID()},1,Somebody,Elsewhere,,`,
  ];
}

/** What a story's loader has filled in. */
const filledIn = ({ loaded }: { loaded: Record<string, unknown> }): readonly string[] =>
  loaded['filled'] as readonly string[];

/** The three steps through a spreadsheet. */
export const Spreadsheet: StoryObj = {
  ...scene(morning, forRui),
  play: ({ canvasElement }) => press(canvasElement, 'show-sheet'),
};

/** What would become of each line, before anything is decided. */
export const SpreadsheetPreview: StoryObj = {
  ...scene(filledSheet, forRui),
  play: (context) => sheetOf(context.canvasElement, filledIn(context)),
};
export const SpreadsheetNarrow: StoryObj = {
  ...scene(filledSheet, (stage) => narrow(forRui(stage))),
  play: (context) => sheetOf(context.canvasElement, filledIn(context)),
};

const apply = async (canvas: HTMLElement, filled: readonly string[]): Promise<void> => {
  await sheetOf(canvas, filled);
  (await comes(canvas, 'report-review', 'dialog.sheet footer .primary')).click();
};

/** Decisions never come to an end here. */
const undecided =
  (stage: Stage): typeof fetch =>
  (input, init) => {
    const request = new Request(input, init);
    return request.url.endsWith('/decision') ? new Promise(() => {}) : stage.fetch(request);
  };

/** While it decides, it can be stopped. */
export const SpreadsheetRunning: StoryObj = {
  ...scene(filledSheet, (stage) => as(rui, stage, review, { fetch: undecided(stage) })),
  play: (context) => apply(context.canvasElement, filledIn(context)),
};

/** What became of each line, to be saved. */
export const SpreadsheetDone: StoryObj = {
  ...scene(filledSheet, forRui),
  play: (context) => apply(context.canvasElement, filledIn(context)),
};

/** One sentence says what to do. */
export const SpreadsheetUnfit: StoryObj = {
  ...scene(morning, forRui),
  play: ({ canvasElement }) => sheetOf(canvasElement, ['Dear reader']),
};

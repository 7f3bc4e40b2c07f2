import { v7 as uuid } from 'uuid';
import { people, type Person, type Stage } from './backend.js';
import { textFile } from './files.js';
import { longName, longWord } from './scene.js';

const { mia, noor, rui } = people;

/** Says something; gives back the message's id. */
export async function say(
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

/** A report of which nobody has said anything. */
export async function submitted(stage: Stage): Promise<string> {
  const task = await stage.task({
    name: 'Photograph a market stall',
    description: 'With its name board readable.',
    points: 50,
  });
  return stage.report(mia, task, 'The stall of Ana, by the fountain.');
}

/** From the submission to the approval, and beyond it. */
export async function talk(stage: Stage): Promise<string> {
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

/** Two questions, each with its answers. */
export async function comments(stage: Stage): Promise<string> {
  const report = await submitted(stage);
  const one = await say(stage, mia, report, 'Is one picture enough?');
  const two = await say(stage, mia, report, 'The stall has a second board, on its back.');
  await say(stage, rui, report, 'One is enough, if the board can be read.', one);
  await say(stage, rui, report, 'Then take that one, please.', two);
  await say(stage, mia, report, 'I will.', two);
  return report;
}

/** More than a view of them. */
export async function long(stage: Stage): Promise<string> {
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

/** The longest that people are called and write. */
export async function longWords(stage: Stage): Promise<string> {
  const task = await stage.task({ name: longName, description: 'Long.', points: 1_000_000 });
  const report = await stage.report(talkative, task, longWord);
  const first = await say(stage, talkative, report, longWord);
  await say(stage, rui, report, `${'A sentence that goes on and on. '.repeat(12)}\n\nEnd.`, first);
  await stage.decide(report, 'changes', longWord);
  return report;
}

/** In a language that runs from right to left, with words of another in it. */
export async function arabic(stage: Stage): Promise<string> {
  const task = await stage.task({ name: 'صوّر كشكًا في السوق', description: 'صورة.', points: 50 });
  const report = await stage.report(noor, task, 'كشك آنا');
  const asked = await say(stage, rui, report, 'هل يمكنك إرسال صورة أوضح؟');
  await say(stage, noor, report, 'نعم: https://example.org/market/ana-2', asked);
  await say(stage, noor, report, 'Ana’s stall, 12 May.');
  await stage.decide(report, 'approved');
  return report;
}

/** Half of it has been read; the other has read it all, and took something back. */
export async function halfRead(stage: Stage): Promise<string> {
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
export async function read(stage: Stage): Promise<string> {
  const report = await submitted(stage);
  await say(stage, rui, report, 'Thank you, I look at it tonight.');
  await say(stage, mia, report, 'The board is in the second picture.');
  for (const person of [mia, rui]) await stage.put(person, `/reports/${report}/read`, { seq: 3 });
  return report;
}

/** What is shorter or taller than a line of words. */
export async function shortAndTall(stage: Stage): Promise<string> {
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

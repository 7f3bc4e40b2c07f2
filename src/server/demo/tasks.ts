import type { TaskRequest } from '../../contract/task.js';

/** A task of the demo; `closesInHours` counts from the demo's first start. */
export interface DemoTask extends Omit<TaskRequest, 'status' | 'closesAt'> {
  key: string;
  closesInHours?: number;
  /** Deactivated once the demo's reports on it are in. */
  retired?: true;
}

/** Oldest first, as they would have been written. */
export const demoTasks: DemoTask[] = [
  {
    key: 'rack',
    name: 'Paint the bicycle rack',
    description: `Two coats of the green from the paint shelf, brush and tape are in the blue crate.

Tell us which Saturday you did it and how much paint is left.`,
    points: 150,
    quota: 1,
    reviewWithin: 48,
    retired: true,
  },
  {
    key: 'notebook',
    name: 'Write up a repair for the notebook',
    description: `Was something of yours mended with us, or did you mend it? Write down how, so that the next person does not start from nothing.

1. What it was, with the model number if there is one.
2. What was wrong, and how it showed.
3. What you did, in the order you did it.
4. Which parts and tools it took.

Ten sentences are plenty. One write-up is one report; you may send up to ten.`,
    points: 40,
    limit: 10,
    reviewWithin: 24,
  },
  {
    key: 'safety',
    name: 'Translate the safety sheet',
    description: `One page, about 180 words, on mains voltage, blades and hot glue. It hangs beside every bench, so far in English and Portuguese.

Put it into a language you grew up with and paste the whole text into your report. Say who besides you has read it: a second pair of eyes is what we look for.`,
    points: 90,
    limit: 3,
    reviewWithin: 72,
  },
  {
    key: 'wall',
    name: 'Count the tool wall',
    description: `Every tool has its painted outline on the wall. Take the list from the desk, go along the wall from the door to the window, and note each outline that is empty.

Report what is missing, with the number beside the outline, and what hangs in the wrong place. About forty minutes.`,
    points: 50,
    quota: 2,
    reviewWithin: 24,
    examples: [
      { kind: 'good', text: '14 empty, 31 holds the wrong pliers, 58 empty.' },
      { kind: 'bad', text: 'A few pliers are gone.' },
    ],
    reasons: [
      { text: 'Please add the number beside each outline.', verdict: 'changes' },
      { text: 'This is the list of last month.', verdict: 'rejected' },
    ],
  },
  {
    key: 'guest',
    name: 'Sit with a first-time guest',
    description: `Someone who comes for the first time should not stand at the door with a lamp under their arm. Greet them, find the right bench, and stay until the repair has begun.

Tell us in a few sentences how it went, and what they did not find by themselves. No names, please.`,
    points: 70,
    limit: 5,
    reviewWithin: 24,
  },
  {
    key: 'register',
    name: 'Register last Saturday’s repairs',
    description: `We share what breaks, and why, with other repair cafés. Take the paper slips of one bench from last Saturday and enter them in the open data form; the link below explains the categories.

Report which bench you took, how many slips there were, and which ones did not fit any category.`,
    points: 60,
    url: 'https://openrepair.org/open-data/open-standard/',
    reviewWithin: 24,
  },
  {
    key: 'screws',
    name: 'Sort the drawer of odd screws',
    description: `The lowest drawer at the metal bench. Sort by head first (slotted, cross, hex, star), then by length, into the labelled jars. What has no jar goes into the tin marked “strays”.

Report how many jars are full and which labels we lack. Tea is on us.`,
    points: 80,
    quota: 6,
    reviewWithin: 48,
  },
  {
    key: 'boards',
    name: 'Hang the winter posters',
    description: `Six posters wait in the tube by the door. Hang them where people really stop: the library, the launderette, the tram stop at Weir Bridge, three more of your choice.

Report the six places. If you had to ask for leave, say whom, so that we can thank them.`,
    points: 25,
    closesInHours: 54,
    reviewWithin: 24,
  },
];

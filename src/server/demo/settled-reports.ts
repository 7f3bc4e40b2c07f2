import type { DemoReport } from './report-story.js';

/** Reports that were decided days ago. */
export const settledReports: DemoReport[] = [
  {
    key: 'tomas-rack',
    task: 'rack',
    steps: [
      {
        hoursAgo: 800,
        by: 'tomas',
        proof:
          'Painted on Saturday the 17th, two coats, four hours between them. About a third of the tin is left; I wrote the date on the lid.',
      },
      {
        hoursAgo: 791,
        by: 'olga',
        says: 'It looks splendid from the tram. Did the rust by the third bar come off?',
      },
      {
        hoursAgo: 789,
        by: 'tomas',
        says: 'All but a thumbnail of it. I used the wire brush and a bit of primer from home.',
      },
      {
        hoursAgo: 788,
        by: 'olga',
        decides: 'approved',
        because: 'Thank you. The primer is on our list now.',
      },
    ],
  },
  {
    key: 'mia-toaster',
    task: 'notebook',
    steps: [
      {
        hoursAgo: 172,
        by: 'mia',
        proof: `Toaster, Rowan TA-210. The lever would not stay down.

The little electromagnet that holds it was full of crumbs. We unplugged it, took off the two screws underneath and the crumb tray, brushed the magnet and its plate clean, and bent the catch back by a hair. It has held ever since.

Tools: a cross screwdriver, a dry toothbrush.`,
      },
      {
        hoursAgo: 170,
        by: 'rui',
        says: 'Lovely, one can follow every step. How did you know that it was the magnet, and not the switch?',
      },
      {
        hoursAgo: 169.4,
        by: 'mia',
        says: 'Held down by hand it did get hot, so the switch was fine. Noor showed me that.',
      },
      {
        hoursAgo: 169,
        by: 'rui',
        decides: 'approved',
        because: 'I have added that test to the page, with both your names.',
      },
    ],
  },
  {
    key: 'noor-screws',
    task: 'screws',
    steps: [
      {
        hoursAgo: 121,
        by: 'noor',
        proof:
          'The upper half of the drawer is done. Seven jars are full: M3, M4 and M5 cross, M4 hex, and three of wood screws. We lack labels for star heads below T10 and for anything in brass.',
      },
      { hoursAgo: 118, by: 'rui', decides: 'approved' },
      {
        hoursAgo: 117.5,
        by: 'rui',
        says: 'Labels are printed and lie in the top drawer. The brass ones I made with a little sun on them.',
      },
    ],
  },
  {
    key: 'jonas-boards',
    task: 'boards',
    steps: [
      {
        hoursAgo: 75,
        by: 'jonas',
        proof:
          'Hung all six. Library, launderette, tram stop, bakery, school, the board in Mill Lane.',
      },
      {
        hoursAgo: 51,
        by: 'olga',
        decides: 'rejected',
        because:
          'I walked by on Sunday: the board in Mill Lane was taken down in March, and there is nothing at the school. If they hang somewhere else, tell us where and send it again.',
      },
      {
        hoursAgo: 50,
        by: 'jonas',
        says: 'Fair. I ran out of tape and gave the last two to a friend. I will ask him.',
      },
    ],
  },
];

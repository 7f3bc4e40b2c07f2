import type { DemoReport } from './report-story.js';

/** Reports that wait, for a reviewer or for their member, from two days to half an hour. */
export const openReports: DemoReport[] = [
  {
    key: 'noor-safety',
    task: 'safety',
    steps: [
      {
        hoursAgo: 46,
        by: 'noor',
        proof: `Arabic:

قبل فتح أي جهاز: افصله عن الكهرباء وانتظر خمس دقائق.
لا تعمل وحدك على جهاز موصول بالتيار.
الشفرات تُغلق فور الانتهاء منها.
الغراء الساخن يبقى ساخنًا أطول مما تظن.

The full sheet is in the blue folder at the desk. My aunt, who taught Arabic for thirty years, has read it twice.`,
      },
      {
        hoursAgo: 44,
        by: 'rui',
        says: 'Thank your aunt from us. I do not read it, so I have asked Samir from the tailor’s to have a look.',
      },
      {
        hoursAgo: 43.5,
        by: 'noor',
        says: 'Good. One doubt: for “mains voltage” I chose the everyday word, not the one in textbooks. He should say which he would understand at a bench.',
      },
    ],
  },
  {
    key: 'mia-wall',
    task: 'wall',
    steps: [
      {
        hoursAgo: 30,
        by: 'mia',
        proof:
          'Counted on Tuesday evening. Missing: 14, 15, 37 and one of the spanners. The small saw hangs where the large one belongs.',
      },
      {
        hoursAgo: 27,
        by: 'rui',
        decides: 'changes',
        because:
          'Nearly there. Which of the spanners? The outlines 21 to 28 have their numbers on the lower edge, under the dust.',
      },
    ],
  },
  {
    key: 'aiko-kettle',
    task: 'notebook',
    steps: [
      {
        hoursAgo: 29,
        by: 'aiko',
        proof: 'Kettle, switched itself off too early. Descaled it and it works again.',
      },
      {
        hoursAgo: 26,
        by: 'rui',
        decides: 'changes',
        because:
          'Please say which kettle, how you descaled it, and how long it took. Somebody will do exactly what you write.',
      },
      {
        hoursAgo: 22,
        by: 'aiko',
        proof: `Kettle, Brava 1.7 l (model KW17). It switched itself off at about 80 degrees.

Scale on the plate kept the heat from the steam sensor. Half a litre of water with four spoons of citric acid, warmed once, left for forty minutes, poured away; then boiled twice with clear water. It reaches a rolling boil again.

No tools. Citric acid is in the kitchen cupboard, second shelf.`,
      },
    ],
  },
  {
    key: 'tomas-register',
    task: 'register',
    steps: [
      {
        hoursAgo: 20,
        by: 'tomas',
        proof:
          'Electronics bench, 17 slips, all entered. Two did not fit anywhere: a singing bass and a heated glove. I put both under “other” and described them.',
      },
    ],
  },
  {
    key: 'jonas-guest',
    task: 'guest',
    steps: [
      {
        hoursAgo: 19,
        by: 'jonas',
        proof: 'Sat with an older gentleman and his radio from ten until the back was off.',
      },
      {
        hoursAgo: 17,
        by: 'olga',
        decides: 'rejected',
        because:
          'This one is about what a guest does not find by themselves. What was it that you had to show him?',
      },
      {
        hoursAgo: 5,
        by: 'jonas',
        proof:
          'Sat with an older gentleman and his radio from ten until the back was off. He did not find the bell at the ramp, nor the toilet, and he thought that the numbers on the benches were prices. I have moved the bell sign to the height of a hand.',
      },
    ],
  },
  {
    key: 'mia-guest',
    task: 'guest',
    steps: [
      {
        hoursAgo: 3,
        by: 'mia',
        proof:
          'A student with a rucksack whose zip had come off at one side. She found us by the kettle in the window. What she did not find: that one may sew here oneself, with somebody beside. She will come back for the second zip.',
      },
      {
        hoursAgo: 2.5,
        by: 'rui',
        says: 'The kettle in the window works, then. Which bench did she sit at?',
      },
      {
        hoursAgo: 2.4,
        by: 'mia',
        says: 'Textiles, the left machine. The pedal squeaks, by the way.',
      },
    ],
  },
  {
    key: 'leila-screws',
    task: 'screws',
    steps: [
      {
        hoursAgo: 0.6,
        by: 'leila',
        proof:
          'Did the lower half on Thursday. Four more jars, all slotted. The tin of strays is full to the brim and weighs 3.2 kg; I suggest that we look for a second tin or a very patient child.',
      },
    ],
  },
];

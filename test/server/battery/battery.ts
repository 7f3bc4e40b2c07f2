import type { Backend } from '../../support/site.js';
import { access } from './access.js';
import { badBodies } from './bad-bodies.js';
import { badQueries } from './bad-queries.js';
import { decisions } from './decisions.js';
import { dialogues } from './dialogue.js';
import { fuzz } from './fuzz.js';
import { points } from './points.js';
import { reportLists } from './report-lists.js';
import { rounds } from './rounds.js';
import { roundTrip } from './round-trip.js';
import { submission } from './submission.js';
import { taskLists } from './task-lists.js';
import { tasks } from './tasks.js';
import { tokens } from './tokens.js';

const topics = [
  ...[tasks, taskLists, submission, rounds, decisions, reportLists, points, dialogues],
  ...[access, tokens, badBodies, badQueries, fuzz, roundTrip],
];

/** All cases, for any backend; it is asked for when the first case runs. */
export const battery = (backend: () => Backend): void => {
  for (const topic of topics) topic(backend);
};

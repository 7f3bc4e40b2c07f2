import type { OpenBackend } from '../../support/site.js';
import { access } from './access.js';
import { attached } from './attached.js';
import { badBodies } from './bad-bodies.js';
import { badQueries } from './bad-queries.js';
import { decisions } from './decisions.js';
import { dialogues } from './dialogue.js';
import { exports } from './exports.js';
import { fuzz } from './fuzz.js';
import { hostile } from './hostile.js';
import { boards } from './board.js';
import { corrections } from './corrections.js';
import { insights } from './insights.js';
import { points } from './points.js';
import { reportLists } from './report-lists.js';
import { rounds } from './rounds.js';
import { readers } from './readers.js';
import { roundTrip } from './round-trip.js';
import { searches } from './search.js';
import { submission } from './submission.js';
import { taskDetails } from './task-details.js';
import { taskLists } from './task-lists.js';
import { tasks } from './tasks.js';
import { tokens } from './tokens.js';
import { uploads } from './uploads.js';
import { waiting } from './waiting.js';
import { withdrawals } from './withdrawal.js';

const topics = [
  ...[tasks, taskDetails, taskLists, submission, rounds, decisions, reportLists, points, dialogues],
  ...[corrections, boards],
  ...[withdrawals, readers, insights, exports, searches, uploads, attached, waiting, hostile],
  ...[access, tokens, badBodies, badQueries, fuzz, roundTrip],
];

/** All cases, for any backend; it is asked for when the first case runs. */
export const battery = (backend: () => OpenBackend): void => {
  for (const topic of topics) topic(backend);
};

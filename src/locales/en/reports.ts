import { problemWords } from './problems.js';
import { writingProblemWords } from './writing-problems.js';

/** Words of the tags that show reports, and the problems that only their commands meet. */
export const reportWords = {
  ...problemWords,
  ...writingProblemWords,
  approvalScore: 'Task approval score',
  textKept: 'Your text is kept here.',
  sending: 'Sending…',
  approvedWords: 'It can no longer be altered.',
  round: (count: number) => `Round ${count}`,
  reportsOtherwise: 'No reports with this status',
  reportsOtherwiseWords: 'They show up here by themselves.',
  waitingForReviewer: 'With the reviewer',
  task: 'Task',
  member: 'Member',
  stale: 'It has changed since you opened it. What you see is up to date again.',
  'already-decided': 'Somebody has decided this already.',
  'already-approved': 'It is approved, and that can no longer be altered.',
  'task-inactive': 'This task takes no more reports.',
  'task-not-open': 'This task is not open yet.',
  'task-closed': 'This task is closed.',
  'limit-reached': 'You have sent all the reports that this task takes from you.',
  'quota-reached': 'All places of this task are taken.',
};

/** Words of the report that is read in `report-review`. */
export const reviewReportWords = {
  record: (approved: string, rejected: string, lately: string, rejectedLately: string) =>
    `${approved} approved, ${rejected} rejected; this month ${lately} and ${rejectedLately}`,
  markChanges: 'Changes since the round before',
  recordNone: 'none decided before',
  onlyMember: 'Only this member',
  onlyTask: 'Only this task',
  reviewFrom: (name: string, task: string) => `Report from ${name}: ${task}`,
  promised: (time: string) => `promised within ${time}`,
  yourDecision: 'Your decision',
  membersTurn: (name: string) => `${name} is to move`,
  submittedAt: 'Submitted',
  reviewRound: 'Round',
  earlierRounds: (count: number) => (count === 1 ? '1 earlier round' : `${count} earlier rounds`),
  reopenWords: 'It then awaits review again, with the same proof.',
  approveMeaning: (points: string, name: string) => `${points} for ${name}, for ever`,
  approveWithout: 'No points, and final for ever',
  ownReport: 'You cannot decide your own report',
  ownReportWords: 'Another reviewer decides it.',
  revisedMeanwhile: (name: string) =>
    `${name} revised this while you were reading. This is the new text.`,
  noPointsAwarded: 'No points were awarded.',
  pointsAwarded: (points: string, name: string) =>
    `${points} for ${name}. It can no longer be altered.`,
  nextReport: (name: string) => `Next: ${name}`,
  unsentReason: 'The reason you wrote was not sent',
  reopen: 'Reopen',
};

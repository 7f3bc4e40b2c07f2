/** Words of `report-form` that come with a task. */
export const reportFormLaterWords = {
  reportLabel: 'What did you do?',
  reportPlaceholder: 'Say what you did, and what shows it: a link, a number, a name.',
  revisionLabel: 'Your report, revised',
  reportMissing: 'Write what you did first.',
  draftKept: 'Draft kept',
  draftOnPage: 'Kept until you leave this page',
  sendReport: 'Send report',
  sendRevision: 'Send again',
  trySending: 'Try sending again',
  waitingReview: 'Waiting for review',
  waitingReviewWithin: (time: string) => `Waiting for review, usually within ${time}`,
  reportsBefore: (count: number, number: string) => {
    if (count === 0) return 'Yours is the next one.';
    return count === 1 ? 'One report is before yours.' : `${number} reports are before yours.`;
  },
  usuallyWithin: (time: string) => `Half of them are decided within ${time}.`,
  waitingWords: (reward: string) => `You earn ${reward} once it is approved.`,
  changeReport: 'Change it',
  keepReport: 'Leave it as it is',
  anotherReport: 'Report it once more',
  unsentText: 'What you wrote was not sent',
  timeline: 'What happened so far',
  youSent: 'You sent it',
  youSentAgain: 'You sent it again',
  whatYouSent: 'What you sent then',
  toMessages: 'Go to the messages',
  reportGoes: 'It is kept on this device and goes by itself, also when you come back later.',
  reportGoesOnPage: 'It goes by itself as long as you keep this page open.',
  takeBack: 'Take it back',
  discardReport: 'Discard it',
};

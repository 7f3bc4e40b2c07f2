/** Words of what `report-review` fetches when it is needed. */
export const reviewLaterWords = {
  searchReports: 'Search reports',
  showAllOf: (name: string) => `Not only ${name}`,
  remove: 'Remove',
  reasonForRejection: 'Why is it rejected?',
  reasonForChanges: 'What should change?',
  reasonHint: (name: string) => `${name} reads this.`,
  reasonMissing: 'Write a reason first.',
  picked: (count: number) => `${count} selected`,
  pickAll: 'Select all',
  pickNone: 'Clear',
  countOfMembers: (count: number) => `Each of the ${count} members`,
  confirmRejection: (count: number) => `Reject ${count} reports?`,
  confirmRejectionWords: (points: string) => `${points} are then not awarded. The reports are of:`,
  confirmReject: (count: number) => `Reject ${count}`,
  cancel: 'Cancel',
  sendingMany: (sent: string, all: string) => `Sending ${sent} of ${all}`,
  sentIn: (seconds: string) => `Sent in ${seconds}`,
  lostDecision: (name: string) => `${name}: your decision does not stand.`,
  showReport: 'Show',
  dismiss: 'Dismiss',
  heldApproved: (who: string) => `${who}: approved`,
  heldRejected: (who: string) => `${who}: rejected`,
  heldChanges: (who: string) => `${who}: changes requested`,
  countOfReports: (count: number) => (count === 1 ? '1 report' : `${count} reports`),
  saidUndone: (count: number) =>
    count === 1
      ? 'Taken back. Nothing was sent.'
      : `${count} decisions taken back. Nothing was sent.`,
  heldHere: 'You have decided this.',
  heldHereWords: 'It is sent in a moment; until then it can be taken back.',
  undo: 'Undo',
};

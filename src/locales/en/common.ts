/** What the library of words must know of a language. */
export const language = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr' as 'ltr' | 'rtl',
};

/** Words of the ground, and those that several tags share. */
export const common = {
  retry: 'Try again',
  loading: 'Loading',
  more: 'Show more',
  points: (count: number) => (count === 1 ? 'point' : 'points'),
  offline: 'Offline',
  offlineWords: 'The server cannot be reached. What you write is kept.',
  awaiting: 'Awaiting',
  reportWaits: 'Waiting to be sent',
  reportUnsent: 'Not sent',
  approved: 'Approved',
  rejected: 'Rejected',
  changesRequested: 'Changes requested',
  problemTitle: 'This did not work',
  charactersLeft: (count: string) => `${count} characters left`,
  charactersOver: (count: string) => `${count} characters too many`,
  changesRequestedBy: (name: string) => `${name} asked for changes`,
  rejectedBy: (name: string) => `Rejected by ${name}`,
  approvedBy: (name: string) => `Approved by ${name}`,
  sent: 'Sent',
  unread: (count: string) => `${count} unread`,
  comments: 'Comments',
  send: 'Send',
  reviewer: 'Reviewer',
  reopenedBy: (name: string) => `${name} reopened the report`,
};

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
  signIn: 'Sign in',
  signInWords: 'Sign in to see what is yours here.',
  points: (count: number) => (count === 1 ? 'point' : 'points'),
  offline: 'Offline',
  offlineWords: 'The server cannot be reached. What you write is kept.',
  unplaced: (tag: string) =>
    `This <${tag}> does not know its backend. Write endpoint="https://…/api/v1" on it, or put it inside <task-provider endpoint="…">.`,
  awaiting: 'Awaiting',
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
  comments: 'Comments',
  send: 'Send',
  reviewer: 'Reviewer',
  reopenedBy: (name: string) => `${name} reopened the report`,
};

/** What happened, by the code of the problem; the codes that any tag may meet. */
export const problemWords = {
  network: 'The server cannot be reached. We keep trying.',
  timeout: 'The server takes too long to answer.',
  'bad-answer': 'The address of the backend answers, but not as Taskchat does.',
  'wrong-endpoint': 'There is no Taskchat backend at this address.',
  'token-unavailable':
    'Your sign-in could not be confirmed. We keep trying. If this stays, sign in again.',
  unauthenticated: 'Your sign-in has ended. Sign in again to go on.',
  forbidden: 'Your role does not allow this.',
  'not-found': 'It is not here, or not for you to see.',
  unavailable: 'The server is busy. Please try again in a moment.',
};

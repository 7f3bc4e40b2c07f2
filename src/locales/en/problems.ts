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

/** What a tag says when it cannot show what it is for. */
export const troubleWords = {
  ...problemWords,
  signIn: 'Sign in',
  signInWords: 'Sign in to see what is yours here.',
  unplaced: (tag: string) =>
    `This <${tag}> does not know its backend. Write endpoint="https://…/api/v1" on it, or put it inside <task-provider endpoint="…">.`,
};

/** Problems that only those meet who write something. */
export const writingProblemWords = {
  invalid: 'The server did not accept this as it is written.',
  'too-large': 'This is too large to be sent.',
  'id-conflict': 'Something else was already sent under this id.',
};

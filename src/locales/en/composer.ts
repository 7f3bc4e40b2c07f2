import { problemWords } from './problems.js';
import { writingProblemWords } from './writing-problems.js';

/** Words of the place in `mini-chat` where a message is written. */
export const composerWords = {
  ...problemWords,
  ...writingProblemWords,
  writeMessage: 'Write a message',
  sendKeys: 'Enter sends, Shift + Enter: new line',
  cancelReply: 'Do not reply to this message',
};

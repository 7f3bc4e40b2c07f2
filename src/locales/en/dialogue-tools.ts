/** Words of what a dialogue has beside its messages: who is writing, the search, the keys. */
export const dialogueToolsWords = {
  writing: (names: string, count: number) => `${names} ${count === 1 ? 'is' : 'are'} writing`,
  severalWriting: 'Several people are writing',
  searching: 'Searching',
  noMatch: 'No match',
  matchOf: (number: string, count: string) => `${number} of ${count}`,
  olderMatch: 'Older match',
  newerMatch: 'Newer match',
  closeSearch: 'Close the search',
  keySend: 'Send; in the search: older match',
  keyNewLine: 'New line; in the search: newer match',
  keyMove: 'To the messages, and through them',
  keyEnds: 'First loaded and newest message',
  keyReply: 'Reply to the message',
  keyWithdraw: 'Withdraw your message',
  keyEscape: 'Close, then back to writing',
};

/** Words of `task-hub` before it is opened: without the library of words, to be small. */
export const hubWords = {
  hubLabel: 'Tasks and points',
  hubClose: 'Close',
  hubUnread: (count: string) => `${count} unread`,
  hubLoading: 'Loading',
  hubTrouble: 'This could not be loaded. Check the connection, and try once more.',
  hubRetry: 'Try again',
};

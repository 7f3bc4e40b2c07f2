/** Words of a task as whoever is about to report it sees it. */
export const taskHeadWords = {
  pointsReward: 'Points reward',
  aboutTask: 'About this task',
  reportsSent: (sent: number, limit: number) => `${sent} of ${limit} reports sent`,
  goodExample: 'A good example',
  badExample: 'Not like this',
};

/** Words of `points-balance`. */
export const pointsBalanceWords = {
  myPoints: 'My points',
  pointsOf: (name: string) => `Points of ${name}`,
  pointsWaiting: (points: string) => `${points} more wait for review`,
  pointsWaitingShort: (points: string) => `${points} waiting`,
  balanceThen: (points: string) => `Balance ${points}`,
  correction: 'Correction',
  correctedBy: (name: string) => `by ${name}`,
  pointsEmpty: 'No points yet',
  pointsEmptyWords: 'Each approved report brings its points here by itself.',
  signInForPoints: 'Sign in to earn points',
};

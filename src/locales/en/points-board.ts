/** Words of `points-board`. */
export const pointsBoardWords = {
  ranking: 'Ranking',
  rankingPeriod: 'Which time',
  thisMonth: 'This month',
  allTime: 'All time',
  place: (place: string) => `Place ${place}`,
  yourPlace: 'Your place',
  you: 'You',
  noPlace: 'You have no place yet. The points of an approved report bring you one.',
  rankingEmpty: 'Nobody has points yet',
  rankingEmptyWords: 'Whoever earns the first ones stands at the top.',
  rankingEmptyMonth: 'Nobody has points this month yet',
  rankingNone: 'There is no ranking here',
  rankingNoneWords: 'The owners of this site have not opened one.',
};

/** Words of `report-list` alone. */
export const reportListWords = {
  yourTurn: 'Your turn',
  reportsAll: 'All',
  reportsShown: 'Which reports',
  turnsNone: 'Nothing waits for you',
  turnsNoneWords: 'When it is your turn with a report, it shows up here by itself.',
  waitingForMember: 'With the member',
  myReports: 'My reports',
  reports: 'Reports',
  reportsEmpty: 'Nothing reported yet',
  reportsEmptyWords: 'Choose a task, do it and send your report. You see here where it stands.',
  reportsNone: 'No reports yet',
  reportsNoneWords: 'They show up here by themselves, as soon as members send them.',
};

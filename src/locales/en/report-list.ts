/** Words of `report-list` alone. */
export const reportListWords = {
  yourTurn: 'Your turn',
  waitingForMember: 'With the member',
  myReports: 'My reports',
  reports: 'Reports',
  reportsEmpty: 'Nothing reported yet',
  reportsEmptyWords: 'Choose a task, do it and send your report. You see here where it stands.',
  reportsNone: 'No reports yet',
  reportsNoneWords: 'They show up here by themselves, as soon as members send them.',
};

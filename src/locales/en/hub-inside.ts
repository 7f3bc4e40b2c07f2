/** Words of what `task-hub` opens. */
export const hubInsideWords = {
  hubRooms: 'What is shown',
  hubTasks: 'Tasks',
  hubReports: 'My reports',
  hubPoints: 'Points',
  hubQueue: 'Review',
  hubFigures: 'Figures',
  hubYourReport: 'Your report',
};

/** Words of what `task-hub` opens. */
export const hubInsideWords = {
  hubTitle: 'Tasks and points',
  hubRooms: 'What is shown',
  hubTasks: 'Tasks',
  hubReports: 'My reports',
  hubPoints: 'Points',
  hubQueue: 'Review',
  hubFigures: 'Figures',
  hubYourReport: 'Your report',
};

/** Words of `task-insights` that its first paint needs. */
export const taskInsightsWords = {
  insights: 'Figures',
  insightsPeriod: 'Which days',
  ownDates: 'Own dates',
  exportButton: 'Export',
};

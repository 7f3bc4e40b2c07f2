/** Words of `report-form` alone, before there is a task. */
export const reportFormWords = {
  yourReport: 'Your report',
  chooseTask: 'No task chosen',
  chooseTaskWords: 'Choose a task in the list, then report it here.',
  taskGone: 'This task is not offered any more',
  taskGoneWords: 'Choose another one in the list.',
};

/** Words on the card of a task, wherever it stands. */
export const taskCardWords = {
  inactive: 'Inactive',
  newTask: 'New',
};

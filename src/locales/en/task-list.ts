/** Words of `task-list` alone. */
export const taskListWords = {
  tasks: 'Tasks',
  tasksEmpty: 'No tasks yet',
  tasksEmptyWords: 'New tasks show up here by themselves, as soon as there are any.',
};

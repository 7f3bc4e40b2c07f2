import { problemWords } from './problems.js';
import { writingProblemWords } from './writing-problems.js';

/** Words of `task-editor` before anything is edited. */
export const taskEditorWords = {
  ...problemWords,
  ...writingProblemWords,
  editTasks: 'Manage tasks',
  forOwners: 'This is for owners',
  forOwnersWords: 'Only owners of the site write tasks. Ask one of them to change your role.',
  editorEmpty: 'No tasks yet',
  editorEmptyWords: 'Write the first one: members see it as soon as you activate it.',
  writeTask: 'New task',
};

import '../../../src/elements/task-list/task-list.js';
import { listing } from './front-door.js';
import { TaskSite } from './task-site.js';

export default listing('task-list', () => new TaskSite());

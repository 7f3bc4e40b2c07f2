import type { Task } from '../../contract/task.js';

const long = new Date(0).toISOString();

const task: Task = {
  id: '',
  name: 'Name',
  description: 'What is asked.',
  points: 1,
  status: 'active',
  url: null,
  limit: 1,
  quota: null,
  closesAt: null,
  reviewWithin: 1,
  placesLeft: null,
  version: 1,
  createdAt: long,
  updatedAt: long,
  mine: null,
};

/** Tasks of a list before there are any. */
export const items: readonly Task[] = Array.from({ length: 5 }, (_, index) => ({
  ...task,
  id: String(index),
}));

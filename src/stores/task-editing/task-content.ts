import type { Task, TaskContent } from '../../contract/task.js';

export type Field = keyof TaskContent;

/** What an owner writes, in the order in which it is read. */
export const fields = [
  ...(['name', 'description', 'points', 'status', 'url', 'examples', 'limit', 'quota'] as const),
  ...(['opensAt', 'closesAt', 'reviewWithin', 'reasons'] as const),
] satisfies readonly Field[];

/** Of these a backend may know nothing, and refuse them. */
const details: readonly Field[] = ['opensAt', 'examples', 'reasons'];

export const emptyContent: TaskContent = {
  name: '',
  description: '',
  points: 10,
  status: 'active',
  url: null,
  limit: 1,
  quota: null,
  opensAt: null,
  closesAt: null,
  reviewWithin: null,
  examples: [],
  reasons: [],
};

/** The part of a task that an owner writes. */
export const contentOf = (task: Task): TaskContent => ({
  name: task.name,
  description: task.description,
  points: task.points,
  status: task.status,
  url: task.url,
  limit: task.limit,
  quota: task.quota,
  opensAt: task.opensAt ?? null,
  closesAt: task.closesAt,
  reviewWithin: task.reviewWithin,
  examples: task.examples ?? [],
  reasons: task.reasons ?? [],
});

/** As a backend takes it that may lack the details of a task. */
export function requestOf(content: TaskContent, hasDetails: boolean): TaskContent {
  if (hasDetails) return content;
  const known = Object.entries(content).filter(([field]) => !details.includes(field as Field));
  return Object.fromEntries(known) as TaskContent;
}

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const isSameContent = (one: TaskContent, other: TaskContent): boolean =>
  fields.every((field) => isSame(one[field], other[field]));

/** A field in which two owners differ. */
export interface Difference {
  readonly field: Field;
  /** Whether both have changed what they both saw. */
  readonly both: boolean;
  /** Whose is taken unless somebody chooses: theirs, where only they have changed it. */
  readonly whose: 'mine' | 'theirs';
}

/** Where what I wrote differs from what stands there, and who has changed it since I began. */
export const differencesOf = (
  base: TaskContent,
  mine: TaskContent,
  theirs: TaskContent,
): readonly Difference[] =>
  fields
    .filter((field) => !isSame(mine[field], theirs[field]))
    .map((field) => {
      const isMine = !isSame(base[field], mine[field]);
      const isTheirs = !isSame(base[field], theirs[field]);
      return { field, both: isMine && isTheirs, whose: isMine ? 'mine' : 'theirs' };
    });

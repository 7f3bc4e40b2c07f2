import type { Locale } from '../../../base/locale.js';
import type { TaskContent } from '../../../contract/task.js';
import type { Field } from '../../../stores/task-editing/task-content.js';
import type { EditingSnapshot } from '../../../stores/task-editing/task-editing.js';

/** What an owner sees of an edit, and what they can do with it. */
export interface EditView {
  readonly locale: Locale;
  readonly snapshot: EditingSnapshot;
  readonly touched: boolean;
  /** Whether the backend knows the details of a task. */
  readonly hasDetails: boolean;
  /** An owner's own id, for the link in the preview. */
  readonly me: string | undefined;
  readonly change: (changes: Partial<TaskContent>) => void;
  readonly save: () => void;
  readonly discard: () => void;
  readonly close: () => void;
}

/** `closesAt` as in the words `fieldClosesAt` and `wrongClosesAt`. */
const wordOf = <Kind extends 'field' | 'wrong'>(kind: Kind, field: Field) =>
  `${kind}${field[0]!.toUpperCase()}${field.slice(1)}` as `${Kind}${Capitalize<Field>}`;

export const labelOf = (field: Field, locale: Locale): string =>
  locale.term(wordOf('field', field));

export const wrongWordsOf = (field: Field, locale: Locale): string =>
  locale.term(wordOf('wrong', field));

/** Whether a field cannot be taken, or something in it. */
export const isWrong = (wrong: readonly string[], path: string): boolean =>
  wrong.some((found) => found === path || found.startsWith(`${path}.`));

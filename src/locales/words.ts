import type { language, common, problemWords } from './en/common.js';
import type { writingProblemWords } from './en/writing-problems.js';
import type { taskFactsWords } from './en/task-facts.js';
import type { reportWords } from './en/reports.js';
import type { taskListWords } from './en/task-list.js';
import type { reportFormWords } from './en/report-form.js';
import type { reportListWords } from './en/report-list.js';
import type { reportReviewWords } from './en/report-review.js';
import type { miniChatWords } from './en/mini-chat.js';
import type { composerWords } from './en/composer.js';
import type { commentsTableWords } from './en/comments-table.js';

/** All words: the shape of every language. Each part is a module, so that a tag carries its own. */
export type Words = typeof language &
  typeof common &
  typeof problemWords &
  typeof writingProblemWords &
  typeof taskFactsWords &
  typeof reportWords &
  typeof taskListWords &
  typeof reportFormWords &
  typeof reportListWords &
  typeof reportReviewWords &
  typeof miniChatWords &
  typeof composerWords &
  typeof commentsTableWords;

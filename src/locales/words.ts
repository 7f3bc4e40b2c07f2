import type { language, common } from './en/common.js';
import type { hubInsideWords } from './en/hub-inside.js';
import type { keysWords } from './en/keys.js';
import type { problemWords, troubleWords } from './en/problems.js';
import type { writingProblemWords } from './en/writing-problems.js';
import type { taskFactsWords } from './en/task-facts.js';
import type { reportWords } from './en/reports.js';
import type { taskCardWords } from './en/task-card.js';
import type { taskHeadWords } from './en/task-head.js';
import type { taskListWords } from './en/task-list.js';
import type { taskListLaterWords } from './en/task-list-later.js';
import type { reportFormWords } from './en/report-form.js';
import type { reportFormLaterWords } from './en/report-form-later.js';
import type { reportListWords } from './en/report-list.js';
import type { reportReviewWords } from './en/report-review.js';
import type { reviewReportWords } from './en/review-report.js';
import type { reviewAroundWords } from './en/review-around.js';
import type { reviewKeysWords } from './en/review-keys.js';
import type { reviewLaterWords } from './en/review-later.js';
import type { reviewSheetWords } from './en/review-sheet.js';
import type { sheetOutcomeWords } from './en/sheet-outcomes.js';
import type { taskEditorWords } from './en/task-editor.js';
import type { taskEditorLaterWords } from './en/task-editor-later.js';
import type { taskEditingWords } from './en/task-editing.js';
import type { taskTransferWords } from './en/task-transfer.js';
import type { miniChatWords } from './en/mini-chat.js';
import type { dialogueToolsWords } from './en/dialogue-tools.js';
import type { composerWords } from './en/composer.js';
import type { filesWords } from './en/files.js';
import type { commentsTableWords } from './en/comments-table.js';
import type { pointsBalanceWords } from './en/points-balance.js';
import type { pointsBoardWords } from './en/points-board.js';
import type { pointsCorrectionWords } from './en/points-correction.js';
import type { taskInsightsWords } from './en/task-insights.js';
import type { taskInsightsLaterWords } from './en/task-insights-later.js';
import type { insightsExportWords } from './en/insights-export.js';

/** All words: the shape of every language. Each part is a module, so that a tag carries its own. */
export type Words = typeof language &
  typeof common &
  typeof hubInsideWords &
  typeof keysWords &
  typeof problemWords &
  typeof troubleWords &
  typeof writingProblemWords &
  typeof taskFactsWords &
  typeof taskHeadWords &
  typeof reportWords &
  typeof taskCardWords &
  typeof taskListWords &
  typeof taskListLaterWords &
  typeof reportFormWords &
  typeof reportFormLaterWords &
  typeof reportListWords &
  typeof reportReviewWords &
  typeof reviewLaterWords &
  typeof reviewReportWords &
  typeof reviewAroundWords &
  typeof reviewKeysWords &
  typeof reviewSheetWords &
  typeof sheetOutcomeWords &
  typeof taskEditorWords &
  typeof taskEditorLaterWords &
  typeof taskEditingWords &
  typeof taskTransferWords &
  typeof miniChatWords &
  typeof composerWords &
  typeof dialogueToolsWords &
  typeof filesWords &
  typeof commentsTableWords &
  typeof pointsBalanceWords &
  typeof pointsCorrectionWords &
  typeof pointsBoardWords &
  typeof taskInsightsWords &
  typeof taskInsightsLaterWords &
  typeof insightsExportWords;

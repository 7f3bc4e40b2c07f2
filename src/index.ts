import { define as defineTag, type TagClass } from './base/define.js';
import { MiniChat } from './elements/mini-chat/mini-chat.js';
import { PointsBalance } from './elements/points-balance/points-balance.js';
import { PointsBoard } from './elements/points-board/points-board.js';
import { ReportForm } from './elements/report-form/report-form.js';
import { ReportList } from './elements/report-list/report-list.js';
import { ReportReview } from './elements/report-review/report-review.js';
import { TaskEditor } from './elements/task-editor/task-editor.js';
import { TaskHub } from './elements/task-hub/task-hub.js';
import { TaskInsights } from './elements/task-insights/task-insights.js';
import { TaskList } from './elements/task-list/task-list.js';
import { TaskProvider } from './elements/task-provider/task-provider.js';

export * from './elements/mini-chat/mini-chat.js';
export * from './elements/points-balance/points-balance.js';
export * from './elements/points-board/points-board.js';
export * from './elements/report-form/report-form.js';
export * from './elements/report-list/report-list.js';
export * from './elements/report-review/report-review.js';
export * from './elements/task-editor/task-editor.js';
export * from './elements/task-hub/task-hub.js';
export * from './elements/task-insights/task-insights.js';
export * from './elements/task-list/task-list.js';
export * from './elements/task-provider/task-provider.js';
export { TaskchatErrorEvent } from './base/error-event.js';

const tags: TagClass[] = [
  ...[TaskProvider, TaskList, ReportForm, ReportList, ReportReview, MiniChat],
  ...[PointsBalance, PointsBoard, TaskEditor, TaskInsights, TaskHub],
];

/**
 * Registers every tag once more, as `<prefix>-task-list` and so on, for a page where another
 * library has the plain names. Importing this file has registered the plain ones that were free.
 */
export function define({ prefix }: { prefix: string }): void {
  for (const tag of tags) defineTag(tag, prefix);
}

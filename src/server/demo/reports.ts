import { openReports } from './open-reports.js';
import type { DemoReport } from './report-story.js';
import { settledReports } from './settled-reports.js';

/** Reports in every state there is. */
export const demoReports: DemoReport[] = [...settledReports, ...openReports];

import type { TagClass } from '../../../base/define.js';
import { draw, reportIcon, taskIcon, type Icon } from '../../../base/icons.js';
import type { Role } from '../../../contract/member.js';

/** A tag that stands in a room. */
export interface Piece {
  readonly tag: string;
  readonly load: () => Promise<TagClass>;
  /** The layout that it has there. */
  readonly layout?: string;
}

export interface Room {
  readonly name: string;
  readonly word: 'hubTasks' | 'hubReports' | 'hubPoints' | 'hubQueue' | 'hubFigures';
  readonly icon: Icon;
  /** For whom. */
  readonly roles: readonly (Role | 'visitor')[];
  readonly pieces: readonly Piece[];
  /** What shows the one thing that was chosen there, in place of the others. */
  readonly detail?: Piece;
  /** Whether it wants a wide panel. */
  readonly isWide?: boolean;
}

const pointsIcon: Icon = () =>
  draw('m12 4.5 2.3 4.7 5.2.8-3.75 3.65.9 5.15L12 16.4l-4.65 2.4.9-5.15L4.5 10l5.2-.8z');
const queueIcon: Icon = () => draw('M4.5 13.5h4l1.5 2.5h4l1.5-2.5h4M6.5 5.5h11l2 8v5h-15v-5z');
const figuresIcon: Icon = () => draw('M5 19.5h14.5M7.5 16v-4M12 16V5.5M16.5 16V9');

const taskList: Piece = {
  tag: 'task-list',
  load: async () => (await import('../../task-list/task-list.js')).TaskList,
};
const reportForm: Piece = {
  tag: 'report-form',
  load: async () => (await import('../../report-form/report-form.js')).ReportForm,
};
const reportList: Piece = {
  tag: 'report-list',
  load: async () => (await import('../../report-list/report-list.js')).ReportList,
};
const miniChat: Piece = {
  tag: 'mini-chat',
  load: async () => (await import('../../mini-chat/mini-chat.js')).MiniChat,
};
const reportReview: Piece = {
  tag: 'report-review',
  load: async () => (await import('../../report-review/report-review.js')).ReportReview,
};
const pointsBalance: Piece = {
  tag: 'points-balance',
  load: async () => (await import('../../points-balance/points-balance.js')).PointsBalance,
  layout: 'history',
};
const pointsBoard: Piece = {
  tag: 'points-board',
  load: async () => (await import('../../points-board/points-board.js')).PointsBoard,
};
const taskEditor: Piece = {
  tag: 'task-editor',
  load: async () => (await import('../../task-editor/task-editor.js')).TaskEditor,
};
const taskInsights: Piece = {
  tag: 'task-insights',
  load: async () => (await import('../../task-insights/task-insights.js')).TaskInsights,
};

/** Every room of the hub, as its tabs stand. The first that somebody may enter is theirs at first. */
export const rooms: readonly Room[] = [
  {
    name: 'queue',
    word: 'hubQueue',
    icon: queueIcon,
    roles: ['reviewer', 'owner'],
    pieces: [reportReview],
    isWide: true,
  },
  {
    name: 'tasks',
    word: 'hubTasks',
    icon: taskIcon,
    roles: ['visitor', 'member', 'reviewer'],
    pieces: [taskList],
    detail: reportForm,
  },
  {
    name: 'editor',
    word: 'hubTasks',
    icon: taskIcon,
    roles: ['owner'],
    pieces: [taskEditor],
    isWide: true,
  },
  {
    name: 'reports',
    word: 'hubReports',
    icon: reportIcon,
    roles: ['member'],
    pieces: [reportList],
    detail: miniChat,
  },
  {
    name: 'points',
    word: 'hubPoints',
    icon: pointsIcon,
    roles: ['member'],
    pieces: [pointsBalance, pointsBoard],
  },
  {
    name: 'figures',
    word: 'hubFigures',
    icon: figuresIcon,
    roles: ['owner'],
    pieces: [taskInsights],
    isWide: true,
  },
];

/** What most people see first. */
export const firstPiece = taskList;

export const roomsFor = (role: Role | 'visitor'): readonly Room[] =>
  rooms.filter(({ roles }) => roles.includes(role));

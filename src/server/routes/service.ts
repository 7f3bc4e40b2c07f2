import type { Service } from '../../contract/service.js';
import type { Bind } from '../operation.js';
import { attachmentLimits } from '../rules/waiting.js';

const capabilities: Service['capabilities'] = {
  live: true,
  points: true,
  corrections: true,
  attachments: attachmentLimits,
  withdrawal: true,
  search: true,
  typing: true,
  counts: true,
  looking: true,
  mine: true,
  insights: true,
  openings: true,
  export: true,
  order: true,
  taskDetails: true,
};

/** @param hasBoard which sites show their members who has the most points */
export function serviceRoutes(bind: Bind, hasBoard: (site: string) => boolean): void {
  bind('getService', ({ asker }) =>
    Promise.resolve({
      name: 'Taskchat',
      contract: 1,
      capabilities: { ...capabilities, board: asker !== null && hasBoard(asker.site) },
    }),
  );
}

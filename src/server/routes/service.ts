import type { Service } from '../../contract/service.js';
import type { Bind } from '../operation.js';
import { attachmentLimits } from '../rules/waiting.js';

const service: Service = {
  name: 'Taskchat',
  contract: 1,
  capabilities: {
    live: true,
    points: true,
    corrections: false,
    attachments: attachmentLimits,
    withdrawal: true,
    search: true,
    typing: true,
    counts: true,
    looking: true,
    insights: false,
    export: false,
  },
};

export function serviceRoutes(bind: Bind): void {
  bind('getService', () => Promise.resolve(service));
}

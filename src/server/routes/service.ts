import type { Service } from '../../contract/service.js';
import type { Bind } from '../operation.js';

const service: Service = {
  name: 'Taskchat',
  contract: 1,
  capabilities: {
    live: true,
    points: true,
    corrections: false,
    attachments: false,
    withdrawal: false,
    typing: false,
    insights: false,
    export: false,
  },
};

export function serviceRoutes(bind: Bind): void {
  bind('getService', () => Promise.resolve(service));
}

import type {
  KyselyPlugin,
  OperationNodeTransformer,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
} from 'kysely';
import { WithoutCondition } from './condition.js';
import { WithLateBalance } from './late-balance.js';
import { WithoutLocks, WithoutLocksAndKeys } from './locks.js';
import { GuardsFromSnapshot } from './snapshot.js';
import {
  approvalNotFinal,
  balanceReadFirst,
  bookApart,
  bookingApart,
  bookingLost,
  bookingTwice,
  correctionTwice,
  editsOverwritten,
  gapInLines,
  placesKept,
  withoutKeys,
} from './tables.js';

class Fault implements KyselyPlugin {
  readonly #transformer: OperationNodeTransformer;

  constructor(transformer: OperationNodeTransformer) {
    this.#transformer = transformer;
  }

  transformQuery({ node }: PluginTransformQueryArgs) {
    return this.#transformer.transformNode(node);
  }

  transformResult({ result }: PluginTransformResultArgs) {
    return Promise.resolve(result);
  }
}

export interface Broken {
  /** Changes every query. */
  plugin?: KyselyPlugin;
  /** What to do to the tables. */
  statements?: readonly string[];
  /** What their owner does again and again while the server runs. */
  chore?: string;
}

/** Faults to plant, by name. */
export const faults: Record<string, Broken> = {
  'no-locks-no-keys': {
    plugin: new Fault(new WithoutLocksAndKeys(['ForUpdate'])),
    statements: withoutKeys,
  },
  'no-share-lock': { plugin: new Fault(new WithoutLocks(['ForShare'])) },
  'limit-from-snapshot': { plugin: new Fault(new GuardsFromSnapshot()) },
  'quota-from-snapshot': { plugin: new Fault(new GuardsFromSnapshot()) },
  'booking-twice': { statements: bookingTwice },
  'booking-lost': { statements: bookingLost },
  'booking-apart': { statements: bookingApart, chore: bookApart },
  'balance-late': { plugin: new Fault(new WithLateBalance()) },
  'correction-twice': { statements: correctionTwice },
  'balance-read-first': { statements: balanceReadFirst },
  'gap-in-lines': { statements: gapInLines },
  'another-told': {
    plugin: new Fault(new WithoutCondition({ reads: 'decision', column: 'report_id' })),
  },
  'repeat-unknown': {
    plugin: new Fault(new WithoutCondition({ reads: 'decision', column: 'id', by: false })),
  },
  'stale-decided': {
    plugin: new Fault(new WithoutCondition({ writes: 'decision', column: 'round' })),
  },
  'edit-unseen': {
    plugin: new Fault(new WithoutCondition({ changes: 'task', column: 'version' })),
    statements: editsOverwritten,
  },
  'place-kept': { statements: placesKept },
  'approved-revised': {
    plugin: new Fault(new WithoutCondition({ writes: 'round', column: 'status' })),
    statements: approvalNotFinal,
  },
};

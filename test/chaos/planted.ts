import { calm, calmFate, type Fate, type Fates } from './fate.js';
import { message } from './chaos-proxy.js';
import type { ClientFault } from './pages.js';
import { play, type Outcome, type Part } from './play.js';
import type { Stage } from './stage.js';
import type { Asked } from './upstream.js';
import type { Kind } from './verdict.js';

/** A rule of the product, broken, and what must be found then. */
export interface Planted {
  readonly name: string;
  readonly finds: Kind;
  readonly server?: string;
  readonly clientFault?: ClientFault;
  /** What makes the fault show itself, whatever the seed. Default: everything gets through. */
  readonly fates?: () => Fates;
  readonly messages?: number;
}

const sends = ({ method, path }: Asked): boolean => method === 'PUT' && message.test(path);

const eachSending = (fate: Partial<Fate>): Fates => ({
  ...calm,
  ofRequest: (asked) => (sends(asked) ? { ...calmFate, ...fate } : calmFate),
});

/** The answers to so many attempts to send a message are lost; how it went is in the lines alone. */
function unanswered(attempts: number): Fates {
  const turns = new Map<string, number>();
  return {
    ...calm,
    ofRequest(asked) {
      if (!sends(asked)) return calmFate;
      const turn = (turns.get(asked.path) ?? 0) + 1;
      turns.set(asked.path, turn);
      return turn > attempts ? calmFate : { ...calmFate, loss: 'response' };
    },
    // Each piece of news ends its stream; what it told comes with the lines that are caught up on.
    ofStream: () => 0,
  };
}

export const planted: readonly Planted[] = [
  {
    name: 'no unique id of messages',
    finds: 'doubled',
    server: 'test/chaos/forgetful-server.ts',
    fates: () => eachSending({ copy: 0 }),
  },
  {
    name: 'the echo not merged with the waiting row',
    finds: 'seen',
    clientFault: {
      module: 'src/stores/dialogue/echoes.ts',
      code: 'Echoes.prototype.without = (waiting) => waiting;',
    },
    fates: () => unanswered(2),
    messages: 20,
  },
  {
    name: 'the waiting row gone a moment before the copy comes',
    finds: 'seen',
    clientFault: {
      module: 'src/stores/outbox/outbox-entries.ts',
      code: `
        OutboxEntries.prototype.done = function (message) {
          this.drop(message.id);
          setTimeout(() => this.taken(message), 500);
        };`,
    },
    // The answer comes before the news.
    fates: () => ({ ...calm, ofNews: () => 2_000 }),
  },
  {
    name: 'a row left out of those in view',
    finds: 'seen',
    clientFault: {
      module: 'src/base/list/windowed-rows.ts',
      code: `
        const show = WindowedRows.prototype.show;
        WindowedRows.prototype.show = function (items) {
          const left = items.filter((_, index) => index % 7 !== 6 || index > items.length - 3);
          show.call(this, left);
        };`,
    },
  },
  {
    name: 'no catch-up after a reconnect',
    finds: 'lost',
    clientFault: {
      module: 'src/stores/dialogue/conversation.ts',
      code: `
        const bring = ConversationStore.prototype.fetch;
        ConversationStore.prototype.fetch = function (...given) {
          return this.snapshot.status === 'ready' ? Promise.resolve({}) : bring.apply(this, given);
        };`,
    },
    fates: () => ({ ...calm, ofStream: () => 500 }),
  },
];

/** All that makes the faults show themselves, and none of them. */
export const harmless: Planted = {
  name: 'no fault',
  finds: 'seen',
  fates: () => {
    const { ofRequest } = unanswered(1);
    return {
      ofRequest: (asked, random) => ({
        ...ofRequest(asked, random),
        ...(sends(asked) && { copy: 0 }),
      }),
      ofStream: () => 500,
      ofNews: (random) => (random() < 0.1 ? 500 : 0),
    };
  },
};

/** Short runs that go on at the same time: they wait more than they work. */
export const atOnce = 2;

/** A short run with the fault in it. */
export function playWith(stage: Stage, fault: Planted, seed: number): Promise<Outcome> {
  const { server, clientFault, fates, messages = 40 } = fault;
  const part: Part = { seed, messages, clients: 2, kills: 0, patience: 8_000, server, clientFault };
  return play(stage, { ...part, fates: fates?.() ?? calm });
}

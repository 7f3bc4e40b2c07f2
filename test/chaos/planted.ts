import type { ClientFault } from './pages.js';
import { play, type Outcome } from './play.js';
import type { Stage } from './stage.js';
import type { Kind } from './verdict.js';

/** A rule of the product, broken, and what must be found then. */
export interface Planted {
  readonly name: string;
  readonly finds: Kind;
  readonly server?: string;
  readonly clientFault?: ClientFault;
  /** It can break a page so that it is never ready to be read again: for `npm run chaos` alone. */
  readonly isGrave?: true;
}

export const planted: readonly Planted[] = [
  {
    name: 'no unique id of messages',
    finds: 'doubled',
    server: 'test/chaos/forgetful-server.ts',
  },
  {
    name: 'the echo not merged with the waiting row',
    finds: 'seen',
    clientFault: {
      module: 'src/stores/lines.ts',
      code: `
        const merged = Lines.prototype.with;
        Lines.prototype.with = function (waiting) {
          return [...merged.call(this, []), ...waiting];
        };`,
    },
  },
  {
    name: 'the waiting row gone a moment before the copy comes',
    finds: 'seen',
    clientFault: {
      module: 'src/stores/lines.ts',
      code: `
        const whole = Lines.prototype.with;
        const take = Lines.prototype.take;
        Lines.prototype.take = function (message) {
          this.late = message.id;
          take.call(this, message);
        };
        Lines.prototype.with = function (waiting) {
          const { late } = this;
          this.late = '';
          return whole.call(this, waiting).filter(({ id }) => id !== late);
        };`,
    },
  },
  {
    name: 'a row left out of those in view',
    finds: 'seen',
    isGrave: true,
    clientFault: {
      module: 'src/base/rendered-rows.ts',
      code: `
        const show = RenderedRows.prototype.show;
        RenderedRows.prototype.show = function (items, indexes, heights) {
          const left = indexes.filter((index) => index % 7 !== 6 || index > items.length - 3);
          show.call(this, items, left, heights);
        };`,
    },
  },
  {
    name: 'no catch-up after a reconnect',
    finds: 'lost',
    clientFault: {
      module: 'src/stores/conversation.ts',
      code: `
        const bring = ConversationStore.prototype.fetch;
        ConversationStore.prototype.fetch = function (...given) {
          return this.snapshot.status === 'ready' ? Promise.resolve({}) : bring.apply(this, given);
        };`,
    },
  },
];

/** Short runs that go on at the same time: they wait more than they work. */
export const atOnce = 2;

/** A short run with the fault in it. */
export const playWith = (
  stage: Stage,
  { server, clientFault }: Planted,
  seed: number,
): Promise<Outcome> =>
  play(stage, {
    ...{ seed, messages: 60, clients: 2, kills: 1, patience: 8_000 },
    ...(server && { server }),
    ...(clientFault && { clientFault }),
  });

import type { Figures } from '../support/verdict.js';
import type { Testimony } from './chat.js';
import type { Scene } from './scene.js';
import type { Account, Row } from './verdict.js';

export function figuresOf(
  scene: Scene,
  rows: readonly Row[],
  accounts: readonly Account[],
): Figures {
  const testimonies = accounts.flatMap(({ typing, anew }) => [typing, anew]);
  const sum = (of: (testimony: Testimony) => number) =>
    testimonies.reduce((all, one) => all + of(one), 0);
  return {
    clients: scene.people.length,
    chats: accounts.length,
    typed: accounts.reduce((all, { typed }) => all + typed.length, 0),
    'in the table': rows.filter(({ text }) => text !== null).length,
    'kill -9': scene.servers.deaths,
    ...scene.proxy.counts,
    'mutations looked at': sum(({ mutations }) => mutations),
    'snapshots looked at': sum(({ snapshots }) => snapshots),
    'waiting lines replaced': sum(({ replaced }) => replaced),
    'rows in a chat at most': Math.max(...testimonies.map(({ mostRows }) => mostRows)),
    'rows read on screens': sum(({ screen }) => screen.length),
  };
}

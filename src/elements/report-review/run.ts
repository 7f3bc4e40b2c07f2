import type { Later } from '../../base/later.js';
import type { Deciding } from './decision/deciding.js';
import type { DecidingMany } from './many/deciding-many.js';
import type { Navigation } from './navigation.js';
import type { Picked } from './many/picked.js';
import type { OpenedReport } from './opened-report.js';
import type { Command } from './shortcuts.js';

/** The parts that keys work with. */
export interface Parts {
  readonly navigation: Navigation;
  readonly picked: Picked;
  readonly opened: OpenedReport;
  readonly deciding: Deciding;
  readonly many: Later<DecidingMany>;
}

/** Does what a key asks for; false if that is of no use now. What is picked goes before what is read. */
export function run(command: Exclude<Command, 'keys' | 'search'>, parts: Parts): boolean {
  const { navigation, picked, opened, deciding, many } = parts;
  switch (command) {
    case 'next':
      return navigation.move(1);
    case 'previous':
      return navigation.move(-1);
    case 'pick':
      return picked.toggle(navigation.focused ?? opened.id);
    case 'unpick':
      return picked.clear();
    case 'undo':
      return deciding.undo();
    default:
      if (picked.reports.length === 0) return deciding.begin(command);
      // A key that is faster than the code for many waits for it.
      void many.fetch().then(() => many.here?.begin(command));
      return true;
  }
}

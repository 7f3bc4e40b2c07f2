import type { Deciding } from './decision/deciding.js';
import type { DecidingMany } from './decision/deciding-many.js';
import type { Navigation } from './navigation.js';
import type { Picked } from './queue/picked.js';
import type { OpenedReport } from './report/opened-report.js';
import type { Command } from './shortcuts.js';

/** The parts that keys work with. */
export interface Parts {
  readonly navigation: Navigation;
  readonly picked: Picked;
  readonly opened: OpenedReport;
  readonly deciding: Deciding;
  /** Undefined while its code is on its way. */
  readonly many: DecidingMany | undefined;
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
      return picked.reports.length > 0 ? (many?.begin(command) ?? false) : deciding.begin(command);
  }
}

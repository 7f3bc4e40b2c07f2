import { isolated } from '../../base/format.js';
import type { Locale } from '../../base/locale.js';
import type { Author } from '../../contract/message.js';
import { isSent, type Line } from '../../stores/dialogue/conversation.js';

/** Who will read what is written here. The dialogue's first line is its member's submission. */
export function readersOf(lines: readonly Line[], me: Author | null, locale: Locale): string {
  const [first] = lines;
  const member = first && isSent(first) ? first.author : undefined;
  return !member || !me || member.id === me.id
    ? locale.term('readByReviewers')
    : locale.term('readByMember', isolated(member.name));
}

import { speak } from '../../base/locale.js';
import { reviewKeysWords } from '../../locales/en/review-keys.js';
import { showKeys } from '../../base/key-list.js';
import { letters } from './shortcuts.js';

/** Shows which keys the review knows. */
export function showReviewKeys(host: Parameters<typeof showKeys>[0]): void {
  const { locale } = host;
  showKeys(host, [
    [letters.approve, locale.term('approve')],
    [letters.changes, locale.term('askForChanges')],
    [letters.reject, locale.term('reject')],
    ['1 9', locale.term('keyTemplates')],
    [letters.pick, locale.term('keyPick')],
    ['Esc', locale.term('keyUnpick')],
    [letters.undo, locale.term('undoLast')],
    ['J', locale.term('keyNextReport')],
    ['K', locale.term('keyPreviousReport')],
    ['/', locale.term('searchReports')],
    ['?', locale.term('keyKeys')],
  ]);
}

speak(reviewKeysWords);

import { avatarStyles } from '../../../base/avatar.styles.js';
import { besideStyles } from './beside.styles.js';
import { messageStyles } from './message.styles.js';
import { quoteStyles } from './quote.styles.js';
import { stepStyles } from './step.styles.js';

/** All that stands in a row, whichever way the rows stand. */
export const rowStyles = [avatarStyles, stepStyles, messageStyles, besideStyles, quoteStyles];

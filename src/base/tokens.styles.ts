import { unsafeCSS } from 'lit';
import { tokenRules } from './token-rules.js';

/** The roles of colour, space and type, for a shadow root of Lit's. */
export const tokens = unsafeCSS(tokenRules);

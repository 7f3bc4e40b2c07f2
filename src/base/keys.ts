/** The letter that was meant, also on a keyboard of another script. */
export const letterOf = ({ key, code }: KeyboardEvent): string =>
  (/^[a-z]$/i.test(key) ? key : code.replace(/^Key/, '')).toLowerCase();

/** Whether keys are typed there. */
export const isField = (target: EventTarget | null | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'));

/** Whether a key asks for the list of keys; the second is the question mark of Arabic. */
export const asksForKeys = ({ key }: KeyboardEvent): boolean => key === '?' || key === '؟';

/** Whether a key belongs to the browser, or to what composes characters. */
export const isTaken = ({ ctrlKey, metaKey, altKey, isComposing, keyCode }: KeyboardEvent) =>
  // Safari ends a composition before the key that ended it, and marks that key with 229.
  ctrlKey || metaKey || altKey || isComposing || keyCode === 229;

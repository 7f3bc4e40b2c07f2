/** Words of the list of keys. */
export const keysWords = {
  keys: 'Keys',
  closeKeys: 'Close the list of keys',
  keyKeys: 'Show this list',
  keyNextReport: 'Next report',
  keyPreviousReport: 'Previous report',
};

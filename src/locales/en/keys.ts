/** Words of the list of keys. */
export const keysWords = {
  keys: 'Keys',
  closeKeys: 'Close the list of keys',
  showKeys: 'Show the keys',
  keyKeys: 'Show this list',
  keyNextReport: 'Next report',
  keyPreviousReport: 'Previous report',
};

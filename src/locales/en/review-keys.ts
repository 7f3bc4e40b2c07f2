/** Words of the keys of `report-review`. */
export const reviewKeysWords = {
  keyTemplates: 'Choose a reason of the site',
  keyPick: 'Select or deselect a report',
  keyUnpick: 'Clear the selection',
  undoLast: 'Take back the last decision',
};

/** Words of `task-editor` that come with its code. */
export const taskEditorLaterWords = {
  importWord: 'Import',
  exportWord: 'Export',
  importTasks: 'Import tasks',
  exportTasks: 'Export tasks',
  exported: (count: number, name: string) =>
    count === 1 ? `1 task saved to ${name}.` : `${count} tasks saved to ${name}.`,
  stateActive: 'Active',
  stateInactive: 'Inactive',
  activeSwitch: (name: string) => `${name} is active`,
  outcomeAwaiting: (count: string) => `${count} awaiting`,
  outcomeApproved: (count: string) => `${count} approved`,
  outcomeRejected: (count: string) => `${count} rejected`,
  editTask: (name: string) => `Edit ${name}`,
  duplicateTask: 'Duplicate',
  duplicateOf: (name: string) => `Duplicate ${name}`,
  copyName: (name: string) => `Copy of ${name}`,
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  movedTo: (name: string, place: number, count: number) =>
    `${name} is number ${place} of ${count} now.`,
  deactivateAsk: (count: number) =>
    count === 1
      ? 'Members will no longer see it, and it takes no more reports. The one that is under way stays: it can be revised, and approved for its points.'
      : `Members will no longer see it, and it takes no more reports. The ${count} that are under way stay: they can be revised, and approved for their points.`,
  deactivate: 'Deactivate',
  keepActive: 'Keep it active',
};

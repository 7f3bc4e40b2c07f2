/** Words of the import of tasks. */
export const taskTransferWords = {
  importHeading: 'Import tasks',
  importClose: 'Close the window',
  importWords: 'A file that was exported here, or by another site. You see what is in it first.',
  chooseFile: 'Choose a file',
  otherFile: 'Another file',
  fileNotText: 'This is no JSON file that can be read.',
  fileOther: 'This file holds no tasks as they are exported here.',
  fileEmpty: 'There are no tasks in this file.',
  fileLong: (most: string) => `This file has more than ${most} tasks, or 20 MB. Split it in two.`,
  lineReady: 'Will be created',
  lineWrong: (fields: string) => `Cannot be taken: ${fields}`,
  lineDone: 'Created',
  lineFailed: 'Not created',
  lineNameless: 'Without a name',
  runImport: (count: number, said: string) =>
    count === 1 ? 'Create 1 task' : `Create ${said} tasks`,
  importing: (done: string, all: string) => `Created ${done} of ${all}`,
  imported: (count: number, said: string) =>
    count === 1 ? '1 task created.' : `${said} tasks created.`,
};

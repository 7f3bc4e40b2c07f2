import { ApiError } from '../../../api/api-error.js';
import { TaskchatErrorEvent } from '../../../base/error-event.js';
import type { TransferHost } from './transfer-host.js';

const failed = (host: TransferHost, error: unknown): void => {
  host.dispatchEvent(new TaskchatErrorEvent(ApiError.from(error)));
};

/** Opens the window in which a file of tasks is looked at and taken in. */
export async function showImport(host: TransferHost): Promise<void> {
  const { session } = host;
  if (!session) return;
  try {
    const { openImport } = await import('./import-dialog.js');
    openImport(host, session);
  } catch (cause) {
    failed(host, new ApiError('network', { cause }));
  }
}

/** Saves all tasks as a file; gives what is said of it. */
export async function showExport(host: TransferHost): Promise<string> {
  const { session } = host;
  if (!session) return '';
  try {
    const [{ taskFile }, { saveFile }] = await Promise.all([
      import('../../../stores/task-transfer/task-file.js'),
      import('../../../base/save-file.js'),
    ]);
    const { file, count } = await taskFile(session);
    const name = `tasks-${new Date().toISOString().slice(0, 10)}.json`;
    saveFile(file, name, host.renderRoot.querySelector('.frame')!);
    return host.locale.term('exported', count, name);
  } catch (error) {
    failed(host, error);
    return '';
  }
}

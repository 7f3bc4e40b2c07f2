import { html, type TemplateResult } from 'lit';
import { ApiError } from '../../../api/api-error.js';
import { TaskchatErrorEvent } from '../../../base/error-event.js';
import { draw } from '../../../base/icons.js';
import type { ExportHost } from './export-host.js';

async function show(host: ExportHost): Promise<void> {
  try {
    const { openExport } = await import('./export-dialog.js');
    openExport(host);
  } catch (cause) {
    host.dispatchEvent(new TaskchatErrorEvent(new ApiError('network', { cause })));
  }
}

/** The way to all there is, as a file. */
export const exportButton = (host: ExportHost): TemplateResult => html`
  <button class="button" part="show-export" type="button" @click=${() => show(host)}>
    ${draw('M12 4.5v10M7.5 10.5 12 15l4.5-4.5M5 19.5h14')}${host.locale.term('exportButton')}
  </button>
`;

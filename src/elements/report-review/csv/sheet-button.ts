import { html, type TemplateResult } from 'lit';
import { ApiError } from '../../../api/api-error.js';
import { TaskchatErrorEvent } from '../../../base/error-event.js';
import { tableIcon } from '../../../base/icons.js';
import type { ReportFilter } from '../../../stores/reports-store.js';
import type { SheetHost } from './sheet-host.js';

async function show(host: SheetHost, narrowed: ReportFilter): Promise<void> {
  try {
    const { openSheet } = await import('./sheet-dialog.js');
    openSheet(host, { ...narrowed, ...(host.taskId && { task: host.taskId }) });
  } catch (cause) {
    host.dispatchEvent(new TaskchatErrorEvent(new ApiError('network', { cause })));
  }
}

/** The way to decide in a spreadsheet what the queue is narrowed to. */
export function sheetButton(host: SheetHost, narrowed: ReportFilter): TemplateResult {
  const label = host.locale.term('showSheet');
  return html`<button
    class="button quiet square"
    part="show-sheet"
    type="button"
    aria-label=${label}
    title=${label}
    @click=${() => show(host, narrowed)}
  >
    ${tableIcon()}
  </button>`;
}

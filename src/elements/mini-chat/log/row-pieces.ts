import { addStyles, Later } from '../../../base/later.js';
import type { Session } from '../../../stores/session.js';
import { isSent, type Line } from '../../../stores/dialogue/conversation.js';
import type { FilesOf } from '../rows/attachments.js';
import type { DialogueHost } from '../dialogue-view.js';
import type { Layout } from '../rows/layout.js';
import type { LogRows } from './log-rows.js';

const hasFiles = (line: Line): boolean =>
  (!isSent(line) || line.kind === 'text') && line.attachments.length > 0;

/** What draws the rows of a dialogue, each piece fetched for the first dialogue that needs it. */
export class RowPieces {
  readonly #host: DialogueHost;
  readonly #rows: Later<typeof LogRows>;
  readonly #chat: Later<Layout>;
  readonly #table: Later<Layout>;
  readonly #files: Later<FilesOf>;

  constructor(host: DialogueHost) {
    this.#host = host;
    this.#rows = new Later(host, async () => {
      const { LogRows, rowStyles } = await import('./log-rows.js');
      addStyles(host, ...rowStyles);
      return LogRows;
    });
    this.#chat = new Later(host, async () => (await import('../rows/chat-rows.js')).chatRows);
    this.#table = new Later(host, async () => {
      const { commentsTable, commentsStyles } = await import('../rows/comments-table.js');
      addStyles(host, commentsStyles);
      return commentsTable;
    });
    this.#files = new Later(host, async () => {
      const { attachmentsOf, attachmentsStyles } = await import('../rows/attachments.js');
      addStyles(host, ...attachmentsStyles);
      return attachmentsOf;
    });
  }

  /** Undefined until it is there. */
  get rows(): typeof LogRows | undefined {
    return this.#rows.piece;
  }

  /** Undefined until all is there that draws rows in the host's layout. */
  get layout(): Layout | undefined {
    const layout = this.#layout.piece;
    return this.rows && layout;
  }

  /** Draws the files of a line; until that can be done, the first such line has it fetched. */
  get filesOf(): FilesOf {
    return this.#files.here ?? this.#fetchFiles;
  }

  /** Fetches what the first dialogue will need, and has it ready to draw, unless that is late. */
  async fetch(session: Session, isLate: () => boolean): Promise<void> {
    const rehearsal = import('./rehearsal.js').catch(() => undefined);
    await Promise.all([this.#rows.fetch(), this.#layout.fetch()]);
    const layout = this.#layout.here;
    const Rows = this.#rows.here;
    if (layout && Rows) (await rehearsal)?.rehearse(this.#host, session, layout, Rows, isLate);
  }

  get #layout(): Later<Layout> {
    return this.#host.layout === 'table' ? this.#table : this.#chat;
  }

  #fetchFiles: FilesOf = (line) => {
    if (hasFiles(line)) void this.#files.fetch();
  };
}

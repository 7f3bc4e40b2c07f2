import { nothing, type LitElement } from 'lit';
import type { Attachment } from '../../contract/attachment.js';
import type { Session } from '../../stores/session.js';
import type { attachmentsTemplate } from './attachments.js';
import { addStyles, Later } from '../later.js';
import type { Locale } from '../locale.js';

interface SentFilesHost extends LitElement {
  readonly locale: Locale;
  readonly session: Session | undefined;
}

/** The files of a report in a tag that has none to show most of the time. */
export class SentFiles {
  readonly #host: SentFilesHost;
  readonly #template: Later<typeof attachmentsTemplate>;

  constructor(host: SentFilesHost) {
    this.#host = host;
    this.#template = new Later(host, async () => {
      const { attachmentsTemplate, attachmentsStyles } = await import('./attachments.js');
      addStyles(host, ...attachmentsStyles);
      return attachmentsTemplate;
    });
  }

  /** What was sent along; the code that draws it is fetched with the first file. */
  of(attachments: readonly Attachment[]): unknown {
    const { session, locale } = this.#host;
    if (!session || attachments.length === 0) return nothing;
    return this.#template.piece?.(attachments, { session, locale });
  }
}

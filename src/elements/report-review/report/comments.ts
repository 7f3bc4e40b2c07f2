import { siblingName } from '../../../base/define.js';
import { MiniChat } from '../../mini-chat/mini-chat.js';

interface CommentsHost extends HTMLElement {
  readonly endpoint: string;
  readonly tokenUrl: string;
}

/** The comments table of the report that is read: one element, whatever prefix it goes by. */
export class Comments {
  #chat: MiniChat | undefined;
  readonly #host: CommentsHost;

  constructor(host: CommentsHost) {
    this.#host = host;
  }

  of(report: string): MiniChat {
    const { endpoint, tokenUrl, lang } = this.#host;
    this.#chat ??= document.createElement(siblingName(this.#host, MiniChat)) as MiniChat;
    return Object.assign(this.#chat, {
      layout: 'table',
      reportId: report,
      endpoint,
      tokenUrl,
      lang,
    });
  }
}

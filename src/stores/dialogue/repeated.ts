import type { Attachment } from '../../contract/attachment.js';
import type { Author, Message } from '../../contract/message.js';

/** Holds once what thousands of messages of one dialogue say alike. */
export class Repeated {
  #report = '';
  readonly #nothing: Attachment[] = [];
  readonly #authors = new Map<string, Author>();

  /** Puts what others said before it in the place of the message's own copy. */
  share(message: Message): void {
    message.author = this.#author(message.author);
    if (this.#report === message.report) message.report = this.#report;
    else this.#report = message.report;
    if (message.kind === 'text' && message.attachments.length === 0) {
      message.attachments = this.#nothing;
    }
  }

  /** Somebody may have got another name, picture or role meanwhile. */
  #author(author: Author): Author {
    const known = this.#authors.get(author.id);
    if (known && isSame(known, author)) return known;
    this.#authors.set(author.id, author);
    return author;
  }
}

const isSame = (one: Author, other: Author): boolean =>
  one.name === other.name && one.picture === other.picture && one.role === other.role;

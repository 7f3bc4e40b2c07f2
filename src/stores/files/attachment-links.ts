import type { AttachmentLink } from '../../contract/attachment.js';
import type { Session } from '../session.js';

/** Milliseconds before its end from which a link is not given out any more. */
const margin = 10_000;

/** The ways to the bytes of attachments: each is asked for once for as long as it is good. */
export class AttachmentLinks {
  readonly #session: Session;
  readonly #links = new Map<string, Promise<AttachmentLink>>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** An absolute address. Rejects with an ApiError. */
  async get(attachment: string): Promise<string> {
    const known = await this.#links.get(attachment)?.catch(() => undefined);
    const isGood = known && Date.parse(known.expiresAt) - Date.now() > margin;
    return isGood ? known.url : this.renew(attachment);
  }

  /** Another one than that which did not lead there. */
  async renew(attachment: string): Promise<string> {
    const asked = this.#ask(attachment);
    this.#links.set(attachment, asked);
    return (await asked).url;
  }

  async #ask(attachment: string): Promise<AttachmentLink> {
    const client = await this.#session.client();
    return client.getAttachmentLink(attachment, this.#session.signal);
  }
}

export const attachmentLinksOf = (session: Session): AttachmentLinks =>
  session.store('attachment links', () => new AttachmentLinks(session));

import { html, nothing, type TemplateResult } from 'lit';
import { ApiError } from '../../api/api-error.js';
import type { Attachment } from '../../contract/attachment.js';
import { filesWords } from '../../locales/en/files.js';
import { attachmentLinksOf } from '../../stores/files/attachment-links.js';
import { previewsOf } from '../../stores/files/previews.js';
import type { Session } from '../../stores/session.js';
import { attachmentsStyles as ownStyles } from './attachments.styles.js';
import { downloadIcon, fileIcon } from './file-icons.js';
import { fileKind, fileSize, labelled } from './file-words.js';
import { fileStyles } from './file.styles.js';
import { showLarge } from './large-picture.js';
import { largePictureStyles } from './large-picture.styles.js';
import { linkedPicture } from './linked-picture.js';
import { speak, type Locale } from '../locale.js';
import { openFile } from './open-file.js';
import { room } from './picture-box.js';
import type { Box } from './picture-size.js';
import { preview } from './preview.js';
import { problemSentence } from '../problem-words.js';

export const attachmentsStyles = [fileStyles, ownStyles, largePictureStyles];

/** Whose files they are, and in which words they are told. */
export interface AttachmentsContext {
  readonly session: Session;
  readonly locale: Locale;
}

type Picture = Attachment & Box;

const isPicture = (attachment: Attachment): attachment is Picture =>
  Boolean(attachment.width && attachment.height);

/** What was sent along: pictures in place, each in room of its own, other files as cards. */
export function attachmentsTemplate(
  attachments: readonly Attachment[],
  context: AttachmentsContext,
): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  const pictures = attachments.filter(isPicture);
  const others = attachments.filter((attachment) => !isPicture(attachment));
  return filesTemplate(
    pictures.map((each) => picture(each, pictures.length === 1, context)),
    others.map((other) => card(other, context)),
  );
}

/** Where pictures and other files stand. */
export const filesTemplate = (
  pictures: readonly unknown[],
  others: readonly unknown[],
): TemplateResult => html`
  <div class="attachments" part="attachments">
    ${
      pictures.length > 0
        ? html`<div class=${pictures.length === 1 ? 'pictures' : 'pictures several'}>
            ${pictures}
          </div>`
        : nothing
    }
    ${others}
  </div>
`;

/** A file's kind and name, and below it what is said of it. */
export const fileFacts = (name: string, words: unknown): TemplateResult => html`
  <span class="file-kind" aria-hidden="true"
    >${fileIcon()}<span class="kind">${fileKind(name)}</span></span
  >
  <span class="file-facts"><bdi class="file-name" title=${name}>${name}</bdi>${words}</span>
`;

/** What shows that a picture is none yet, or cannot be had. */
export const standIn = (name: string): TemplateResult =>
  html`<span class="stand-in">${fileIcon()}<bdi>${name}</bdi></span>`;

function picture(
  attachment: Picture,
  isAlone: boolean,
  { session, locale }: AttachmentsContext,
): TemplateResult {
  const { id, name } = attachment;
  const links = attachmentLinksOf(session);
  const previews = previewsOf(session);
  return html`<button
    class="picture"
    part="picture"
    type="button"
    aria-label=${locale.term('showPicture', labelled(name))}
    @click=${({ currentTarget }: Event) =>
      showLarge(currentTarget as HTMLElement, { attachment, links, locale })}
    ${room(attachment, isAlone)}
  >
    ${
      previews.has(id)
        ? html`<canvas ${preview(previews, id)}></canvas>`
        : html`<img
            alt=""
            decoding="async"
            referrerpolicy="no-referrer"
            ${linkedPicture(links, id)}
          />`
    }${standIn(name)}
  </button>`;
}

function card(attachment: Attachment, context: AttachmentsContext): TemplateResult {
  const { name, size } = attachment;
  const { locale } = context;
  return html`<button
    class="file"
    part="file"
    type="button"
    @click=${(event: Event) => void download(event, attachment, context)}
  >
    <span class="sr-only">${locale.term('download')}</span>
    ${fileFacts(
      name,
      html`<span class="file-size">${fileSize(size, locale.lang())}</span
        ><span class="file-trouble" role="status"></span>`,
    )}
    ${downloadIcon()}
  </button>`;
}

async function download(
  { currentTarget }: Event,
  attachment: Attachment,
  { session, locale }: AttachmentsContext,
): Promise<void> {
  const trouble = (currentTarget as HTMLElement).querySelector('.file-trouble')!;
  trouble.textContent = '';
  try {
    await openFile(attachmentLinksOf(session), attachment);
  } catch (error) {
    trouble.textContent = problemSentence(ApiError.from(error).code, locale);
  }
}

speak(filesWords);

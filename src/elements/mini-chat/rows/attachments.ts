import { html, nothing, type TemplateResult } from 'lit';
import {
  attachmentsStyles as fileStyles,
  attachmentsTemplate,
  standIn,
  fileFacts,
  filesTemplate,
  type AttachmentsContext,
} from '../../../base/files/attachments.js';
import { labelled, standingOf } from '../../../base/files/file-words.js';
import type { Locale } from '../../../base/locale.js';
import { room } from '../../../base/files/picture-box.js';
import { preview } from '../../../base/files/preview.js';
import { isSent, type Line } from '../../../stores/dialogue/conversation.js';
import { previewsOf } from '../../../stores/files/previews.js';
import { uploadsOf, type Upload } from '../../../stores/files/uploads.js';
import { filledBubbleStyles } from './attachments.styles.js';
import { waitingFiles } from './waiting-files.js';

export const attachmentsStyles = [...fileStyles, filledBubbleStyles];

/** What stands under the words of a line, sent or waiting; `nothing` without files. */
export function attachmentsOf(line: Line, context: AttachmentsContext): unknown {
  if (!isSent(line)) return waitingAttachments(line.attachments, context);
  return line.kind === 'text' ? attachmentsTemplate(line.attachments, context) : nothing;
}

export type FilesOf = typeof attachmentsOf;

/** The same while the message waits, from what is picked: with the progress of each. */
function waitingAttachments(ids: readonly string[], context: AttachmentsContext): unknown {
  if (ids.length === 0) return nothing;
  return waitingFiles(uploadsOf(context.session), ids, (files) => {
    const pictures = files.filter(({ width }) => width > 0);
    const others = files.filter(({ width }) => width === 0);
    return filesTemplate(
      pictures.map((each) => waitingPicture(each, pictures.length === 1, context)),
      others.map((other) => waitingCard(other, context.locale)),
    );
  });
}

const bar = ({ state, progress, name }: Upload, locale: Locale): unknown =>
  state === 'uploaded' || state === 'refused'
    ? nothing
    : html`<progress
        max="1"
        .value=${progress}
        aria-label=${locale.term('fileProgress', labelled(name))}
      ></progress>`;

const waitingPicture = (
  upload: Upload,
  isAlone: boolean,
  { session, locale }: AttachmentsContext,
): TemplateResult => html`
  <div class="picture" part="picture" ${room(upload, isAlone)}>
    <canvas ${preview(previewsOf(session), upload.id)}></canvas>${standIn(upload.name)}${
      upload.state === 'refused'
        ? html`<span class="veil">${standingOf(upload, locale)}</span>`
        : bar(upload, locale)
    }
  </div>
`;

const waitingCard = (upload: Upload, locale: Locale): TemplateResult => html`
  <div class="file ${upload.state}" part="file">
    ${fileFacts(upload.name, html`<span class="file-size">${standingOf(upload, locale)}</span>`)}
    ${bar(upload, locale)}
  </div>
`;

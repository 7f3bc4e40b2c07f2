import { html, render, type TemplateResult } from 'lit';
import { ApiError } from '../../api/api-error.js';
import { fileSize } from './file-words.js';
import { crossIcon, linkIcon } from '../icons.js';
import type { Locale } from '../locale.js';
import { problemSentence } from '../problem-words.js';
import type { Attachment } from '../../contract/attachment.js';
import type { AttachmentLinks } from '../../stores/files/attachment-links.js';
import { openFile } from './open-file.js';

interface Shown {
  readonly attachment: Attachment;
  readonly links: AttachmentLinks;
  readonly locale: Locale;
}

/** Shows a picture as large as the window lets it, above everything; `opener` has the focus after. */
export function showLarge(opener: HTMLElement, shown: Shown): void {
  const { locale } = shown;
  const dialog = document.createElement('dialog');
  dialog.className = 'large';
  dialog.part.add('large-picture');
  dialog.dir = locale.wordsDirection() ?? '';
  dialog.ariaLabel = shown.attachment.name;
  // Only what lies around the picture is the dialog itself.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  // The page may close its own things with Escape.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener.focus({ preventScroll: true });
  });
  const draw = (picture: unknown): void =>
    void render(
      content(shown, picture, () => dialog.close()),
      dialog,
    );
  draw(html`<span class="bone"></span>`);
  opener.getRootNode().appendChild(dialog);
  dialog.showModal();
  dialog.querySelector<HTMLElement>('.close')?.focus();
  void fill(shown, draw);
}

async function fill(
  { attachment, links, locale }: Shown,
  draw: (picture: unknown) => void,
): Promise<void> {
  const { id, name, width, height } = attachment;
  const image = (address: string, failed: () => void): TemplateResult =>
    html`<img
      src=${address}
      alt=${name}
      width=${width ?? ''}
      height=${height ?? ''}
      referrerpolicy="no-referrer"
      @error=${failed}
    />`;
  const fail = (error: unknown): void =>
    draw(html`<p role="alert">${problemSentence(ApiError.from(error).code, locale)}</p>`);
  const again = (): void =>
    void links
      .renew(id)
      .then((address) => draw(image(address, () => fail(new ApiError('network')))))
      .catch(fail);
  await links
    .get(id)
    .then((address) => draw(image(address, again)))
    .catch(fail);
}

const content = (
  { attachment, links, locale }: Shown,
  picture: unknown,
  close: () => void,
): TemplateResult => html`
  <header>
    <p><bdi>${attachment.name}</bdi> <span>${fileSize(attachment.size, locale.lang())}</span></p>
    <button
      class="tool"
      type="button"
      aria-label=${locale.term('openPicture')}
      title=${locale.term('openPicture')}
      @click=${() => void openFile(links, attachment).catch(() => {})}
    >
      ${linkIcon()}
    </button>
    <button
      class="tool close"
      type="button"
      aria-label=${locale.term('closePicture')}
      title=${locale.term('closePicture')}
      @click=${close}
    >
      ${crossIcon()}
    </button>
  </header>
  <div class="stage">${picture}</div>
`;

import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Previews } from '../../stores/files/previews.js';
import type { Upload } from '../../stores/files/uploads.js';
import { againIcon, clipIcon, fileIcon } from './file-icons.js';
import { fileKind, labelled, standingOf } from './file-words.js';
import { formatNumber } from '../format.js';
import { crossIcon, warningIcon } from '../icons.js';
import type { Locale } from '../locale.js';
import { preview } from './preview.js';

/** Files that are picked, what becomes of them, and what can be done about it. */
export interface TrayView {
  readonly items: readonly Upload[];
  /** False when they end with the page. */
  readonly durable: boolean;
  /** Files of the last time that were too many. */
  readonly leftOut: number;
  /** Whether files are held above the tag. */
  readonly isAbove: boolean;
  readonly limits: { readonly maxBytes: number; readonly maxPerMessage: number } | null;
  readonly previews: Previews;
  readonly locale: Locale;
  readonly retry: (id: string) => void;
  readonly remove: (id: string) => void;
}

const picked = (event: Event, receive: (files: readonly File[]) => void): void => {
  const input = event.target as HTMLInputElement;
  receive([...(input.files ?? [])]);
  // The same file can be picked again.
  input.value = '';
};

/** Opens the way to pick files that the platform has: on a phone, its camera is among it. */
export const attachButton = (
  locale: Locale,
  receive: (files: readonly File[]) => void,
): TemplateResult => html`
  <button
    class="attach"
    part="attach"
    type="button"
    aria-label=${locale.term('attachFiles')}
    title=${locale.term('attachFiles')}
    @click=${({ currentTarget }: Event) =>
      ((currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click()}
  >
    ${clipIcon()}
  </button>
  <input
    type="file"
    multiple
    hidden
    aria-hidden="true"
    tabindex="-1"
    @change=${(event: Event) => picked(event, receive)}
  />
`;

/** A picture of the file, over what stands for its kind. */
const thumb = ({ id, name, width }: Upload, previews: Previews): TemplateResult => html`
  <span class="thumb" aria-hidden="true"
    >${fileIcon()}<span class="kind">${fileKind(name)}</span>${
      width > 0 ? html`<canvas hidden ${preview(previews, id)}></canvas>` : nothing
    }</span
  >
`;

const isOnItsWay = ({ state }: Upload): boolean =>
  state === 'preparing' || state === 'waiting' || state === 'uploading';

function bar(item: Upload, locale: Locale): unknown {
  if (!isOnItsWay(item)) return nothing;
  return html`<progress
    max="1"
    .value=${item.progress}
    aria-label=${locale.term('fileProgress', labelled(item.name))}
  ></progress>`;
}

/** Refusals that the same file meets again. */
const lasting: readonly (string | undefined)[] = [
  'too-large',
  'unsupported-type',
  'invalid',
  'not-found',
];

function row(item: Upload, view: TrayView): TemplateResult {
  const { locale, limits, previews, retry, remove } = view;
  const name = labelled(item.name);
  const isRefused = item.state === 'refused';
  const mayPass = isRefused && !lasting.includes(item.problem?.code);
  return html`<li class="picked ${item.state}" part="file">
    ${thumb(item, previews)}
    <span class="file-facts">
      <bdi class="file-name" title=${item.name}>${item.name}</bdi>
      <span class="standing" role=${ifDefined(isRefused ? 'alert' : undefined)}
        >${standingOf(item, locale, limits?.maxBytes)}</span
      >
    </span>
    ${
      mayPass
        ? html`<button
            class="tool"
            type="button"
            aria-label=${locale.term('retryFile', name)}
            title=${locale.term('retry')}
            @click=${() => retry(item.id)}
          >
            ${againIcon()}
          </button>`
        : nothing
    }
    <button
      class="tool remove"
      type="button"
      aria-label=${locale.term('removeFile', name)}
      @click=${() => remove(item.id)}
    >
      ${crossIcon()}
    </button>
    ${bar(item, locale)}
  </li>`;
}

function notes({ items, durable, leftOut, limits, locale }: TrayView): unknown {
  const most = formatNumber(limits?.maxPerMessage ?? 0, locale.lang());
  return [
    leftOut > 0
      ? html`<p class="tray-note wrong" role="alert">
          ${warningIcon()}<span>${locale.term('filesLeftOut', most)}</span>
        </p>`
      : nothing,
    items.length > 0 && !durable
      ? html`<p class="tray-note">${locale.term('filesOnPage')}</p>`
      : nothing,
  ];
}

/** The files over the field, and what covers the tag while others are held above it. */
export const fileTray = (view: TrayView): TemplateResult => html`
  ${
    view.items.length > 0
      ? html`<ul class="tray" part="tray" aria-label=${view.locale.term('filesToSend')}>
          ${repeat(
            view.items,
            ({ id }) => id,
            (item) => row(item, view),
          )}
        </ul>`
      : nothing
  }
  ${notes(view)}
  ${
    view.isAbove
      ? html`<div class="drop" part="drop">
          <p>${clipIcon()}${view.locale.term('dropFiles')}</p>
        </div>`
      : nothing
  }
`;

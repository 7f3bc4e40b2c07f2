import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { avatar } from '../../base/avatar.js';
import type { Locale } from '../../base/locale.js';
import { beside, byline, quote, refusal, wordsOf } from './message-parts.js';
import { systemLine } from './system-line.js';
import { dayName, messageTime } from './times.js';
import type { Entry, TextEntry } from './timeline.js';

function message(entry: TextEntry, locale: Locale): TemplateResult {
  const { author, own, first, last, sentAt, line } = entry;
  return html`
    ${own ? nothing : html`<span class="face">${last ? avatar(author) : nothing}</span>`}
    <div class="stack">
      ${
        first
          ? html`<p class=${own ? 'sr-only' : 'byline'}>
              ${own ? locale.term('you') : byline(author, locale)}
            </p>`
          : nothing
      }
      <div class="line">
        <div class="bubble ${line.state}" part="bubble">
          ${quote(entry, locale)}${wordsOf(entry)}
        </div>
        ${beside(entry, locale)}
      </div>
      ${
        last && line.state !== 'refused'
          ? html`<p class="meta">${sentAt ? messageTime(sentAt, locale) : nothing}</p>`
          : nothing
      }
      ${refusal(entry, locale)}
    </div>
  `;
}

/** A day, a step of the report's life, or a message. */
function row(entry: Entry, locale: Locale): TemplateResult {
  switch (entry.kind) {
    case 'day':
      return html`<li class="day"><span>${dayName(entry.time, locale)}</span></li>`;
    case 'system':
      return html`<li data-line=${entry.key} tabindex="-1">${systemLine(entry, locale)}</li>`;
    case 'text':
      return html`<li
        class="message ${entry.own ? 'own' : ''} ${entry.first ? 'first' : ''}"
        part="message"
        data-line=${entry.key}
        tabindex="-1"
      >
        ${message(entry, locale)}
      </li>`;
  }
}

/** The lines as a chat. */
export const chatRows = (entries: readonly Entry[], locale: Locale): TemplateResult => html`
  <ol>
    ${repeat(
      entries,
      ({ key }) => key,
      (entry) => row(entry, locale),
    )}
  </ol>
`;

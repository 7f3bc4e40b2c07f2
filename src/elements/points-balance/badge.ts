import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../base/format.js';
import { clockIcon, draw, offlineIcon, warningIcon } from '../../base/icons.js';
import type { Locale } from '../../base/locale.js';

/** What the small layout says. */
export interface BadgeView {
  readonly locale: Locale;
  /** As it is shown, and as it is. */
  readonly shown: number;
  readonly balance: number;
  readonly waiting: number;
  readonly offline: boolean;
}

const pointsIcon = (): TemplateResult =>
  draw('m12 4.5 2.3 4.8 5.2.7-3.8 3.6.9 5.2-4.6-2.5-4.6 2.5.9-5.2L4.5 10l5.2-.7z');

const pill = (content: unknown): TemplateResult =>
  html`<span class="pill" part="badge"><span class="band" part="band"></span>${content}</span>`;

/** What waits, in a few words. */
const waits = ({ waiting, locale }: BadgeView): unknown => {
  const number = formatNumber(waiting, locale.lang());
  return waiting > 0
    ? html`<span class="muted small more" part="waiting"
        ><span aria-hidden="true">${clockIcon()}${number}</span
        ><span class="sr-only">, ${locale.term('pointsWaitingShort', number)}</span></span
      >`
    : nothing;
};

/** The balance, and what waits. What counts up is for the eye alone. */
export function badge(view: BadgeView): TemplateResult {
  const { locale, shown, balance, offline } = view;
  const lang = locale.lang();
  return pill(html`
    ${pointsIcon()}
    <span class="reward" aria-hidden="true" part="balance"
      >${formatNumber(shown, lang)} <small>${locale.term('points', shown)}</small></span
    >
    <span role="status" class="said"
      ><span class="sr-only">${formatNumber(balance, lang)} ${locale.term('points', balance)}</span
      >${waits(view)}</span
    >
    ${offline ? html`<span role="img" aria-label=${locale.term('offline')}>${offlineIcon()}</span>` : nothing}
  `);
}

export const loadingBadge = (locale: Locale): TemplateResult =>
  pill(
    html`<span class="skeleton" role="status"
      ><span class="sr-only">${locale.term('loading')}</span><span class="bone"></span
    ></span>`,
  );

export const troubledBadge = (locale: Locale, retry: () => void): TemplateResult =>
  pill(
    html`${warningIcon()}<span class="sr-only" role="alert">${locale.term('problemTitle')}</span
      ><button class="link" type="button" @click=${retry}>${locale.term('retry')}</button>`,
  );

/** For a visitor: where one signs in, if the host has said it. */
export const visitorBadge = (locale: Locale, url: string | undefined): TemplateResult =>
  pill(
    html`${pointsIcon()}${
      url
        ? html`<a href=${url}>${locale.term('signInForPoints')}</a>`
        : html`<span>${locale.term('signInForPoints')}</span>`
    }`,
  );

import { css } from 'lit';

/** The frame that every tag stands in: ground, band, head, body. */
export const frameStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    font-family: var(--taskchat-font, inherit);
    font-size: 14px;
    line-height: 1.5;
    color: var(--text);
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* On a page of the other direction, words keep their order and stand where its lines begin. */
  :not(summary) {
    unicode-bidi: plaintext;
  }
  .frame > * {
    text-align: left;
  }
  .frame:dir(rtl) > * {
    text-align: right;
  }
  .frame {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .band {
    flex: none;
    height: 4px;
    background: var(--gradient);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    min-height: 56px;
    padding: 12px 20px 8px;
  }
  .head > :first-child {
    margin-inline-end: auto;
  }
  .body {
    flex: 1;
    min-height: 0;
    padding: 0 20px 20px;
  }
  h2,
  h3,
  p {
    margin: 0;
    font: inherit;
  }
  h2 {
    font-size: 16px;
    font-weight: 650;
    letter-spacing: -0.006em;
  }
  h3 {
    font-size: 14px;
    font-weight: 600;
    text-wrap: balance;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: 13px;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .prose {
    max-width: 70ch;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon.along:dir(rtl) {
    transform: scaleX(-1);
  }
  .sr-only {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    contain: strict;
  }
  @container (max-width: 420px) {
    .head {
      padding-inline: 16px;
    }
    .body {
      padding: 0 16px 16px;
    }
  }
  @media (forced-colors: active) {
    /* A colour of its own would be kept, whatever the ground. */
    .icon {
      color: inherit !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      /* However short, a duration makes a transition of each change: sizes would come a frame late. */
      transition: none !important;
    }
  }
`;

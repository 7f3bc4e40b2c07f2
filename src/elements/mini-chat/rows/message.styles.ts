import { css } from 'lit';

/** Messages, in their runs. */
export const messageStyles = css`
  [data-line]:focus {
    outline: none;
  }
  .time {
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  /* A face, the words, the way to answer them; above and below them what a run begins and ends with. */
  .message {
    --face: 40px;
    --words: fit-content(calc(46ch + 26px));
    display: grid;
    grid-template-columns: var(--face) var(--words) auto minmax(0, 1fr);
    align-items: center;
    justify-items: start;
    padding-block-start: 2px;
  }
  .message.own {
    grid-template-columns: minmax(0, 1fr) auto auto var(--words);
    justify-items: end;
  }
  .message.first {
    padding-block-start: 12px;
  }
  .message > * {
    grid-column: 2 / -1;
  }
  .own > *,
  .message > :is(.day, .seen) {
    grid-column: 1 / -1;
  }
  .message > :is(.day, .seen) {
    justify-self: stretch;
  }
  .first > .day {
    margin-block: -12px 12px;
  }
  .message > :is(.avatar, .bubble, .beside) {
    grid-row: 4;
  }
  .message > .avatar {
    grid-column: 1;
    align-self: end;
  }
  .message > .bubble {
    grid-column: 2;
  }
  .own > .bubble {
    grid-column: 4;
  }
  .message > .time {
    grid-row: 5;
  }
  .message > .refusal {
    grid-row: 6;
  }
  .message > .seen {
    grid-row: 7;
  }
  .byline {
    max-width: 100%;
    margin: 0 12px 2px;
    font-size: 12px;
    overflow-wrap: anywhere;
    color: var(--muted);
  }
  .name {
    font-weight: 600;
  }
  .role {
    color: var(--accent);
    font-size: 12px;
    font-weight: 550;
  }
  .bubble {
    --corner: 4px;
    min-width: 0;
    /* A quote is one line, and would be wider than the room. */
    max-width: 100%;
    padding: 8px 12px;
    background: var(--raised);
    border: 1px solid transparent;
    border-radius: var(--radius);
    border-start-start-radius: var(--corner);
  }
  .first > .bubble {
    --corner: var(--radius);
  }
  .own > .bubble {
    background: color-mix(in oklab, var(--accent) 15%, var(--surface));
    border-start-start-radius: var(--radius);
    border-start-end-radius: var(--corner);
  }
  .own > .bubble:is(.waiting, .refused) {
    background: color-mix(in oklab, var(--accent) 6%, var(--surface));
    border: 1px dashed color-mix(in oklab, var(--accent) 45%, var(--surface));
  }
  .own > .bubble.refused {
    border-color: var(--negative);
  }
  .message > .bubble.withdrawn {
    background: none;
    border-color: var(--line);
  }
  .withdrawn {
    font-style: italic;
    color: var(--muted);
  }
  li:focus > .bubble,
  tr[data-line]:focus {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .words {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .emoji {
    font-size: 2em;
    line-height: 1.25;
  }
  .message > .bubble.emoji {
    padding: 4px 0 0;
    background: none;
  }
  .seen {
    display: flex;
    justify-content: flex-end;
    gap: 2px;
    margin-block: 2px 4px;
  }
  .seen .avatar {
    width: 16px;
    height: 16px;
    font-size: 7px;
  }
  .meta,
  .message > .time {
    min-height: 18px;
    margin: 2px 12px 0;
    font-size: 12px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
    color: var(--muted);
  }
  .refusal {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    max-width: 46ch;
    padding-block: 6px 4px;
    font-size: 13px;
    color: var(--negative);
  }
  .own > .refusal {
    justify-content: flex-end;
  }
  .refusal p {
    display: flex;
    gap: 6px;
    flex-basis: 100%;
    text-wrap: balance;
  }
  /* On the side of the message, also where the words run against the page. */
  .own > .refusal p {
    display: block;
    text-align: right;
  }
  .own > .refusal p:dir(rtl) {
    text-align: left;
  }
  .own > .refusal .icon {
    margin-inline: 6px;
    vertical-align: -4px;
  }
  .refusal .button {
    min-height: 32px;
    padding: 3px 12px;
    font-size: 13px;
  }
  @media (pointer: coarse) {
    .refusal .button {
      min-height: 44px;
    }
  }
  @container (max-width: 420px) {
    .message {
      --face: 38px;
    }
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }
    .message > .bubble.emoji {
      border-color: Canvas;
    }
  }
`;

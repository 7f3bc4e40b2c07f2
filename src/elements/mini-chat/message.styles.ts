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
  .message {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding-block-start: 2px;
  }
  .message.first {
    padding-block-start: 12px;
  }
  .face {
    flex: none;
    align-self: flex-end;
    width: 32px;
    margin-block-end: 20px;
    line-height: 0;
  }
  .stack {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: flex-start;
    min-width: 0;
  }
  .own .stack {
    align-items: flex-end;
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
  .line {
    display: flex;
    align-items: center;
    gap: 4px;
    max-width: min(100%, calc(46ch + 60px));
  }
  .own .line {
    flex-direction: row-reverse;
  }
  .bubble {
    --corner: 4px;
    min-width: 0;
    padding: 8px 12px;
    background: var(--raised);
    border: 1px solid transparent;
    border-radius: var(--radius);
    border-start-start-radius: var(--corner);
  }
  .first .bubble {
    --corner: var(--radius);
  }
  .own .bubble {
    background: color-mix(in oklab, var(--accent) 15%, var(--surface));
    border-start-start-radius: var(--radius);
    border-start-end-radius: var(--corner);
  }
  .own .bubble:is(.waiting, .refused) {
    background: color-mix(in oklab, var(--accent) 6%, var(--surface));
    border: 1px dashed color-mix(in oklab, var(--accent) 45%, var(--surface));
  }
  .own .bubble.refused {
    border-color: var(--negative);
  }
  [data-line]:focus .bubble,
  tr[data-line]:focus {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .words {
    max-width: 46ch;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: start;
  }
  .bubble:has(> .emoji) {
    padding: 4px 0 0;
    background: none;
  }
  .emoji {
    font-size: 2em;
    line-height: 1.25;
  }
  .bubble:has(> .withdrawn) {
    background: none;
    border-color: var(--line);
  }
  .withdrawn {
    font-style: italic;
    color: var(--muted);
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
  .beside {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    width: 32px;
    height: 32px;
    padding: 0;
    color: var(--muted);
    background: none;
    border: 0;
    border-radius: var(--radius-small);
  }
  .beside .icon {
    width: 18px;
    height: 18px;
  }
  .respond {
    cursor: pointer;
  }
  .respond:hover {
    color: var(--text);
    background: var(--raised);
  }
  /* What is sent at once never shows that it waits. */
  .waits .icon {
    opacity: 0;
    animation: appear var(--quick) 400ms forwards;
  }
  .meta {
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
  .own .refusal {
    justify-content: flex-end;
  }
  .refusal p {
    display: flex;
    gap: 6px;
    flex-basis: 100%;
  }
  .refusal .button {
    min-height: 32px;
    padding: 3px 12px;
    font-size: 13px;
  }
  @media (hover: hover) and (pointer: fine) {
    .message .respond {
      opacity: 0;
    }
    .message:hover .respond,
    .respond:focus-visible {
      opacity: 1;
    }
  }
  @media (pointer: coarse) {
    /* A finger finds it in a field larger than its room. */
    .respond::after {
      content: '';
      position: absolute;
      inset: -6px;
    }
    .refusal .button {
      min-height: 44px;
    }
  }
  @container (max-width: 420px) {
    .beside {
      width: 28px;
    }
    .message {
      gap: 6px;
    }
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }
  }
`;

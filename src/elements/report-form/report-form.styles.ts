import { css } from 'lit';

export const reportFormStyles = css`
  .sheet,
  .composer,
  .waiting,
  .note,
  .sent {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .sheet {
    max-width: 720px;
  }
  /* What stands at its end is in line with the end of the sheet. */
  .head {
    max-width: 760px;
  }
  .landing:focus {
    outline: none;
  }
  .landing:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 4px;
    border-radius: 2px;
  }
  .composer {
    gap: 8px;
  }
  .waiting {
    gap: 12px;
  }
  /* What is on its way stays as it was sent. */
  :is(.waiting, .composer[aria-busy='true']) .tray .remove {
    visibility: hidden;
  }
  .hint {
    min-height: 1.5em;
  }
  .trouble {
    display: flex;
    gap: 8px;
    padding: 10px 12px;
    color: var(--muted);
    background: var(--raised);
    border-radius: var(--radius-small);
  }
  .trouble.wrong {
    color: var(--negative);
  }
  .submit {
    min-width: 9.5em;
  }
  .submit:dir(rtl) .spinner {
    animation-direction: reverse;
  }
  .spinner {
    width: 1.25em;
    height: 1.25em;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
  }
  kbd {
    margin-inline-start: 4px;
    font: inherit;
    font-size: 13px;
  }
  .note {
    --tone: var(--muted);
    gap: 4px;
    padding: 12px 16px;
    background: color-mix(in oklab, var(--tone) var(--tint), var(--surface));
    border-radius: var(--radius-small);
  }
  .note.awaiting {
    --tone: var(--caution);
  }
  .note.turn {
    --tone: var(--accent);
  }
  .note.approved {
    --tone: var(--positive);
  }
  .note.rejected {
    --tone: var(--negative);
  }
  .what {
    display: flex;
    gap: 8px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .what .icon {
    color: var(--tone);
  }
  .what .small {
    font-weight: 400;
    white-space: nowrap;
  }
  .note > :not(.what) {
    margin-inline-start: calc(1.25em + 8px);
  }
  .earned {
    font-size: 24px;
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: -0.015em;
    color: var(--positive);
  }
  .earned small {
    font-size: 14px;
    font-weight: 500;
    letter-spacing: 0;
  }
  .lasting {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .sent {
    gap: 4px;
    margin: 0;
  }
  .sent blockquote {
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--line);
  }
  .row:not(:has(*)) {
    display: none;
  }
  .timeline {
    display: grid;
    gap: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .step {
    position: relative;
    display: grid;
    grid-template-columns: 1.25em minmax(0, 1fr);
    gap: 8px;
    padding-block-end: 12px;
    overflow-wrap: anywhere;
  }
  .step:last-child {
    padding-block-end: 0;
  }
  .step > .icon {
    color: var(--muted);
  }
  .step.approved > .icon {
    color: var(--positive);
  }
  .step.rejected > .icon {
    color: var(--negative);
  }
  .step.changes > .icon {
    color: var(--accent);
  }
  /* A line from each step to the next. */
  .step:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: calc(1.25em + 6px) 2px;
    inset-inline-start: calc(0.625em - 0.5px);
    border-inline-start: 1px solid var(--line);
  }
  @media (pointer: coarse) {
    kbd {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .note,
    .trouble {
      border: 1px solid CanvasText;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 800ms linear infinite;
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
`;

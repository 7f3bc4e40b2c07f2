import { css } from 'lit';

/**
 * What stands beside a message. The pictures are cut out of the text's colour: ten rows would
 * carry forty nodes for them, and a page's policy may forbid the pictures that styles can name.
 */
export const besideStyles = css`
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
  .message > .beside {
    grid-column: 3;
    margin-inline-start: 4px;
  }
  .own > .beside {
    margin-inline: 0 4px;
  }
  .message > [data-action='withdraw'] {
    grid-column: 2;
  }
  .beside::before {
    content: '';
    width: 18px;
    height: 18px;
    background: currentColor;
  }
  [data-action='reply']::before {
    clip-path: path(
      'M13.59 13.5V12A3.09 3.09 0 0 0 10.5 8.91H3.75A.66.66 0 0 1 3.75 7.59H10.5A4.41 4.41 0 0 1 14.91 12V13.5A.66.66 0 0 1 13.59 13.5ZM3.29 7.79 6.66 4.41A.66.66 0 0 1 7.59 5.34L4.21 8.71A.66.66 0 0 1 3.29 7.79ZM4.21 7.79 7.59 11.16A.66.66 0 0 1 6.66 12.09L3.29 8.71A.66.66 0 0 1 4.21 7.79Z'
    );
  }
  [data-action='reply']:dir(rtl)::before {
    scale: -1 1;
  }
  [data-action='withdraw']::before {
    clip-path: path(
      'M5.71 4.79 13.21 12.29A.66.66 0 0 1 12.29 13.21L4.79 5.71A.66.66 0 0 1 5.71 4.79ZM4.79 12.29 12.29 4.79A.66.66 0 0 1 13.21 5.71L5.71 13.21A.66.66 0 0 1 4.79 12.29Z'
    );
  }
  /* What is sent at once never shows that it waits. */
  .waits::before {
    clip-path: path(
      'M2.16 9A6.84 6.84 0 0 1 15.84 9 6.84 6.84 0 0 1 2.16 9ZM3.47 9A5.53 5.53 0 0 0 14.53 9 5.53 5.53 0 0 0 3.47 9ZM8.34 9V5.63A.66.66 0 0 1 9.66 5.63V9A.66.66 0 0 1 8.34 9ZM9.36 8.45 11.61 9.95A.66.66 0 0 1 10.89 11.05L8.64 9.55A.66.66 0 0 1 9.36 8.45Z'
    );
    opacity: 0;
    animation: appear var(--quick) 400ms forwards;
  }
  .respond {
    cursor: pointer;
  }
  .respond:hover {
    color: var(--text);
    background: var(--raised);
  }
  /* Its room stays, so that nothing moves when it comes. */
  .respond:disabled {
    visibility: hidden;
  }
  @media (hover: hover) and (pointer: fine) {
    .message:not(:hover) > .respond:not(:focus-visible)::before {
      content: none;
    }
  }
  @media (pointer: coarse) {
    /* A finger finds it in a field larger than its room. */
    .respond::after {
      content: '';
      position: absolute;
      inset: -6px;
    }
  }
  @container (max-width: 420px) {
    .beside {
      width: 28px;
    }
  }
  @media (forced-colors: active) {
    .beside::before {
      forced-color-adjust: none;
      background: ButtonText;
    }
  }
`;

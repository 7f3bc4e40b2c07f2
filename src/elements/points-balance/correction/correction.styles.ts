import { css } from 'lit';

export const correctionStyles = css`
  .correcting {
    padding: 0 20px 16px;
  }
  .booked,
  .trouble {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--positive);
  }
  .trouble {
    color: var(--negative);
  }
  .correction {
    display: grid;
    gap: 12px;
    padding: 16px 20px 20px;
    background: var(--raised);
    border-block-start: 1px solid var(--line);
  }
  .correction .field.number {
    width: 8em;
  }
  .correction textarea.field {
    min-height: 84px;
  }
  .correction .hint:not(.wrong) :empty {
    display: none;
  }
  .ways {
    display: flex;
  }
  .ways .button {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .ways .button + .button {
    margin-inline-start: -1px;
    border-radius: 0;
    border-start-end-radius: var(--radius-small);
    border-end-end-radius: var(--radius-small);
  }
  .ways [aria-pressed='true'] {
    position: relative;
    color: var(--accent);
    background: color-mix(in oklab, var(--accent) var(--tint), var(--surface));
    border-color: var(--accent);
  }
  .correction h3 {
    justify-self: start;
  }
  .quoted {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--line);
  }
  @container (max-width: 420px) {
    .correcting {
      padding-inline: 16px;
    }
    .correction {
      padding-inline: 16px;
    }
  }
  @media (forced-colors: active) {
    .ways [aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;

import { css } from 'lit';

/** The board: hairlines between its cards, one grid. */
export const boardStyles = css`
  .around {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 24px;
    padding: 0 20px 16px;
    font-size: 13px;
  }
  .around p {
    max-width: 92ch;
    text-wrap: pretty;
  }
  .around b {
    font-weight: 600;
  }
  .oldest {
    display: inline-flex;
    align-items: baseline;
    gap: 6px;
  }
  .oldest .icon {
    align-self: center;
    color: var(--caution);
  }
  .own {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 8px;
    padding: 0 20px 16px;
  }
  .own label {
    display: grid;
    gap: 2px;
  }
  .own .field {
    width: auto;
    min-width: 150px;
  }
  .board {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1px;
    background: var(--line);
    border-block-start: 1px solid var(--line);
    transition: opacity var(--quick) ease-out;
  }
  .board[aria-busy='true'] {
    opacity: 0.6;
    transition-delay: 150ms;
  }
  .smaller {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1px;
  }
  @container (min-width: 640px) {
    .smaller {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .smaller > .time:has(~ .opened) {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 900px) {
    .board {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    }
    .smaller,
    .tasks {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 1040px) {
    .smaller {
      grid-auto-flow: column;
      grid-template-columns: none;
      grid-auto-columns: minmax(0, 1fr);
    }
    .smaller > .time:has(~ .opened) {
      grid-column: auto;
    }
  }
  @container (max-width: 420px) {
    .around,
    .own {
      padding-inline: 16px;
    }
    .own label {
      flex: 1 1 132px;
    }
    .own .field {
      width: 100%;
      min-width: 0;
    }
  }
  /* On paper: light, whole, and without what can only be pressed. */
  @media print {
    :host {
      color-scheme: light;
    }
    .frame,
    .board {
      overflow: visible;
      print-color-adjust: exact;
    }
    .switch,
    .own,
    .head .button,
    .as-table,
    .sort .icon {
      display: none;
    }
    .card {
      break-inside: avoid;
    }
  }
`;

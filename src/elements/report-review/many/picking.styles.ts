import { css } from 'lit';

/** What can be done with the reports that are picked. */
export const pickingStyles = css`
  .picked .item {
    background: color-mix(in oklab, var(--accent) 6%, var(--surface));
  }
  .picks {
    position: sticky;
    z-index: 2;
    inset-block-end: 0;
    display: grid;
    gap: 8px;
    padding: 12px 20px;
    background: var(--surface);
    border-block-start: 1px solid var(--line);
    box-shadow: var(--shadow);
  }
  .count-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
    margin-block: -4px;
  }
  .count-line strong {
    flex: 1 1 auto;
    font-weight: 600;
  }
  .count-line .button {
    padding-inline: 8px;
    font-size: 13px;
  }
  .count-line .button:last-child {
    margin-inline-end: -8px;
  }
  .picks .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .picks > .row .button {
    flex: 1 1 auto;
    padding-inline: 10px;
  }
  /* The queue's column ends with them. */
  .wide > .queue:has(.picks) {
    display: flex;
    flex-direction: column;
  }
  .wide .picks {
    margin-block-start: auto;
  }
  .desk:has(.picks) > .toasts {
    inset-block: 12px auto;
  }
  .toast progress {
    flex: 1 1 80px;
    accent-color: var(--accent);
  }
  @container (max-width: 420px) {
    .picks {
      padding-inline: 16px;
    }
  }
`;

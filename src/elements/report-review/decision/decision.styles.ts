import { css } from 'lit';

export const decisionStyles = css`
  .decision {
    position: sticky;
    z-index: 1;
    inset-block-end: 0;
    display: grid;
    gap: 12px;
    margin: auto -20px 0;
    padding: 12px 20px;
    background: var(--surface);
    border-block-start: 1px solid var(--line);
  }
  .wide .decision {
    margin-inline: -24px;
    padding-inline: 24px;
  }
  .choices,
  .outcome {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .meaning {
    flex: 1 1 160px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .outcome > .landing {
    flex: 1 1 240px;
  }
  .stands,
  .aside {
    display: flex;
    gap: 8px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .stands {
    --tone: var(--muted);
  }
  .stands.approved {
    --tone: var(--positive);
  }
  .stands.rejected {
    --tone: var(--negative);
  }
  .stands.changes {
    --tone: var(--accent);
  }
  .stands .icon {
    color: var(--tone);
  }
  .lasting {
    margin-inline-start: calc(1.25em + 9px);
  }
  .stands strong {
    font-weight: 600;
  }
  .aside {
    font-size: 13px;
    color: var(--muted);
  }
  .aside .icon {
    color: var(--caution);
  }
  .aside.wrong,
  .aside.wrong .icon {
    color: var(--negative);
  }
  .next {
    justify-content: space-between;
  }
  .next span {
    min-width: 0;
    overflow-wrap: anywhere;
    text-align: inherit;
  }
  kbd {
    display: none;
    padding: 0 5px;
    font: inherit;
    font-size: 12px;
    line-height: 18px;
    color: var(--muted);
    border: 1px solid currentColor;
    border-radius: 4px;
  }
  .button kbd {
    color: inherit;
    opacity: 0.8;
  }
  @container (min-width: 900px) {
    .wide kbd {
      display: inline-block;
    }
  }
  @container (max-width: 1079px) {
    .meaning {
      order: -1;
      flex-basis: 100%;
    }
    .choices .primary {
      margin-inline-end: auto;
    }
  }
  @container (max-width: 480px) {
    .choices .button {
      flex: 1 0 auto;
    }
    .choices .primary {
      flex-basis: 100%;
    }
  }
  @container (max-width: 420px) {
    .report {
      padding-inline: 16px;
    }
    .decision {
      margin-inline: -16px;
      padding-inline: 16px;
    }
  }
  @media (pointer: coarse) {
    .wide kbd {
      display: none;
    }
  }
`;

import { css } from 'lit';

/** The field for a reason, and the reasons to choose from. */
export const reasonFormStyles = css`
  .templates {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block: 2px 10px;
  }
  .template {
    display: inline-flex;
    align-items: baseline;
    gap: 8px;
    max-width: 100%;
    min-height: 32px;
    padding: 4px 12px 4px 8px;
    font: inherit;
    font-size: 13px;
    text-align: start;
    color: var(--text);
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .template:hover {
    border-color: var(--edge);
  }
  .template bdi {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .reasoning textarea.field {
    min-height: 72px;
    max-height: 240px;
  }
  .reasoning .hint {
    margin-block-end: 12px;
  }
  @media (pointer: coarse) {
    .template {
      min-height: 44px;
    }
  }
`;

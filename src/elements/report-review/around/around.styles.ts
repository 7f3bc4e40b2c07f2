import { css } from 'lit';

export const aroundStyles = css`
  .looker {
    display: inline-flex;
    min-width: 0;
    align-items: center;
    gap: 4px;
    font-size: 13px;
    color: var(--accent);
  }
  .looker bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

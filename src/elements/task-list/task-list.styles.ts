import { css } from 'lit';

export const taskListStyles = css`
  .body {
    max-height: var(--taskchat-height, none);
    overflow-y: auto;
  }
  .more {
    width: 100%;
    margin-block-start: 12px;
  }
`;

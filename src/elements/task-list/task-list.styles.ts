import { css } from 'lit';

export const taskListStyles = css`
  .body {
    max-height: var(--taskchat-height, none);
    overflow-y: auto;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    width: 100%;
    min-height: 36px;
    margin-block-end: 4px;
  }
  .more {
    width: 100%;
    margin-block-start: 12px;
  }
  /* As high as it will be: the search has a line of its own here. */
  @container (max-width: 560px) {
    .tools {
      min-height: 80px;
    }
  }
  @media (pointer: coarse) {
    .tools {
      min-height: 44px;
    }
    @container (max-width: 560px) {
      .tools {
        min-height: 96px;
      }
    }
  }
`;

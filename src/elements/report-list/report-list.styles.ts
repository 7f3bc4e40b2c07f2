import { css } from 'lit';

export const reportListStyles = css`
  .body {
    max-height: var(--taskchat-height, none);
    padding-inline: 0;
    padding-block-end: 8px;
    overflow-y: auto;
  }
  .notice,
  .skeleton {
    margin: 0 20px 12px;
  }
  .rows > .row:hover {
    background: var(--raised);
  }
  .top {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px;
  }
  h3 .unread-count {
    margin-inline-start: 6px;
    vertical-align: 1px;
  }
  .line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin-block-start: 2px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .yourTurn {
    font-weight: 600;
    color: var(--text);
  }
  .more {
    margin: 12px 20px;
    width: calc(100% - 40px);
  }
  .switch .unread-count {
    min-width: 18px;
    height: 18px;
    padding-inline: 4px;
  }
  @container (max-width: 420px) {
    .notice,
    .skeleton {
      margin-inline: 16px;
    }
  }
`;

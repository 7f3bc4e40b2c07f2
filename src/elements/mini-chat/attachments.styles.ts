import { css } from 'lit';

/** Messages that took something along. */
export const filledBubbleStyles = css`
  .bubble:has(.attachments) {
    padding: 4px;
  }
  .bubble:has(.attachments) > .words {
    padding: 4px 8px 6px;
  }
  .bubble > .words:empty {
    display: none;
  }
  .bubble:has(.attachments) > .quote {
    margin: 4px 8px;
    width: auto;
  }
`;

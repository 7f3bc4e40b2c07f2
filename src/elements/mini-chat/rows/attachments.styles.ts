import { css } from 'lit';

/** Messages that took something along. */
export const filledBubbleStyles = css`
  .bubble:has(.attachments) {
    padding: 4px;
  }
  /* As wide as pictures are. */
  .bubble:has(.attachments) > .words {
    max-width: 300px;
    padding: 4px 8px 6px;
  }
  .words:empty {
    display: none;
  }
  .bubble:has(.attachments) > .quote {
    margin: 4px 8px;
    width: auto;
    max-width: 284px;
  }
`;

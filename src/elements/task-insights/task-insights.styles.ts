import { css } from 'lit';

/** Head and body; what stands in them brings its own. */
export const taskInsightsStyles = css`
  .body {
    max-height: var(--taskchat-height, none);
    padding: 0;
    overflow-y: auto;
  }
  .notice,
  .skeleton {
    margin: 0 20px 20px;
  }
  /* As much room as the first pictures take. */
  .bone.tall {
    height: 280px;
  }
  @container (max-width: 420px) {
    .notice,
    .skeleton {
      margin-inline: 16px;
    }
  }
`;

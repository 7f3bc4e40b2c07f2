import { css } from 'lit';

/** For {@link taskFacts}. */
export const taskFactsStyles = css`
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  :is(.facts, .row):not(:has(*)) {
    display: none;
  }
  .facts span {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
`;

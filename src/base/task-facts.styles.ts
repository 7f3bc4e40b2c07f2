import { css } from 'lit';

/** For {@link taskFacts}. Its lines are text: a list of tasks is drawn faster without boxes in it. */
export const taskFactsStyles = css`
  .facts span {
    display: inline-block;
    margin-inline-end: 16px;
  }
  .facts .icon {
    margin-inline-end: 4px;
    vertical-align: -0.25em;
  }
  .row:not(:has(*)) {
    display: none;
  }
`;

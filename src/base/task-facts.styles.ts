import { css } from 'lit';

/**
 * For {@link taskFacts}, whose lines are text: a list of tasks is drawn faster without boxes in it;
 * and for what an owner wrote, with its lists.
 */
export const taskFactsStyles = css`
  .prose > * + * {
    margin-block-start: 8px;
  }
  .prose :is(ul, ol) {
    margin-block-end: 0;
    padding-inline-start: 1.5em;
    white-space: normal;
  }
  .prose ul {
    list-style: disc;
  }
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

import { css } from 'lit';

/** For {@link taskText}. */
export const taskTextStyles = css`
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
`;

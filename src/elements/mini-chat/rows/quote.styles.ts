import { css } from 'lit';

/** The line that stands for a message where it is answered. */
export const quoteStyles = css`
  .quote {
    display: block;
    max-width: 46ch;
    width: 100%;
    margin-block-end: 4px;
    padding: 2px 10px;
    overflow: hidden;
    font-size: 13px;
    text-align: start;
    white-space: nowrap;
    text-overflow: ellipsis;
    color: var(--muted);
    background: none;
    border: 0;
    border-inline-start: 2px solid var(--accent);
    cursor: pointer;
  }
  .quote:hover {
    color: var(--text);
  }
  .quote .name {
    color: var(--text);
  }
  .excerpt {
    unicode-bidi: isolate;
  }
`;

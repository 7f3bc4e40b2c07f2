import { css } from 'lit';

/** The comments table. */
export const commentsStyles = css`
  .rows:has(> .comments) {
    margin-block-start: 0;
  }
  .comments {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .comments :is(th, td) {
    padding: 12px 0;
    font-weight: inherit;
    text-align: inherit;
    vertical-align: top;
  }
  .comments thead th {
    padding-block: 0 8px;
    font-size: 12px;
    font-weight: 600;
    color: var(--muted);
  }
  .comments thead th:first-child {
    width: 34%;
  }
  .comments tbody tr:not(.answer, .in-place) :is(th, td) {
    border-block-start: 1px solid var(--line);
  }
  .comments .answer :is(th, td) {
    padding-block-start: 0;
  }
  .comments .step {
    padding-block: 0;
  }
  .person {
    display: flex;
    gap: 8px;
    padding-inline-end: 12px;
    overflow-wrap: anywhere;
  }
  .person > div {
    min-width: 0;
  }
  .person :is(.byline, .meta) {
    margin: 0;
  }
  .person .byline {
    font-size: inherit;
    color: inherit;
  }
  .person > .icon {
    width: 18px;
    height: 18px;
    margin-block-start: 7px;
    color: var(--muted);
    scale: -1 1;
  }
  .answer td {
    border-inline-start: 2px solid color-mix(in oklab, var(--accent) 40%, var(--surface));
  }
  .comments .answer td {
    padding-inline-start: 12px;
  }
  /* The words, under them the files, and at the end what can be done. */
  .comments .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: start;
    row-gap: 4px;
  }
  .line > * {
    grid-column: 1;
  }
  .comments .words {
    max-width: 70ch;
  }
  .line > .beside {
    grid-area: 1 / 2;
    margin-block: -4px;
    margin-inline-start: 4px;
  }
  .line > .beside:not([data-action='reply']) {
    grid-column: 3;
  }
  .comments .respond:disabled {
    display: none;
  }
  .comments .line:is(.waiting, .refused) .words {
    color: var(--muted);
  }
  .comments .composer {
    padding: 0;
    border: 0;
  }
  @container (max-width: 520px) {
    .person {
      flex-direction: column;
      gap: 4px;
    }
    .comments .answer .person {
      flex-flow: row wrap;
    }
    /* Beside the words there is no room. */
    .comments .line {
      grid-template-columns: auto auto 1fr;
    }
    .line > * {
      grid-column: 1 / -1;
    }
    .line > .beside {
      grid-area: auto / 1;
      margin-block: 0;
      margin-inline-start: -5px;
    }
    .line > .beside:not([data-action='reply']) {
      grid-column: 2;
      margin-inline-start: 12px;
    }
  }
`;

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
  .comments :is(.answer, .in-place) :is(th, td) {
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
  .comments .line {
    display: flex;
    align-items: flex-start;
    gap: 4px;
  }
  .comments .words {
    flex: 1;
    max-width: 70ch;
    min-width: 0;
  }
  .comments .beside {
    margin: -4px 0 -4px auto;
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
  }
`;

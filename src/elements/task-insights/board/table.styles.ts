import { css } from 'lit';

/** The tables behind the charts, and that of the tasks. */
export const tableStyles = css`
  /* What is cut off throws a shadow, which its own end covers. */
  .table {
    height: 236px;
    margin-inline: -20px;
    margin-block-end: -20px;
    overflow: auto;
    --shade: color-mix(in oklab, var(--text) 18%, transparent);
    background:
      linear-gradient(to right, var(--surface) 40%, transparent) 0 0 / 40px 100% no-repeat local,
      linear-gradient(to left, var(--surface) 40%, transparent) 100% 0 / 40px 100% no-repeat local,
      radial-gradient(farthest-side at 0 50%, var(--shade), transparent) 0 0 / 12px 100% no-repeat,
      radial-gradient(farthest-side at 100% 50%, var(--shade), transparent) 100% 0 / 12px 100%
        no-repeat;
  }
  .tasks .table {
    height: auto;
    max-height: 480px;
    margin-block-start: 4px;
  }
  .table:focus-visible {
    outline-offset: -2px;
  }
  table {
    width: 100%;
    border-spacing: 0;
    font-size: 13px;
  }
  th,
  td {
    padding: 7px 12px;
    text-align: right;
    font-weight: 400;
    white-space: nowrap;
    border-block-end: 1px solid var(--line);
  }
  thead th {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    font-size: 12px;
    font-weight: 550;
    color: var(--muted);
    background: var(--surface);
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  tbody tr:hover > * {
    background: var(--raised);
  }
  tfoot > tr > * {
    position: sticky;
    inset-block-end: 0;
    font-weight: 600;
    background: var(--surface);
    border-block-start: 1px solid var(--line);
    border-block-end: 0;
  }
  tr > :first-child {
    padding-inline-start: 20px;
    text-align: left;
  }
  /* By the side of the page: each cell begins where its own words do otherwise. */
  .frame:dir(rtl) :is(th, td) {
    text-align: left;
  }
  .frame:dir(rtl) tr > :first-child {
    text-align: right;
  }
  tr > :last-child {
    padding-inline-end: 20px;
  }
  .tasks tr > :first-child {
    width: 36%;
    min-width: 160px;
    white-space: normal;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .tasks tbody th {
    font-weight: 550;
  }
  .tasks thead th {
    padding-block: 0;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-height: 32px;
    margin-inline: -4px;
    padding: 0 4px;
    font-weight: 550;
    color: inherit;
    background: none;
    border: 0;
    border-radius: 4px;
    cursor: pointer;
  }
  .sort:hover {
    color: var(--text);
  }
  .sort:focus-visible {
    outline-offset: -2px;
  }
  /* The word stands over its figures, and the arrow before it. */
  th:not(:first-child) > .sort {
    flex-direction: row-reverse;
  }
  .sort .icon {
    width: 14px;
    height: 14px;
    visibility: hidden;
  }
  [aria-sort] .sort {
    color: var(--text);
  }
  [aria-sort] .sort .icon {
    visibility: visible;
  }
  [aria-sort='descending'] .sort .icon {
    transform: scaleY(-1);
  }
  @container (max-width: 420px) {
    .table {
      margin-inline: -16px;
    }
    tr > :first-child {
      padding-inline-start: 16px;
    }
    tr > :last-child {
      padding-inline-end: 16px;
    }
  }
  @media (pointer: coarse) {
    .sort {
      min-height: 44px;
    }
  }
  @media print {
    .table,
    .tasks .table {
      height: auto;
      max-height: none;
      overflow: visible;
    }
  }
`;

import { css } from 'lit';

/**
 * For {@link taskCard}, with those of the facts. A list draws many at a time while it is flung:
 * each box that lays out its content by itself costs there.
 */
export const taskCardStyles = css`
  /* The room between the lines belongs to the cards: those that are not drawn leave no gap. */
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
    gap: 0 12px;
    margin: 0 0 -12px;
    padding: 0;
    list-style: none;
  }
  .card {
    position: relative;
    display: grid;
    grid-template: auto 1fr / minmax(0, 1fr) auto;
    gap: 8px 12px;
    min-width: 0;
    margin-block-end: 12px;
    padding: 16px;
    contain: layout style;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    transition: border-color var(--quick) ease-out;
  }
  .card:hover {
    border-color: var(--edge);
  }
  .card[aria-current='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .card > :nth-child(n + 3) {
    grid-column: 1 / -1;
  }
  .card h3 {
    overflow-wrap: anywhere;
  }
  .name {
    padding: 0;
    text-align: inherit;
    font-weight: 600;
    background: none;
    border: 0;
    cursor: pointer;
  }
  /* The whole card can be pressed; the button alone is in the tab order. */
  .name::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--radius-small);
  }
  .name:focus-visible {
    outline: none;
  }
  .name:focus-visible::after {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .marks .badge {
    margin-block-start: 6px;
    margin-inline-end: 6px;
  }
  .badge.new {
    --tone: var(--accent);
    padding-inline-start: 10px;
  }
  .description {
    display: -webkit-box;
    overflow: hidden;
    align-self: start;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    /* An empty line would take the place of one with words. */
    white-space: normal;
  }
  [aria-current='true'] > .description {
    display: block;
    white-space: pre-wrap;
  }
  .card :is(a, .button) {
    position: relative;
    z-index: 1;
  }
  .compact {
    grid-template-columns: 100%;
    margin: 0;
  }
  .compact .card {
    gap: 2px 12px;
    margin: 0;
    padding: 12px 0;
    border: 0;
    border-block-start: 1px solid var(--line);
    border-radius: 0;
    transition: none;
  }
  .compact .card:hover .name {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .compact .description {
    display: block;
    max-width: none;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--muted);
  }
  .compact [aria-current='true'] {
    gap: 8px 12px;
    margin-inline: -12px;
    padding-inline: 12px;
    background: color-mix(in oklab, var(--accent) var(--tint), var(--surface));
  }
  .compact [aria-current='true'] > .description {
    max-width: 70ch;
    white-space: pre-wrap;
    color: inherit;
  }
  @media (forced-colors: active) {
    .card[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

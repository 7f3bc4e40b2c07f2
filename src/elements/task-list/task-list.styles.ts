import { css } from 'lit';

export const taskListStyles = css`
  .body {
    max-height: var(--taskchat-height, none);
    overflow-y: auto;
  }
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
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 8px;
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
  .top {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px;
    width: 100%;
  }
  h3 {
    min-width: 0;
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
  .description {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    /* An empty line would take the place of one with words. */
    white-space: normal;
  }
  [aria-current='true'] .description {
    display: block;
    white-space: pre-wrap;
  }
  .card :is(a, .button) {
    position: relative;
    z-index: 1;
  }
  .facts {
    margin-block-start: auto;
  }
  .more {
    width: 100%;
    margin-block-start: 12px;
  }
`;

import { css } from 'lit';

export const importStyles = css`
  .import {
    width: min(640px, calc(100vw - 32px));
    max-height: min(720px, calc(100vh - 32px));
    padding: 20px;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
  }
  .import[open] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .import::backdrop {
    background: oklch(0.2 0.02 220 / 0.45);
  }
  .import header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
  .import h3 {
    font-size: 16px;
  }
  .lines {
    /* A line: what has no height draws none. */
    min-height: 60px;
    max-height: 400px;
    overflow-y: auto;
    border-block: 1px solid var(--line);
  }
  .lines ul {
    margin: -1px 0 0;
    padding: 0;
    list-style: none;
  }
  .file-task {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    padding-block: 8px;
    border-block-start: 1px solid var(--line);
    contain: content;
  }
  .file-name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .came {
    grid-column: 1 / -1;
    display: flex;
    gap: 4px;
    color: var(--muted);
  }
  .done .came {
    color: var(--positive);
  }
  :is(.wrong, .failed) .came {
    color: var(--negative);
  }
`;

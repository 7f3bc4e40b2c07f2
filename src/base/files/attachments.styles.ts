import { css } from 'lit';

/** What messages took along. */
export const attachmentsStyles = css`
  .attachments,
  .several {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    max-width: 300px;
  }
  .several {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    width: 300px;
    max-width: 100%;
  }
  .several .picture {
    width: 100%;
    aspect-ratio: 1;
  }
  .picture {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    max-width: 100%;
    padding: 0;
    overflow: hidden;
    background: color-mix(in oklab, var(--text) 6%, var(--surface));
    border: 0;
    border-radius: calc(var(--radius) - 5px);
  }
  .picture > * {
    grid-area: 1 / 1;
    min-width: 0;
    min-height: 0;
  }
  button.picture {
    cursor: zoom-in;
  }
  .picture:focus-visible,
  .file:focus-visible {
    outline-offset: 1px;
  }
  .picture img,
  .picture canvas {
    z-index: 1;
    display: block;
    width: 100%;
    height: 100%;
    min-height: 0;
    object-fit: cover;
  }
  /* Without its picture the box stays as it is. */
  .picture [hidden] {
    display: block;
    visibility: hidden;
  }
  /* So that a white picture has an edge. */
  .picture::after {
    content: '';
    z-index: 2;
    grid-area: 1 / 1;
    border-radius: inherit;
    box-shadow: inset 0 0 0 1px color-mix(in oklab, var(--text) 12%, transparent);
    pointer-events: none;
  }
  .stand-in {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 4px;
    min-width: 0;
    padding: 8px;
    overflow: hidden;
    font-size: 12px;
    color: var(--muted);
  }
  .stand-in bdi {
    max-width: 100%;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .picture:has(img:not([hidden]), canvas:not([hidden])) .stand-in {
    opacity: 0;
  }
  .veil {
    z-index: 3;
    align-self: end;
    padding: 6px 8px;
    font-size: 12px;
    color: var(--negative);
    background: color-mix(in oklab, var(--surface) 90%, transparent);
  }
  .picture progress {
    z-index: 3;
  }
  .file {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    width: 300px;
    max-width: 100%;
    min-height: 52px;
    padding: 6px 10px 6px 6px;
    overflow: hidden;
    text-align: start;
    color: var(--text);
    background: var(--surface);
    border: 1px solid color-mix(in oklab, var(--text) 10%, transparent);
    border-radius: calc(var(--radius) - 5px);
  }
  .file:dir(rtl) {
    padding-inline: 6px 10px;
  }
  button.file {
    cursor: pointer;
  }
  button.file:hover .file-name {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .file > .icon {
    color: var(--muted);
  }
  .file-kind {
    display: grid;
    flex: none;
    place-content: center;
    justify-items: center;
    width: 40px;
    height: 40px;
    color: var(--muted);
    background: var(--raised);
    border-radius: 4px;
  }
  .file-kind .icon {
    width: 18px;
    height: 18px;
  }
  .file-size,
  .file-trouble {
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    line-height: 16px;
    color: var(--muted);
  }
  .file-trouble,
  .refused .file-size {
    color: var(--negative);
  }
`;

import { css } from 'lit';

/** Files that are picked, the way to pick them, and what shows that they can be dropped. */
export const fileTrayStyles = css`
  .frame {
    position: relative;
  }
  .tray {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 224px), 1fr));
    gap: 8px;
    max-height: 154px;
    margin: 0 0 8px;
    padding: 0;
    overflow: hidden auto;
    list-style: none;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .picked {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    min-width: 0;
    min-height: 56px;
    padding: 5px 5px 5px 7px;
    overflow: hidden;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
  }
  .picked:dir(rtl) {
    padding-inline: 7px 5px;
  }
  .picked.refused {
    border-color: color-mix(in oklab, var(--negative) 45%, var(--surface));
  }
  .thumb {
    position: relative;
    display: grid;
    flex: none;
    place-content: center;
    justify-items: center;
    width: 40px;
    height: 40px;
    overflow: hidden;
    color: var(--muted);
    background: var(--raised);
    border-radius: calc(var(--radius-small) - 3px);
  }
  .thumb .icon {
    width: 18px;
    height: 18px;
  }
  .thumb canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .standing {
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    line-height: 16px;
    color: var(--muted);
  }
  .refused .standing {
    color: var(--negative);
  }
  .tool,
  .attach {
    display: grid;
    flex: none;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    color: var(--muted);
    background: none;
    border: 0;
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .tool {
    margin-inline-start: -8px;
  }
  .tool .icon {
    width: 18px;
    height: 18px;
  }
  .tool:hover,
  .attach:hover {
    color: var(--text);
    background: var(--raised);
  }
  .tool:focus-visible {
    outline-offset: -2px;
  }
  .attach .icon {
    width: 20px;
    height: 20px;
  }
  .tray-note {
    display: flex;
    gap: 6px;
    margin-block-end: 8px;
    font-size: 12px;
    color: var(--muted);
  }
  .tray-note.wrong {
    color: var(--negative);
  }
  .drop {
    position: absolute;
    inset: 0;
    z-index: 2;
    display: grid;
    place-items: center;
    padding: 12px;
    background: color-mix(in oklab, var(--surface) 88%, transparent);
    backdrop-filter: blur(3px);
    /* What is dropped goes to the tag. */
    pointer-events: none;
    animation: appear var(--quick) ease-out;
  }
  .drop::before {
    content: '';
    position: absolute;
    inset: 12px;
    border: 2px dashed var(--accent);
    border-radius: var(--radius-small);
  }
  .drop p {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: 16px;
    font-weight: 600;
    color: var(--accent);
  }
  @media (forced-colors: active) {
    .drop {
      background: Canvas;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .drop {
      animation: none;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
    to {
      opacity: 1;
    }
  }
`;

import { css } from 'lit';

/** A picture above everything. */
export const largePictureStyles = css`
  .large {
    inset: 0;
    flex-direction: column;
    width: 100%;
    max-width: none;
    height: 100%;
    max-height: none;
    margin: 0;
    padding: 0;
    color: oklch(0.96 0 0);
    background: oklch(0.16 0.01 230 / 0.95);
    border: 0;
  }
  .large[open] {
    display: flex;
    animation: appear var(--quick) ease-out;
  }
  .large header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px;
    padding: 8px 8px 8px 20px;
    pointer-events: none;
  }
  .large:dir(rtl) header {
    padding-inline: 20px 8px;
  }
  .large header > * {
    pointer-events: auto;
  }
  .large header p {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    font-weight: 550;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .large header span {
    margin-inline-start: 8px;
    font-size: 13px;
    font-weight: 400;
    color: oklch(0.78 0 0);
  }
  .large .tool {
    display: grid;
    flex: none;
    place-items: center;
    width: 44px;
    height: 44px;
    margin: 0;
    padding: 0;
    color: inherit;
    background: none;
    border: 0;
    border-radius: 50%;
    cursor: pointer;
  }
  .large .tool:hover {
    color: inherit;
    background: oklch(1 0 0 / 0.14);
  }
  .large .tool:focus-visible {
    outline-color: currentColor;
    outline-offset: -3px;
  }
  .large .tool .icon {
    width: 22px;
    height: 22px;
  }
  .stage {
    display: grid;
    flex: 1;
    place-items: center;
    min-height: 0;
    padding: 0 16px 16px;
    pointer-events: none;
  }
  .stage > * {
    pointer-events: auto;
  }
  .stage img {
    max-width: 100%;
    width: auto;
    height: auto;
    max-height: 100%;
    min-height: 0;
    object-fit: contain;
    border-radius: 4px;
  }
  @media (prefers-reduced-motion: reduce) {
    .large[open] {
      animation: none;
    }
  }
`;

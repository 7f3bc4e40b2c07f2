import { css } from 'lit';

export const hubInsideStyles = css`
  :host {
    flex: 1;
    min-height: 0;
    overflow: hidden;
  }
  [hidden] {
    display: none !important;
  }
  .hub {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  /* The close button of the hub stands at its end. */
  .tabs {
    display: flex;
    flex: none;
    gap: 4px;
    padding-inline: 8px 56px;
    overflow-x: auto;
    scrollbar-width: none;
    border-block-end: 1px solid var(--line);
  }
  .tab {
    position: relative;
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    min-height: 56px;
    padding: 0 10px;
    font-weight: 550;
    white-space: nowrap;
    color: var(--muted);
    background: none;
    border: 0;
    cursor: pointer;
  }
  .tab:hover {
    color: var(--text);
  }
  .tab[aria-selected='true'] {
    color: var(--text);
  }
  .tab[aria-selected='true']::after {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 10px;
    height: 3px;
    content: '';
    background: var(--accent);
    border-radius: 3px 3px 0 0;
  }
  .tab:focus-visible {
    outline-offset: -4px;
    border-radius: var(--radius-small);
  }
  .apart {
    padding: 56px 20px 20px;
  }
  .room {
    flex: 1;
    min-height: 0;
    container-type: size;
  }
  .scroll {
    height: 100%;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .scroll > .skeleton,
  .scroll > .notice {
    padding: 20px;
  }
  .detail {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .detail > .scroll {
    flex: 1;
    height: auto;
    min-height: 0;
  }
  .bar {
    display: flex;
    flex: none;
    justify-content: space-between;
    padding: 4px 8px;
    border-block-end: 1px solid var(--line);
  }
  .bar .button {
    padding-inline: 8px;
    font-weight: 500;
  }
  /* The panel is their frame. */
  .scroll > *::part(frame) {
    border: 0;
    border-radius: 0;
  }
  .scroll > *::part(band) {
    display: none;
  }
  .scroll > * {
    --taskchat-height: none;
  }
  #detail-reports {
    overflow: hidden;
  }
  #detail-reports > * {
    --taskchat-height: 100%;
    height: 100%;
  }
  #room-queue > .scroll > * {
    --taskchat-height: calc(100cqb - 58px);
  }
  @container (max-width: 380px) {
    .tab .icon {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .tab[aria-selected='true']::after {
      background: Highlight;
    }
  }
`;

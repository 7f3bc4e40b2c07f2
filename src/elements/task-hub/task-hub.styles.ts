/** Plain text, since the hub does without Lit until it is opened. */
const css = String.raw;

export const hubRules = css`
  :host {
    --block: var(--taskchat-hub-offset, 20px);
    --inline: var(--taskchat-hub-offset-inline, 20px);
    display: contents;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .launcher,
  .panel {
    position: fixed;
    z-index: var(--taskchat-hub-layer, 100);
    box-sizing: border-box;
    margin: 0;
    inset: auto;
    inset-block-end: calc(var(--block) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: var(--inline);
    font-family: var(--taskchat-font, inherit);
    font-size: 14px;
    line-height: 1.5;
    text-align: start;
  }
  .launcher {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    height: 52px;
    padding-inline: 16px 20px;
    overflow: visible;
    font-weight: 600;
    white-space: nowrap;
    color: var(--on-accent);
    background:
      linear-gradient(var(--accent), var(--accent)) padding-box,
      var(--gradient) border-box;
    border: 3px solid transparent;
    border-radius: 26px;
    box-shadow: var(--shadow);
    cursor: pointer;
    touch-action: manipulation;
    transition: transform var(--quick) ease-out;
  }
  .launcher[popover]:not(:popover-open) {
    display: none;
  }
  .launcher:hover {
    transform: translateY(-1px);
  }
  .launcher:active {
    transform: none;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .panel:focus {
    outline: none;
  }
  .icon {
    flex: none;
    width: 22px;
    height: 22px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .bare {
    justify-content: center;
    width: 52px;
    padding: 0;
  }
  .badge {
    position: absolute;
    inset-block-start: -8px;
    inset-inline-end: -4px;
    min-width: 22px;
    padding: 0 6px;
    box-sizing: border-box;
    font-size: 12px;
    line-height: 22px;
    text-align: center;
    font-variant-numeric: tabular-nums;
    color: var(--surface);
    background: var(--negative);
    border-radius: 11px;
    box-shadow: 0 0 0 2px var(--surface);
  }
  .said,
  .bare .label {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .panel {
    --width: 432px;
    display: none;
    flex-direction: column;
    inset-block-end: calc(var(--block) + 64px + env(safe-area-inset-bottom, 0px));
    width: min(var(--width), 100vw - 2 * var(--inline));
    height: min(720px, 100dvh - var(--block) - 80px);
    max-width: none;
    max-height: none;
    padding: 0;
    overflow: hidden;
    overscroll-behavior: contain;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
    transform-origin: 100% 100%;
  }
  .panel:is(:popover-open, :modal) {
    display: flex;
    animation: rise 160ms ease-out;
  }
  .panel.wide {
    --width: 1080px;
    height: min(880px, 100dvh - var(--block) - 80px);
  }
  :host([placement^='top']) :is(.launcher, .panel) {
    inset-block: calc(var(--block) + env(safe-area-inset-top, 0px)) auto;
  }
  :host([placement^='top']) .panel {
    inset-block-start: calc(var(--block) + 64px + env(safe-area-inset-top, 0px));
  }
  :host([placement$='start']) :is(.launcher, .panel) {
    inset-inline: var(--inline) auto;
  }
  .panel:modal {
    inset: 0;
    width: 100%;
    height: 100%;
    padding: env(safe-area-inset-top, 0px) env(safe-area-inset-right, 0px)
      env(safe-area-inset-bottom, 0px) env(safe-area-inset-left, 0px);
    border: 0;
    border-radius: 0;
  }
  .panel::backdrop {
    background: none;
  }
  .close,
  .retry {
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid transparent;
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .close {
    position: absolute;
    z-index: 1;
    inset-block-start: calc(6px + env(safe-area-inset-top, 0px));
    inset-inline-end: 6px;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    color: var(--muted);
  }
  .close:hover,
  .retry:hover {
    color: var(--text);
    background: var(--raised);
  }
  .retry {
    min-height: 44px;
    padding: 0 14px;
    border-color: var(--edge);
  }
  .wait,
  .trouble {
    display: grid;
    gap: 12px;
    padding: 68px 20px 20px;
    justify-items: start;
  }
  .trouble p {
    margin: 0;
    max-width: 40ch;
  }
  /* What comes quickly shows no outline at all. */
  .wait {
    flex: 1;
    grid-auto-rows: 76px;
    background: repeating-linear-gradient(var(--raised) 0 76px, transparent 0 92px) content-box;
    animation: appear var(--quick) 150ms backwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  .said {
    position: fixed;
  }
  @media (max-width: 600px) {
    .label {
      position: absolute;
      width: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .launcher {
      justify-content: center;
      width: 56px;
      height: 56px;
      padding: 0;
      border-radius: 50%;
    }
  }
  @media (forced-colors: active) {
    .badge {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
    .close {
      border-color: ButtonBorder;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
  @media print {
    .launcher,
    .panel {
      display: none !important;
    }
  }
`;

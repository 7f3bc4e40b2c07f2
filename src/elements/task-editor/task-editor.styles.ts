import { css } from 'lit';

export const taskEditorStyles = css`
  .body {
    max-height: var(--taskchat-height, none);
    overflow-y: auto;
  }
  .rows {
    margin-inline: -20px;
  }
  .rows > .row {
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: 4px 24px;
  }
  .rows > .row:hover {
    background: var(--raised);
  }
  .what {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  .rows .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    min-height: 36px;
    padding-block-start: 7px;
  }
  .inactive h3,
  .inactive .reward {
    color: var(--muted);
  }
  .outcomes {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    color: var(--muted);
  }
  .outcome {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .outcome::before {
    content: '';
    width: 8px;
    height: 8px;
    background: var(--tone);
    border-radius: 50%;
  }
  .outcome.awaiting {
    --tone: var(--caution);
  }
  .outcome.approved {
    --tone: var(--positive);
  }
  .outcome.rejected {
    --tone: var(--negative);
  }
  @container (max-width: 560px) {
    .transfer {
      padding-inline: 10px;
    }
    .transfer > span {
      display: none;
    }
  }
  .ways,
  .squares {
    position: relative;
    display: flex;
    align-items: center;
    gap: 4px 8px;
  }
  .squares {
    gap: 0;
  }
  .ways .square {
    color: var(--muted);
  }
  .ways .square:hover {
    color: var(--accent);
    background: var(--surface);
  }
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    min-width: 108px;
    padding: 0 4px;
    font-size: 13px;
    text-align: start;
    background: none;
    border: 0;
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .knob {
    position: relative;
    flex: none;
    width: 36px;
    height: 20px;
    background: var(--edge);
    border-radius: 10px;
    transition: background var(--quick) ease-out;
  }
  .knob::after {
    content: '';
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    width: 14px;
    height: 14px;
    background: var(--surface);
    border-radius: 50%;
    transition: transform var(--quick) ease-out;
  }
  [aria-checked='true'] .knob {
    background: var(--accent);
  }
  [aria-checked='true'] .knob::after {
    transform: translateX(16px);
  }
  [aria-checked='true'] .knob:dir(rtl)::after {
    transform: translateX(-16px);
  }
  .toggle[aria-disabled='true'] {
    opacity: 0.55;
  }
  .question {
    position: relative;
    grid-column: 1 / -1;
    display: grid;
    gap: 12px;
    max-width: 70ch;
    margin-block: 4px;
    padding: 12px 16px;
    background: color-mix(in oklab, var(--caution) var(--tint), var(--surface));
    border-radius: var(--radius-small);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .trouble {
    margin-block-end: 12px;
    padding: 10px 12px;
    color: var(--negative);
    background: var(--raised);
    border-radius: var(--radius-small);
  }
  .more {
    width: 100%;
    margin-block-start: 12px;
  }
  @container (max-width: 560px) {
    .rows > .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .ways {
      justify-content: space-between;
    }
  }
  @container (max-width: 420px) {
    .rows {
      margin-inline: -16px;
    }
  }
  @media (pointer: coarse) {
    .toggle {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .knob {
      background: Canvas;
      border: 1px solid ButtonText;
    }
    .knob::after {
      inset: 2px;
      background: ButtonText;
    }
    [aria-checked='true'] .knob {
      background: Highlight;
      forced-color-adjust: none;
    }
    .outcome::before {
      background: CanvasText;
    }
    .question {
      border: 1px solid CanvasText;
    }
  }
`;

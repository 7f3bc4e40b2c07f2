import { css } from 'lit';

/** What stands for a file's kind, its name, and how much of it is gone. */
export const fileStyles = css`
  .kind {
    font-size: 10px;
    font-weight: 650;
    line-height: 12px;
    letter-spacing: 0.02em;
  }
  .file-facts {
    display: grid;
    flex: 1;
    min-width: 0;
    font-size: 13px;
    line-height: 18px;
  }
  .file-name {
    overflow: hidden;
    font-weight: 550;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  progress {
    position: absolute;
    inset: auto 0 0;
    display: block;
    width: 100%;
    height: 3px;
    appearance: none;
    background: var(--raised);
    border: 0;
    color: var(--accent);
  }
  progress::-webkit-progress-bar {
    background: var(--raised);
  }
  progress::-webkit-progress-value {
    background: var(--accent);
    transition: inline-size var(--quick) linear;
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  @media (forced-colors: active) {
    progress {
      height: 6px;
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
    progress,
    progress::-webkit-progress-bar {
      background: Canvas;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    progress::-webkit-progress-value {
      transition: none;
    }
  }
`;

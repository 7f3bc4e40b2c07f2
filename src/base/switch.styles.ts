import { css } from 'lit';

/** A few words beside the heading, of which one is pressed: what a list shows. */
export const switchStyles = css`
  /* What stands in it for the ear alone is cut off with it. */
  .switch {
    position: relative;
    display: flex;
    max-width: 100%;
    padding: 2px;
    overflow-x: auto;
    scrollbar-width: none;
    background: var(--raised);
    border-radius: var(--radius-small);
  }
  .switch button {
    display: inline-flex;
    flex: auto;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 32px;
    padding: 4px 10px;
    font-size: 13px;
    font-weight: 550;
    white-space: nowrap;
    color: var(--muted);
    background: none;
    border: 1px solid transparent;
    border-radius: calc(var(--radius-small) - 2px);
    cursor: pointer;
  }
  /* What lies outside is cut off. */
  .switch button:focus-visible {
    outline-offset: -2px;
  }
  .switch button:hover {
    color: var(--text);
  }
  .switch [aria-pressed='true'] {
    color: var(--text);
    background: var(--surface);
    border-color: var(--line);
  }
  .count {
    color: var(--muted);
  }
  .count:empty {
    display: none;
  }
  /* Below this width, the head has no room for the word that one is offline. */
  @container (max-width: 560px) {
    .switch {
      order: 1;
      width: 100%;
    }
  }
  /* What is cut off throws a shadow, which its own end covers. */
  @container (max-width: 480px) {
    .switch {
      --shade: color-mix(in oklab, var(--text) 22%, transparent);
      background:
        linear-gradient(to right, var(--raised) 40%, transparent) 0 0 / 40px 100% no-repeat local,
        linear-gradient(to left, var(--raised) 40%, transparent) 100% 0 / 40px 100% no-repeat local,
        radial-gradient(farthest-side at 0 50%, var(--shade), transparent) 0 0 / 14px 100% no-repeat,
        radial-gradient(farthest-side at 100% 50%, var(--shade), transparent) 100% 0 / 14px 100%
          no-repeat,
        var(--raised);
    }
  }
  @media (pointer: coarse) {
    .switch button {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .switch [aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
    [aria-pressed='true'] .count {
      color: inherit;
    }
  }
`;

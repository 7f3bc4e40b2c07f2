import { css } from 'lit';

export const pointsBalanceStyles = css`
  :host([layout='history']) {
    display: block;
  }
  :host(:not([layout='history'])) {
    display: inline-block;
    container-type: normal;
    max-width: 100%;
    vertical-align: middle;
  }
  :host([hidden]) {
    display: none !important;
  }
  .pill {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 36px;
    padding: 4px 14px 4px 16px;
    overflow: hidden;
    white-space: nowrap;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 999px;
  }
  .pill:dir(rtl) {
    padding: 4px 16px 4px 14px;
  }
  .pill > .icon:not(:last-child) {
    color: var(--accent);
  }
  .pill .band {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    width: 6px;
    height: auto;
  }
  .pill .said {
    display: contents;
  }
  .pill .more {
    display: inline-flex;
    align-items: center;
    margin-inline-start: 4px;
    padding-inline-start: 10px;
    border-inline-start: 1px solid var(--line);
  }
  .pill .more > [aria-hidden] {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-variant-numeric: tabular-nums;
  }
  .pill .skeleton {
    width: 84px;
  }
  .link {
    padding: 4px;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 2px;
    background: none;
    border: 0;
    cursor: pointer;
  }
  .frame .body {
    max-height: var(--taskchat-height, none);
    padding-inline: 0;
    padding-block-end: 8px;
    overflow-y: auto;
  }
  .frame :is(.notice, .skeleton) {
    margin: 0 20px 12px;
  }
  .standing {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 16px;
    padding: 0 20px 16px;
  }
  .figure {
    font-size: 24px;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums;
  }
  .figure small {
    font-size: 14px;
    font-weight: 500;
    letter-spacing: 0;
    color: var(--muted);
  }
  .waiting {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .waiting .icon {
    color: var(--caution);
  }
  .rows > .leads:hover {
    background: var(--raised);
  }
  .top {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px;
  }
  .given {
    color: var(--positive);
  }
  .taken {
    color: var(--negative);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .running {
    margin-inline-start: auto;
  }
  .frame .more {
    margin: 12px 20px;
    width: calc(100% - 40px);
  }
  @container (max-width: 420px) {
    .standing {
      padding-inline: 16px;
    }
    .frame :is(.notice, .skeleton) {
      margin-inline: 16px;
    }
  }
  @media (pointer: coarse) {
    .link {
      min-height: 44px;
    }
  }
`;

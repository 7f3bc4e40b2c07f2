import { css } from 'lit';

/** Loading, empty, problem, offline. */
export const noticeStyles = css`
  .notice {
    display: grid;
    justify-items: start;
    gap: 4px;
    padding: 16px 0 4px;
    max-width: 60ch;
    text-wrap: balance;
  }
  .notice h3 {
    font-size: 14px;
  }
  .notice .icon {
    width: 24px;
    height: 24px;
    margin-block-end: 4px;
    color: var(--muted);
  }
  .notice.problem .icon {
    color: var(--negative);
  }
  .notice .button {
    margin-block-start: 12px;
  }
  .banner {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 20px;
    font-size: 13px;
    color: var(--negative);
    background: var(--raised);
  }
  .more + p {
    padding-inline: 20px;
    text-align: center;
  }
  .offline {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
  }
  .banner .button {
    margin-inline-start: auto;
    min-height: 28px;
    padding: 2px 10px;
  }
  /* What loads quickly shows no skeleton at all. */
  .skeleton {
    display: grid;
    gap: 12px;
    opacity: 0;
    animation: appear var(--quick) 150ms forwards;
  }
  .bone {
    height: 14px;
    border-radius: 6px;
    background: var(--raised);
  }
  .bone.tall {
    height: 76px;
    border-radius: var(--radius-small);
  }
  .bone.short {
    width: 45%;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
`;

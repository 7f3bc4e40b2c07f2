import { css } from 'lit';

/** The line of tools over the tasks, and what stands in an open card. */
export const toolsStyles = css`
  .find {
    position: relative;
    flex: 1 1 200px;
  }
  .find .icon {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 10px;
    color: var(--muted);
    translate: 0 -50%;
  }
  /* Its own idea of how high it is, a browser may have. */
  .tools .field {
    height: 36px;
    padding-block: 6px;
  }
  .find .field {
    padding-inline-start: 36px;
  }
  select.field {
    flex: 0 1 auto;
    width: auto;
    min-width: 0;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .gone {
    font-weight: 550;
  }
  .none .button {
    margin-block-start: 12px;
  }
  @container (max-width: 560px) {
    .find {
      flex-basis: 100%;
    }
    select.field {
      flex: 1 1 0;
    }
  }
  @media (pointer: coarse) {
    .tools .field {
      height: 44px;
    }
  }
`;

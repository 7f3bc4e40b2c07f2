import { css } from 'lit';

/** For {@link taskHead}. */
export const taskHeadStyles = css`
  .task {
    display: grid;
    justify-items: start;
    gap: 8px;
    min-width: 0;
  }
  .task .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 16px;
    width: 100%;
  }
  .task .name {
    min-width: 0;
    font-size: 20px;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.012em;
    overflow-wrap: anywhere;
  }
  .worth {
    font-size: 16px;
  }
  summary {
    width: fit-content;
    color: var(--accent);
    cursor: pointer;
  }
  .about {
    display: grid;
    justify-items: start;
    gap: 8px;
    padding-block-start: 8px;
  }
  .examples {
    display: grid;
    gap: 8px;
    width: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .example {
    --tone: var(--positive);
    display: grid;
    gap: 2px;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--tone);
  }
  .example.bad {
    --tone: var(--negative);
  }
  .example > p {
    display: flex;
    align-items: center;
    gap: 4px;
    font-weight: 600;
    color: var(--tone);
  }
`;

import { css } from 'lit';

/** The window of the export. */
export const exportStyles = css`
  dialog.export {
    container-type: inline-size;
    width: min(100% - 32px, 560px);
    max-width: none;
    max-height: calc(100% - 32px);
    padding: 0;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
  }
  dialog.export[open] {
    display: flex;
    flex-direction: column;
  }
  dialog.export::backdrop {
    background: oklch(0.2 0.02 220 / 0.45);
  }
  .export header {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    padding-block: 12px 4px;
    padding-inline: 20px 12px;
  }
  .export header h3 {
    font-size: 16px;
    font-weight: 650;
  }
  .export h3:focus {
    outline: none;
  }
  .export .content {
    display: grid;
    gap: 16px;
    min-height: 0;
    padding: 0 20px 20px;
    overflow-y: auto;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 20px;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .option {
    display: flex;
    gap: 10px;
    padding-block: 6px;
    cursor: pointer;
  }
  .option input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 3px 0 0;
    accent-color: var(--accent);
  }
  .option span {
    display: grid;
  }
  .option b {
    font-weight: 550;
  }
  .export footer {
    display: flex;
    flex: none;
    align-items: center;
    gap: 12px 20px;
    min-height: 68px;
    padding: 12px 20px;
    border-block-start: 1px solid var(--line);
  }
  .export .progress,
  .outcome {
    flex: 1;
    min-width: 0;
  }
  .export .progress {
    display: grid;
    gap: 4px;
  }
  .export progress {
    width: 100%;
    height: 8px;
    accent-color: var(--accent);
  }
  .outcome {
    display: flex;
    gap: 6px;
    overflow-wrap: anywhere;
  }
  .outcome .icon {
    color: var(--positive);
  }
  .wrong .outcome .icon {
    color: var(--negative);
  }
  .export footer .button {
    flex: none;
  }
  @container (max-width: 480px) {
    .choices {
      grid-template-columns: minmax(0, 1fr);
    }
    .export header,
    .export .content,
    .export footer {
      padding-inline: 16px;
    }
  }
  @media (pointer: coarse) {
    .option {
      padding-block: 10px;
    }
  }
`;

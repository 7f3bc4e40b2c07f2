import { css } from 'lit';

export const editStyles = css`
  .edit {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 12px;
  }
  .edit > * {
    max-width: 100%;
  }
  .back {
    margin-inline-start: -14px;
  }
  .edit-title {
    font-size: 20px;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.012em;
    overflow-wrap: anywhere;
  }
  .landing:focus {
    outline: none;
  }
  .landing:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 4px;
    border-radius: 2px;
  }
  h4 {
    margin: 0;
    font: inherit;
    font-weight: 600;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    align-items: start;
    gap: 32px;
    width: 100%;
  }
  .form,
  .difference {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
    min-width: 0;
    max-width: 720px;
  }
  .difference {
    width: 100%;
  }
  .form textarea.field {
    max-height: 480px;
  }
  .entry textarea.field {
    min-height: 60px;
  }
  .labelled .hint,
  .group .hint {
    display: block;
  }
  .group .hint {
    margin-block: 0 8px;
  }
  .for-points input,
  .for-reviewWithin input {
    max-width: 180px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-items: start;
    gap: 16px;
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
  .entries {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .entries:not(:empty) {
    margin-block-end: 12px;
  }
  .entry {
    display: grid;
    gap: 4px;
  }
  .entry .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: 4px;
  }
  .verdict {
    width: auto;
    justify-self: start;
    padding-block: 4px;
  }
  .for-status .toggle {
    margin-inline-start: -4px;
  }
  .for-status .hint {
    margin-block-start: 0;
  }
  .actions {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding-block: 12px;
    background: var(--surface);
    border-block-start: 1px solid var(--line);
  }
  .wrong {
    color: var(--negative);
  }
  .preview {
    position: sticky;
    inset-block-start: 12px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    min-width: 0;
    padding: 16px;
    background: var(--raised);
    border-radius: var(--radius-small);
  }
  .preview .cards {
    grid-template-columns: minmax(0, 1fr);
    margin: 0;
  }
  .preview .card {
    margin: 0;
    background: var(--surface);
  }
  /* The name on a card covers it; that of the opened task covers nothing. */
  .opened .name::after {
    content: none;
  }
  .opened .name {
    cursor: auto;
  }
  .opened {
    padding: 16px;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
  }
  .differing {
    padding-block-end: 4px;
  }
  .both {
    margin-block-end: 6px;
    color: var(--caution);
  }
  .side {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 4px 8px;
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .side:has(:checked) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .side input {
    margin: 0;
    accent-color: var(--accent);
  }
  .side .word {
    font-weight: 600;
  }
  .side .value {
    grid-column: 2;
  }
  .side ul {
    margin: 0;
    padding-inline-start: 1.25em;
    white-space: normal;
  }
  @container (max-width: 760px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      gap: 20px;
    }
    .preview {
      position: static;
    }
  }
  @container (max-width: 480px) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .preview {
      border: 1px solid CanvasText;
    }
    .side:has(:checked) {
      border-color: Highlight;
      box-shadow: inset 0 0 0 1px Highlight;
    }
  }
`;

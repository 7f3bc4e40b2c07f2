import { css } from 'lit';

export const reportStyles = css`
  .report {
    display: flex;
    flex-direction: column;
    gap: 20px;
    min-width: 0;
    padding: 20px 20px 0;
  }
  .wide > .report {
    padding: 20px 24px 0;
  }
  .button.back {
    align-self: flex-start;
    padding-inline: 4px 12px;
    margin: -8px -8px -12px;
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    color: var(--muted);
  }
  .state strong {
    font-weight: 600;
    color: var(--text);
  }
  .proof {
    display: grid;
    gap: 16px;
    margin: 0;
  }
  blockquote {
    margin: 0;
  }
  .proof blockquote {
    font-size: 16px;
  }
  .proof ins {
    text-decoration: underline 2px var(--positive);
    text-underline-offset: 3px;
    background: color-mix(in oklab, var(--positive) var(--tint), var(--surface));
  }
  .proof del {
    color: var(--muted);
    text-decoration: line-through var(--negative);
  }
  .marks {
    justify-self: start;
    margin-inline-start: -12px;
    font-size: 13px;
  }
  .proof figcaption {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .proof figcaption > .avatar + span {
    flex: 1;
    min-width: 0;
  }
  .only {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    margin-inline-start: auto;
  }
  .only .button {
    padding-inline: 8px;
    font-size: 13px;
    color: var(--muted);
  }
  .only .button:hover {
    color: var(--accent);
  }
  .proof figcaption .small {
    display: block;
  }
  .reason {
    padding: 8px 12px;
    background: var(--raised);
    border-inline-start: 2px solid var(--edge);
    border-start-end-radius: var(--radius-small);
    border-end-end-radius: var(--radius-small);
  }
  summary {
    width: fit-content;
    color: var(--accent);
    cursor: pointer;
  }
  .earlier ol {
    display: grid;
    gap: 16px;
    margin: 12px 0 0;
    padding: 0;
    list-style: none;
  }
  .earlier li {
    display: grid;
    gap: 8px;
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--line);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, auto));
    justify-content: space-between;
    gap: 12px 24px;
    margin: 0;
    padding-block: 16px;
    border-block: 1px solid var(--line);
  }
  dt {
    font-size: 13px;
    color: var(--muted);
  }
  dd {
    margin: 0;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .comments h3 {
    margin-block-end: 12px;
  }
  /* Its rows stand in line with what is above them. */
  .comments > :not(h3) {
    --taskchat-height: 420px;
    margin-inline: -20px;
  }
  @container (min-width: 1000px) {
    .wide .facts {
      grid-template-columns: minmax(0, 1fr) repeat(3, auto);
    }
  }
  .comments > ::part(frame) {
    border: 0;
    border-radius: 0;
  }
  /* The heading is ours; the frame around it is ours too. */
  .comments > ::part(header),
  .comments > ::part(band) {
    display: none;
  }
  @container (max-width: 420px) {
    .comments > :not(h3) {
      margin-inline: -16px;
    }
  }
  @container (max-width: 480px) {
    .proof figcaption {
      flex-wrap: wrap;
    }
    .only {
      flex: 1 0 100%;
      margin-inline: -8px;
    }
  }
`;

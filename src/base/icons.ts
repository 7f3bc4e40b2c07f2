import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** A picture beside a word: one stroke, the text's colour, hidden from the accessibility tree. */
export const draw = (shape: SVGTemplateResult, runs = ''): TemplateResult => html`
  <svg class="icon ${runs}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>
`;

/** One that points where the words run. */
const drawAlong = (shape: SVGTemplateResult): TemplateResult => draw(shape, 'along');

// A function for each, so that a tag carries only those it shows.
export type Icon = () => TemplateResult;

export const checkIcon: Icon = () => draw(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`);
export const clockIcon: Icon = () =>
  draw(svg`<circle cx="12" cy="12" r="8.25" /><path d="M12 7.5V12l3 2" />`);
export const crossIcon: Icon = () => draw(svg`<path d="m7 7 10 10M17 7 7 17" />`);
export const pauseIcon: Icon = () => draw(svg`<path d="M9 7v10M15 7v10" />`);
export const turnIcon: Icon = () =>
  drawAlong(svg`<path d="M5 10h10a4 4 0 0 1 0 8h-3M5 10l4-4M5 10l4 4" />`);
export const sendIcon: Icon = () => draw(svg`<path d="M12 19V5.5M6 11l6-6 6 6" />`);
export const replyIcon: Icon = () =>
  drawAlong(svg`<path d="M19 18v-2a5 5 0 0 0-5-5H5M5 11l4.5-4.5M5 11l4.5 4.5" />`);
export const chatIcon: Icon = () =>
  draw(
    svg`<path d="M4.5 6.5a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H11l-4 4v-4h-.5a2 2 0 0 1-2-2z" />`,
  );
export const taskIcon: Icon = () =>
  draw(
    svg`<rect x="4.5" y="4.5" width="15" height="15" rx="3" /><path d="m8.5 12 2.5 2.5 4.5-5" />`,
  );
export const reportIcon: Icon = () =>
  draw(svg`<path d="M7 4.5h7l3.5 3.5v11.5H7zM10 12h4.5M10 15.5h4.5" />`);
export const lockIcon: Icon = () =>
  draw(
    svg`<rect x="5.5" y="10.5" width="13" height="9" rx="2" /><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />`,
  );
export const offlineIcon: Icon = () =>
  draw(
    svg`<path d="M4 9.5a12 12 0 0 1 4-2.4M20 9.5a12 12 0 0 0-8-3M7.5 13.2a7 7 0 0 1 2-1.2M16.5 13.2l-.6-.5M12 17.5h.01M4.5 4.5l15 15" />`,
  );
export const warningIcon: Icon = () =>
  draw(svg`<path d="M12 4.5 3.5 19h17zM12 10v4M12 16.5h.01" />`);
export const linkIcon: Icon = () =>
  draw(
    svg`<path d="M10 6H7a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-3M13 5h6v6M19 5l-8 8" />`,
  );
export const backIcon: Icon = () => drawAlong(svg`<path d="M14.5 6 8.5 12l6 6" />`);
export const forwardIcon: Icon = () => drawAlong(svg`<path d="m9.5 6 6 6-6 6" />`);
export const searchIcon: Icon = () =>
  draw(svg`<circle cx="10.75" cy="10.75" r="5.75" /><path d="m15 15 4.5 4.5" />`);
export const upIcon: Icon = () => draw(svg`<path d="m6 14.5 6-6 6 6" />`);

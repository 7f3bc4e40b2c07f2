import { html, type TemplateResult } from 'lit';

/** A picture beside a word: one stroke, the text's colour, hidden from the accessibility tree. */
export const draw = (stroke: string, runs = ''): TemplateResult =>
  // Each space between the tags would be a node of its own.
  // prettier-ignore
  html`<svg class="icon ${runs}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"
    ><path d=${stroke} /></svg>`;

/** One that points where the words run. */
const drawAlong = (stroke: string): TemplateResult => draw(stroke, 'along');

// A function for each, so that a tag carries only those it shows.
export type Icon = () => TemplateResult;

export const checkIcon: Icon = () => draw('m5 12.5 4.5 4.5L19 7.5');
export const clockIcon: Icon = () =>
  draw('M20.25 12a8.25 8.25 0 1 1-16.5 0 8.25 8.25 0 0 1 16.5 0zM12 7.5V12l3 2');
export const crossIcon: Icon = () => draw('m7 7 10 10M17 7 7 17');
export const pauseIcon: Icon = () => draw('M9 7v10M15 7v10');
export const turnIcon: Icon = () => drawAlong('M5 10h10a4 4 0 0 1 0 8h-3M5 10l4-4M5 10l4 4');
export const sendIcon: Icon = () => draw('M12 19V5.5M6 11l6-6 6 6');
export const replyIcon: Icon = () =>
  drawAlong('M19 18v-2a5 5 0 0 0-5-5H5M5 11l4.5-4.5M5 11l4.5 4.5');
export const chatIcon: Icon = () =>
  draw('M4.5 6.5a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H11l-4 4v-4h-.5a2 2 0 0 1-2-2z');
export const taskIcon: Icon = () =>
  draw(
    'M7.5 4.5h9a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-9a3 3 0 0 1-3-3v-9a3 3 0 0 1 3-3zM8.5 12l2.5 2.5 4.5-5',
  );
export const reportIcon: Icon = () => draw('M7 4.5h7l3.5 3.5v11.5H7zM10 12h4.5M10 15.5h4.5');
export const lockIcon: Icon = () =>
  draw(
    'M7.5 10.5h9a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
  );
export const offlineIcon: Icon = () =>
  draw(
    'M4 9.5a12 12 0 0 1 4-2.4M20 9.5a12 12 0 0 0-8-3M7.5 13.2a7 7 0 0 1 2-1.2M16.5 13.2l-.6-.5M12 17.5h.01M4.5 4.5l15 15',
  );
export const warningIcon: Icon = () => draw('M12 4.5 3.5 19h17zM12 10v4M12 16.5h.01');
export const linkIcon: Icon = () =>
  draw('M10 6H7a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-3M13 5h6v6M19 5l-8 8');
export const backIcon: Icon = () => drawAlong('M14.5 6 8.5 12l6 6');
export const forwardIcon: Icon = () => drawAlong('m9.5 6 6 6-6 6');
export const searchIcon: Icon = () =>
  draw('M16.5 10.75a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0zM15 15l4.5 4.5');
export const upIcon: Icon = () => draw('m6 14.5 6-6 6 6');
export const tableIcon: Icon = () => draw('M4.5 5.5h15v13h-15zM4.5 10h15M4.5 14.25h15M10 10v8.5');

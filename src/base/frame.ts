import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

/** What stands in the frame that all tags have. */
export interface FrameView {
  /** Which way the words run, if it is another than the page's. */
  readonly direction: 'rtl' | undefined;
  readonly heading: string;
  /** The whole of a heading that may be cut off. */
  readonly title: string | undefined;
  /** What stands beside the heading: that the backend is out of reach, and what a tag has there. */
  readonly mark: unknown;
  readonly tools: unknown;
  readonly line: unknown;
  readonly body: unknown;
}

/** The ground of a tag: band, heading, and under them what it shows. */
export const frame = (view: FrameView): TemplateResult =>
  // Each space between the tags would be a node of its own.
  // prettier-ignore
  html`<section class="frame" part="frame" dir=${ifDefined(view.direction)}
    ><div class="band" part="band"></div
    ><header class="head" part="header"
      ><h2 tabindex="-1" title=${ifDefined(view.title)} .textContent=${view.heading}></h2
      >${view.mark}${view.tools}</header
    >${view.line}<div class="body" part="body">${view.body}</div
  ></section>`;

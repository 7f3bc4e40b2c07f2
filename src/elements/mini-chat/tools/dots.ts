import { html, type TemplateResult } from 'lit';

/** Three dots that breathe where motion is welcome. */
export const dots = (): TemplateResult =>
  html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;

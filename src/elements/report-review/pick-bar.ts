import { html, type TemplateResult } from 'lit';
import { checkIcon } from '../../base/icons.js';
import type { Locale } from '../../base/locale.js';
import type { Verdict } from '../../contract/decision.js';
import type { Case, Reasoned } from './cases.js';
import { reasonForm } from './reason-form.js';
import { letters } from './shortcuts.js';

/** What is picked, and what can be done with it. */
export interface PickView {
  readonly locale: Locale;
  readonly count: number;
  readonly case: Case;
  /** The site's reasons for what is asked. */
  readonly templates: readonly string[];
  readonly decide: (verdict: Verdict) => void;
  readonly ask: (verdict: Reasoned | null) => void;
  readonly write: (reason: string) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

const ways = ({ locale, decide, ask, all, clear }: PickView): TemplateResult => html`
  <div class="row">
    <button
      class="button primary"
      type="button"
      aria-keyshortcuts=${letters.approve}
      @click=${() => decide('approved')}
    >
      ${checkIcon()}${locale.term('approve')}
    </button>
    <button
      class="button"
      type="button"
      aria-keyshortcuts=${letters.changes}
      @click=${() => ask('changes')}
    >
      ${locale.term('askForChanges')}
    </button>
    <button
      class="button danger"
      type="button"
      aria-keyshortcuts=${letters.reject}
      @click=${() => ask('rejected')}
    >
      ${locale.term('reject')}
    </button>
    <button class="button quiet" type="button" @click=${all}>${locale.term('pickAll')}</button>
    <button class="button quiet" type="button" @click=${clear}>${locale.term('pickNone')}</button>
  </div>
`;

/** Stands at the foot of the queue as long as something is picked. */
export function pickBar(view: PickView): TemplateResult {
  const { locale, count, ask, decide, write } = view;
  const { asking } = view.case;
  const reader = locale.term('countOfMembers', count);
  return html`
    <div class="picks" part="picks" role="group" aria-label=${locale.term('picked', count)}>
      <p role="status"><strong>${locale.term('picked', count)}</strong></p>
      ${
        asking
          ? reasonForm({
              ...view,
              asking,
              reader,
              choose: write,
              confirm: () => decide(asking),
              close: () => ask(null),
            })
          : ways(view)
      }
    </div>
  `;
}

import type { LitElement } from 'lit';
import { ApiError } from '../../../api/api-error.js';
import { addStyles } from '../../../base/later.js';
import type { Locale } from '../../../base/locale.js';
import { limits } from '../../../contract/limits.js';
import {
  forgetCorrection,
  identified,
  keepCorrection,
  pointsIn,
  recallCorrection,
  sendCorrection,
  type CorrectionDraft,
} from '../../../stores/corrections.js';
import { pointsOf } from '../../../stores/points-store.js';
import type { Session } from '../../../stores/session.js';
import { PointsCorrectedEvent, PointsCorrectEvent } from '../points-events.js';
import { correctionForm, type Step } from './correction-form.js';
import { correctionStyles } from './correction.styles.js';

interface DeskHost extends LitElement {
  readonly session: Session | undefined;
  readonly locale: Locale;
  readonly member: string;
}

/** Where the focus goes with each step. */
const landings: Record<Step, string> = {
  closed: '[part="correct"]',
  booked: '[part="correct"]',
  written: '.correction input',
  checked: '.correction h3',
};

const blank: CorrectionDraft = { gives: false, points: '', reason: '' };

/** Where an owner corrects a member's points: written, looked over, and then booked for ever. */
export class CorrectionDesk {
  readonly #host: DeskHost;
  #session: Session | undefined;
  #member = '';
  #draft = blank;
  #step: Step = 'closed';
  #tried = false;
  #sending = false;
  #problem: ApiError | null = null;

  constructor(host: DeskHost) {
    this.#host = host;
    addStyles(host, correctionStyles);
  }

  render(): unknown {
    const { session, member, locale } = this.#host;
    if (!session) return undefined;
    if (session !== this.#session || member !== this.#member) this.#open(session, member);
    const { member: person, balance } = pointsOf(session, member).snapshot;
    return correctionForm({
      locale,
      name: person?.name ?? member,
      balance,
      draft: this.#draft,
      step: this.#step,
      wrong: this.#tried ? this.#wrong : {},
      sending: this.#sending,
      problem: this.#problem,
      write: (written) => this.#write(written),
      go: (step) => this.#go(step),
      check: () => this.#check(),
      book: () => void this.#book(session, member),
    });
  }

  get #wrong(): { points?: true; reason?: true } {
    const points = pointsIn(this.#draft.points);
    const { reason } = this.#draft;
    const isSound = points > 0 && points <= limits.points;
    return {
      ...(!isSound && { points: true }),
      ...((!reason.trim() || reason.length > limits.reason) && { reason: true }),
    };
  }

  /** What was written about this member before comes back, with the form. */
  #open(session: Session, member: string): void {
    [this.#session, this.#member] = [session, member];
    [this.#draft, this.#step, this.#tried, this.#problem] = [blank, 'closed', false, null];
    recallCorrection(session, member).then(
      (draft) => {
        const isHere = session === this.#session && member === this.#member;
        if (!draft || !isHere || this.#draft !== blank) return;
        this.#draft = draft;
        this.#step = 'written';
        this.#host.requestUpdate();
      },
      () => {
        // Without storage there is nothing to come back.
      },
    );
  }

  #write(written: Partial<CorrectionDraft>): void {
    if (!this.#session) return;
    this.#draft = { ...this.#draft, ...written, id: undefined };
    const { gives, points, reason } = this.#draft;
    const kept =
      points || reason
        ? keepCorrection(this.#session, this.#member, { gives, points, reason })
        : forgetCorrection(this.#session, this.#member);
    kept.catch(() => {
      // It stays on screen all the same.
    });
    this.#host.requestUpdate();
  }

  /** Goes on with a step; the focus goes along. */
  #go(step: Step, focus = landings[step]): void {
    this.#step = step;
    this.#problem = null;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#host.renderRoot.querySelector<HTMLElement>(focus)?.focus();
    });
  }

  #check(): void {
    this.#tried = true;
    const wrong = this.#wrong;
    if (!wrong.points && !wrong.reason) this.#go('checked');
    else this.#go('written', wrong.points ? landings.written : '.correction textarea');
  }

  #done(): void {
    this.#draft = blank;
    this.#tried = false;
    this.#go('booked');
  }

  async #book(session: Session, member: string): Promise<void> {
    const { gives, points: text, reason } = this.#draft;
    const points = pointsIn(text) * (gives ? 1 : -1);
    if (this.#sending) return;
    if (!this.#host.dispatchEvent(new PointsCorrectEvent(member, points, reason))) return;
    this.#sending = true;
    this.#problem = null;
    this.#host.requestUpdate();
    try {
      const draft = (this.#draft = await identified(session, this.#draft));
      const entry = await sendCorrection(session, member, draft);
      if (this.#draft === draft) this.#done();
      this.#host.dispatchEvent(new PointsCorrectedEvent(member, entry));
    } catch (error) {
      this.#problem = ApiError.from(error);
    } finally {
      this.#sending = false;
      this.#host.requestUpdate();
    }
  }
}

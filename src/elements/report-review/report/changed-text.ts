import { diffWordsWithSpace } from 'diff';
import { html, type TemplateResult } from 'lit';

/** The share of a text that must have been there before: else it was written anew. */
const least = 0.4;

/** A text, with what is new in it and what is gone; undefined for one that was written anew. */
export function changedText(
  before: string,
  after: string,
  lang: string,
): TemplateResult | undefined {
  // Languages without spaces have words too.
  const intlSegmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const parts = diffWordsWithSpace(before, after, { intlSegmenter });
  const kept = parts.filter(({ added, removed }) => !added && !removed);
  const length = kept.reduce((sum, { value }) => sum + value.trim().length, 0);
  if (length < after.length * least) return undefined;
  return html`${parts.map(({ added, removed, value }) => {
    if (added) return html`<ins>${value}</ins>`;
    return removed ? html`<del>${value}</del>` : value;
  })}`;
}

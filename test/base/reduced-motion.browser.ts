import { expect } from '@open-wc/testing';
import { frameStyles } from '../../src/base/frame.styles.js';

/** What holds for readers who want no motion, whatever this browser says of its own. */
const rules = Array.from(frameStyles.styleSheet!.cssRules)
  .filter((rule) => rule instanceof CSSMediaRule)
  .filter(({ conditionText }) => conditionText.includes('prefers-reduced-motion: reduce'))
  .flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText));

describe('without motion', () => {
  it('what changes its size has it at once, as the windowed list measures it', () => {
    expect(rules.length).to.be.above(0);
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${rules.join('\n')}</style><p></p>`;
    document.body.append(host);
    const spacer = root.querySelector('p')!;
    for (const height of [100, 300, 20]) {
      spacer.style.setProperty('height', `${height}px`);
      expect(spacer.getBoundingClientRect().height).to.equal(height);
    }
    host.remove();
  });
});

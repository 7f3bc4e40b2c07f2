import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/mini-chat/mini-chat.js';
import '../../src/elements/report-review/report-review.js';
import '../../src/elements/task-list/task-list.js';
import '../../src/elements/task-provider/task-provider.js';
import { BrowserSite, rui, seen } from '../support/browser-people.js';

/** What comes into shadow trees, and in what state it is when it comes. */
const attached: ShadowRoot[] = [];
const { attachShadow } = Element.prototype;

describe('a rehearsal', () => {
  beforeEach(() => {
    attached.length = 0;
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      if (this instanceof HTMLDivElement) attached.push(root);
      return root;
    };
  });
  afterEach(() => {
    Element.prototype.attachShadow = attachShadow;
  });

  for (const tag of ['task-list', 'report-review', 'mini-chat']) {
    it(`draws what ${tag} will show, out of sight, and leaves nothing in the page`, async () => {
      const site = new BrowserSite();
      const content = document.createElement(tag);
      await fixture(site.provide(rui, html`${content}`));
      const stage = await seen(() => attached[0], 'what is drawn out of sight');
      const { visibility, contain } = (stage.host as HTMLElement).style;
      expect([visibility, contain]).to.deep.equal(['hidden', 'strict']);
      expect(stage.querySelectorAll('[part="list"] > li, [data-rows] > *').length).to.be.above(2);
      // A tag in there would ask the backend, or be missed where it stands.
      const tags = [...stage.querySelectorAll('*')].filter(({ localName }) => /-/.test(localName));
      expect(tags).to.deep.equal([]);
      expect(stage.host.isConnected).to.equal(false);
    });
  }
});

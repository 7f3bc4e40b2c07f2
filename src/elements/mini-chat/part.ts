import { render } from 'lit';

/** A piece of a tag, drawn apart from the rest: what changes inside it renders nothing else. */
export abstract class Part {
  /** Stands wherever the tag puts it, and keeps its content when it is moved. */
  readonly root: HTMLElement;

  constructor(root: HTMLElement = document.createElement('div')) {
    this.root = root;
  }

  protected abstract template(): unknown;

  protected draw(): void {
    render(this.template(), this.root);
  }

  protected find<Found extends HTMLElement>(selector: string): Found | null {
    return this.root.querySelector<Found>(selector);
  }
}

import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { boxOf, type Box } from './picture-size.js';

/** Gives a picture its room, unless it is one of several: by script, since a page's policy may forbid styles in attributes. */
class Room extends Directive {
  override render(_picture: Box, _isAlone: boolean): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [picture, isAlone]: [Box, boolean]): unknown {
    const { style } = element as HTMLElement;
    const { width, height } = boxOf(picture);
    style.width = isAlone ? `${width}px` : '';
    style.aspectRatio = isAlone ? `${width} / ${height}` : '';
    return noChange;
  }
}

export const room = directive(Room);

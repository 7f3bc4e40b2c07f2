import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** Pixels that a picture is given in a row. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

const most: Box = { width: 300, height: 260 };
const least: Box = { width: 88, height: 56 };

/** The room of a picture that is alone in its message, known before it is there. */
function boxOf({ width, height }: Box): Box {
  const scale = Math.min(1, most.width / width, most.height / height);
  return {
    width: Math.max(least.width, Math.round(width * scale)),
    height: Math.max(least.height, Math.round(height * scale)),
  };
}

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

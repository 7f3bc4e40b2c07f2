/** Pixels that a picture is given in a row. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

const most: Box = { width: 300, height: 260 };
const least: Box = { width: 88, height: 56 };

/** The room of a picture that is alone in its message, known before it is there. */
export function boxOf({ width, height }: Box): Box {
  const scale = Math.min(1, most.width / width, most.height / height);
  return {
    width: Math.max(least.width, Math.round(width * scale)),
    height: Math.max(least.height, Math.round(height * scale)),
  };
}

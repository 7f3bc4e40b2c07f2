/** Plain text: a tag that does without Lit reads it too. */
const css = String.raw;

/**
 * The roles of colour, space and type. A host sets the public `--taskchat-*` properties, on a tag
 * or on any ancestor; everything inside reads the private names. Dark follows `color-scheme`, as
 * the page or the tag declares it.
 *
 * @cssprop [--taskchat-accent] What can be pressed, and where one is. Default a deep petrol.
 * @cssprop [--taskchat-on-accent] Text on the accent.
 * @cssprop [--taskchat-gradient] The signature band. Default derived from the accent in OKLCH.
 * @cssprop [--taskchat-surface] The ground of a tag.
 * @cssprop [--taskchat-raised] What lies on the ground: hovered rows, quiet fields.
 * @cssprop [--taskchat-text] Words.
 * @cssprop [--taskchat-muted] Words that step back.
 * @cssprop [--taskchat-line] Hairlines.
 * @cssprop [--taskchat-positive] Approved.
 * @cssprop [--taskchat-caution] Awaiting.
 * @cssprop [--taskchat-negative] Rejected, and problems.
 * @cssprop [--taskchat-radius] Corners. Default `12px`.
 * @cssprop [--taskchat-font] Type. Default the host's.
 * @cssprop [--taskchat-height] The height of a tag that scrolls inside. Default per tag.
 */
export const tokenRules = css`
  :host {
    --accent: var(--taskchat-accent, light-dark(oklch(0.46 0.085 205), oklch(0.78 0.095 195)));
    --on-accent: var(--taskchat-on-accent, light-dark(oklch(0.99 0.005 205), oklch(0.2 0.03 205)));
    --gradient: var(
      --taskchat-gradient,
      linear-gradient(
        90deg,
        oklch(from var(--accent) 0.56 0.1 h),
        oklch(from var(--accent) 0.76 0.12 calc(h - 48)) 38%,
        oklch(from var(--accent) 0.87 0.14 calc(h - 98)) 68%,
        oklch(from var(--accent) 0.79 0.14 calc(h - 148))
      )
    );
    --surface: var(--taskchat-surface, light-dark(oklch(1 0 0), oklch(0.205 0.012 225)));
    --raised: var(--taskchat-raised, light-dark(oklch(0.972 0.004 205), oklch(0.25 0.014 225)));
    --text: var(--taskchat-text, light-dark(oklch(0.24 0.018 220), oklch(0.945 0.006 210)));
    --muted: var(--taskchat-muted, light-dark(oklch(0.49 0.018 220), oklch(0.735 0.014 215)));
    --line: var(--taskchat-line, light-dark(oklch(0.905 0.006 215), oklch(0.335 0.016 225)));
    --edge: light-dark(oklch(0.62 0.014 220), oklch(0.57 0.018 222));
    --positive: var(--taskchat-positive, light-dark(oklch(0.47 0.115 152), oklch(0.8 0.13 155)));
    --caution: var(--taskchat-caution, light-dark(oklch(0.5 0.105 70), oklch(0.83 0.115 80)));
    --negative: var(--taskchat-negative, light-dark(oklch(0.5 0.165 25), oklch(0.77 0.12 25)));
    --tint: 10%;
    --radius: var(--taskchat-radius, 12px);
    --radius-small: calc(var(--radius) * 0.6667);
    --shadow: 0 8px 28px light-dark(oklch(0.25 0.03 220 / 0.16), oklch(0 0 0 / 0.5));
    --small: 0.75rem;
    --quick: 140ms;
  }
`;

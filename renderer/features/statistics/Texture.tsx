import type { Fill } from './fills.ts';
import classes from './stage.module.css';

const colour = (share: number) => `color-mix(in srgb, var(--accent) ${share}%, var(--surface))`;

/** The pattern of one class as an SVG definition; refer to it as `url(#id)`. */
export function Texture({ id, fill }: { id: string; fill: Fill }) {
  return (
    <pattern id={id} width={8} height={8} patternUnits="userSpaceOnUse">
      <rect width={8} height={8} style={{ fill: colour(fill.share) }} />
      <g className={classes.texture} data-dark={fill.dark || undefined}>
        {fill.texture === 'lines' && <path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />}
        {fill.texture === 'cross' && <path d="M0 0L8 8M8 0L0 8" />}
        {fill.texture === 'dots' && <circle cx={4} cy={4} r={0.8} />}
      </g>
    </pattern>
  );
}

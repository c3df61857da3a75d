import classes from './StateShape.module.css';

const shapes = { 1: '▲', 2: '◆', 3: '■' } as const;

/** Tone of something timed: 1 critical ▲, 2 warning ◆, 3 notice ■, 0 calm. */
export type Level = 0 | 1 | 2 | 3;

/** The shape that stands beside a colour, so that nobody needs the colour. Words are the caller's. */
export function StateShape({ level, size = 16 }: { level: Level; size?: number }) {
  if (level === 0) return null;
  return (
    <span className={classes.shape} data-level={level} style={{ fontSize: size }} aria-hidden="true">
      {shapes[level]}
    </span>
  );
}

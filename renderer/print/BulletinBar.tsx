import css from './bulletin.module.css';

const WIDTH = 1000;
const HEIGHT = 34;
/** A number stands in its part only where it has room. */
const ROOM = 26;

/** Fills that a black-and-white copier keeps apart, from quick to slow. */
const textures = ['white', 'dots', 'lines', 'grid', 'dense', 'black'] as const;
type TextureName = (typeof textures)[number];

/** The texture of one of `count` classes: spread over all there are, the last one always black. */
function textureOf(n: number, count: number): TextureName {
  const at = count <= 1 ? textures.length - 1 : Math.round((n * (textures.length - 1)) / (count - 1));
  return count <= textures.length ? (textures[at] ?? 'white') : (textures[n % textures.length] ?? 'white');
}

/** The patterns, once for the whole paper. */
export function BulletinTextures() {
  return (
    <svg width={0} height={0} className={css.hidden} aria-hidden="true">
      <defs>
        <Pattern name="dots" size={9}>
          <circle cx={4.5} cy={4.5} r={1.3} fill="#000" />
        </Pattern>
        <Pattern name="lines" size={9}>
          <path d="M-2 2L2 -2M0 9L9 0M7 11L11 7" stroke="#000" strokeWidth={1.2} />
        </Pattern>
        <Pattern name="grid" size={8}>
          <path d="M0 0L8 8M8 0L0 8" stroke="#000" strokeWidth={1.1} />
        </Pattern>
        <Pattern name="dense" size={5}>
          <rect width={5} height={5} fill="#000" opacity={0.55} />
        </Pattern>
      </defs>
    </svg>
  );
}

function Pattern({ name, size, children }: { name: TextureName; size: number; children: React.ReactNode }) {
  return (
    <pattern id={`paper-${name}`} width={size} height={size} patternUnits="userSpaceOnUse">
      <rect width={size} height={size} fill="#fff" />
      {children}
    </pattern>
  );
}

const fillOf = (name: TextureName) =>
  name === 'white' ? '#fff' : name === 'black' ? '#000' : `url(#paper-${name})`;

/** The swatch of a class, for the head of its column. */
export function BulletinSwatch({ n, count }: { n: number; count: number }) {
  return (
    <svg viewBox="0 0 30 14" className={css.swatch} aria-hidden="true">
      <rect x={0.7} y={0.7} width={28.6} height={12.6} fill={fillOf(textureOf(n, count))} stroke="#000" />
    </svg>
  );
}

/** Counts as parts of one bar over the whole width; nothing counted is an empty frame. */
export function BulletinBar({ counts }: { counts: readonly number[] }) {
  const total = counts.reduce((a, b) => a + b, 0);
  let x = 0;
  const parts = counts.map((count, n) => {
    const width = total === 0 ? 0 : (count / total) * (WIDTH - 2);
    const part = { count, n, x: x + 1, width };
    x += width;
    return part;
  });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={css.bar} aria-hidden="true">
      <rect x={1} y={1} width={WIDTH - 2} height={HEIGHT - 2} fill="#fff" stroke="#000" strokeWidth={1.5} />
      {parts
        .filter((p) => p.count > 0)
        .map((p) => (
          <g key={p.n}>
            <rect
              x={p.x}
              y={1}
              width={p.width}
              height={HEIGHT - 2}
              fill={fillOf(textureOf(p.n, counts.length))}
              stroke="#000"
              strokeWidth={1.5}
            />
            {p.width >= ROOM && (
              <>
                <rect
                  x={p.x + p.width / 2 - 5 - 6 * String(p.count).length}
                  y={6}
                  width={10 + 12 * String(p.count).length}
                  height={HEIGHT - 12}
                  fill="#fff"
                />
                <text x={p.x + p.width / 2} y={HEIGHT / 2} dy="0.36em" textAnchor="middle" fontSize={21}>
                  {p.count}
                </text>
              </>
            )}
          </g>
        ))}
    </svg>
  );
}

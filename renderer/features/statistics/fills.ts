/** How one class of a chart is drawn: a tone and, so that nobody needs it, a texture. */
export type Fill = {
  /** Share of the accent in the surface, per cent. */
  share: number;
  texture: 'plain' | 'lines' | 'dots' | 'cross';
  /** Whether letters on it are the surface's colour. */
  dark: boolean;
};

const textures = ['plain', 'lines', 'dots'] as const;

const between = (from: number, to: number, n: number, of: number) =>
  Math.round(of <= 1 ? to : from + ((to - from) * n) / (of - 1));

/**
 * Fills of `count` classes from the quickest to the slowest. The tones in the middle, on which neither light nor dark letters
 * can be read, are left out; the last class, what took longest, is always the darkest and crossed.
 */
export function fillsOf(count: number): Fill[] {
  const dark = Math.max(1, Math.round(count / 3));
  const light = count - dark;
  return Array.from({ length: count }, (_, n): Fill => {
    if (n === count - 1) return { share: 100, texture: 'cross', dark: true };
    const texture = textures[n % textures.length] ?? 'plain';
    if (n < light) return { share: between(10, 44, n, light), texture, dark: false };
    return { share: between(84, 100, n - light, dark), texture: 'plain', dark: true };
  });
}

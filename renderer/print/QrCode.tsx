import qrcode from 'qrcode';
import { useMemo } from 'react';

/** Quiet zone around the code in modules; with the white paper around it more than the four the standard asks. */
const QUIET = 2;

/** A QR code as one SVG path: sharp at any resolution and no markup from outside. */
export function QrCode({ value, label }: { value: string; label: string }) {
  const { path, size } = useMemo(() => draw(value), [value]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} fill="currentColor" />
    </svg>
  );
}

function draw(value: string): { path: string; size: number } {
  const { modules } = qrcode.create(value, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { path, size: modules.size + 2 * QUIET };
}

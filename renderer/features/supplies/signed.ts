/** A change with its sign: a true minus, which is as wide as the plus. */
export const signed = (delta: number): string =>
  delta > 0 ? `+${delta}` : delta < 0 ? `−${Math.abs(delta)}` : '0';

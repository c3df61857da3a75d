type Placed = { id: string; position: number };

/**
 * Moves one item of a list to another place: the items whose position changes, with their new one. Positions that were
 * equal become distinct on the way.
 */
export function moved<T extends Placed>(
  items: readonly T[],
  from: number,
  to: number,
): { item: T; position: number }[] {
  const item = items[from];
  if (!item || to < 0 || to >= items.length) return [];
  const order = items.filter((each) => each !== item);
  order.splice(to, 0, item);
  const positions = items.map((each) => each.position).sort((a, b) => a - b);
  let last = -1;
  return order.flatMap((each, n) => {
    last = Math.max(last + 1, positions[n] ?? 0);
    return each.position === last ? [] : [{ item: each, position: last }];
  });
}

/** The position behind all others. */
export const lastPosition = (items: readonly Placed[]): number =>
  items.reduce((last, each) => Math.max(last, each.position + 1), 0);

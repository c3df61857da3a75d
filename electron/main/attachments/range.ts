/** The part of a file that a request asks for; `null` for the whole, `'bad'` when it cannot be given. */
export function rangeOf(header: string | null, size: number): { start: number; end: number } | null | 'bad' {
  if (header === null) return null;
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  if (!found || (found[1] === '' && found[2] === '')) return 'bad';
  const [, from = '', to = ''] = found;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end ? 'bad' : { start, end };
}

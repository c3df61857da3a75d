/** A whole number as typed, full-width digits too; undefined for anything else, so that nothing is ever guessed. */
export function wholeNumber(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim();
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined;
}

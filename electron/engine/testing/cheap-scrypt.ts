// Stands in for node:crypto (vi.mock) where a test signs often: the real scrypt takes a third of a second on purpose.
// What the real one does is shown by people/scrypt.test.ts.
const real = process.getBuiltinModule('node:crypto');

export const { createHash, randomBytes, randomUUID, timingSafeEqual } = real;

/** A fast key of the asked length, different for every secret and salt. */
export function scrypt(
  secret: string,
  salt: Buffer,
  length: number,
  _cost: unknown,
  done: (error: Error | null, key: Buffer) => void,
): void {
  const key = createHash('sha256').update(secret).update(salt).digest().subarray(0, length);
  queueMicrotask(() => done(null, key));
}

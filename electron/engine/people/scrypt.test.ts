import { scryptSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashSecret } from './credentials.ts';

// The real scrypt, slow on purpose: every other test has a stand-in for it.
it('a secret is kept as scrypt with N = 2^17, r = 8, p = 1 over a salt of its own', async () => {
  const { salt, hash } = await hashSecret('246810');
  const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
  expect(hash).toBe(scryptSync('246810', Buffer.from(salt, 'hex'), 32, cost).toString('hex'));
  expect(salt).toMatch(/^[0-9a-f]{32}$/);
});

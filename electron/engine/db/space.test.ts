import { existsSync, mkdtempSync, rmSync, type StatsFs, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { Space } from './space.ts';

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  statfsSync: vi.fn(),
}));

const MB = 1024 * 1024;
const free = (bytes: number) =>
  vi.mocked(statfsSync).mockReturnValue({ bavail: bytes / 1024, bsize: 1024 } as StatsFs);

const folders: string[] = [];
const folder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'duty-desk-space-'));
  folders.push(dir);
  return dir;
};
afterEach(() => {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true });
});

it('is full from the first refused write until there is room again, also over a new start', () => {
  const dir = folder();
  free(500 * MB);
  const space = new Space(dir, true);
  expect(space.state()).toBe('low');
  free(0);
  expect(space.isOut).toBe(true);
  expect(space.state()).toBe('low');
  expect(space.exhausted()).toBe(false);
  expect(existsSync(join(dir, 'reserve.bin'))).toBe(false);
  free(32 * MB);
  expect(space.state()).toBe('full');
  expect(space.exhausted()).toBe(true);
  const again = new Space(dir, true);
  expect(again.state()).toBe('full');
  free(2048 * MB);
  expect(again.state()).toBe('ok');
  expect(space.state()).toBe('ok');
});

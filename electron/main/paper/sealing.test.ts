import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReplyBody } from '../../../shared/protocol.ts';
import { Sealing } from './sealing.ts';

function setUp(answers: (ReplyBody | Error)[]) {
  const asked: { input: unknown; requestId: string | undefined }[] = [];
  let rendered = 0;
  const sealing = new Sealing({
    render: async () => {
      rendered += 1;
      return new Uint8Array([rendered]);
    },
    archive: async () => ({ sha256: 'f'.repeat(64), bytes: 1 }),
    ask: async (_path, input, requestId) => {
      asked.push({ input, requestId });
      const answer = answers.shift() ?? { v: {} };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    log: () => undefined,
  });
  return { sealing, asked, rendered: () => rendered };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('each pending handover is sealed once, however often it is named', async () => {
  const { sealing, asked } = setUp([]);
  sealing.pending(['a', 'b']);
  sealing.pending(['a']);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked.map(({ input }) => (input as { id: string }).id)).toEqual(['a', 'b']);
});

test('an unknown outcome is asked again with the same request id', async () => {
  const { sealing, asked, rendered } = setUp([{ e: { code: 'engineDown' } }]);
  sealing.pending(['a']);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked.length).toBe(2);
  expect(asked[0]?.requestId).toBe(asked[1]?.requestId);
  expect(rendered()).toBe(1);
});

test('a failure is tried again, with longer and longer waits', async () => {
  const { sealing, asked, rendered } = setUp([new Error('1'), { e: { code: 'storage' } }, new Error('3')]);
  sealing.pending(['a']);
  await vi.advanceTimersByTimeAsync(900);
  expect(asked.length).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked.length).toBe(2);
  await vi.advanceTimersByTimeAsync(3000);
  expect(asked.length).toBe(3);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked.length).toBe(4);
  expect(rendered()).toBe(1);
  expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(1);
});

test('sealed meanwhile is done', async () => {
  const { sealing, asked } = setUp([{ e: { code: 'conflict' } }]);
  sealing.pending(['a']);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked.length).toBe(1);
});

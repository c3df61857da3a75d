import { DeskError } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../router.ts';

/** What is left of a full disk is kept for 110 instructions. */
function requireRoom(context: Context): void {
  if (context.storage === 'full') throw new DeskError('storage', { reason: 'full' });
}

export const attachmentsHandlers = (os: Deps) => ({
  begin: os.attachments.begin.handler(async ({ input, context }) => {
    requireRoom(context);
    return { uploadId: await context.files.begin(input.bytes) };
  }),
  chunk: os.attachments.chunk.handler(async ({ input, context }) => {
    requireRoom(context);
    const piece = Buffer.from(input.base64, 'base64');
    return { received: await context.files.chunk(input.uploadId, input.offset, piece) };
  }),
  finish: os.attachments.finish.handler(({ input, context }) => context.files.finish(input.uploadId)),
  cancel: os.attachments.cancel.handler(async ({ input, context }) => {
    await context.files.cancel(input.uploadId);
    return { ok: true as const };
  }),
});

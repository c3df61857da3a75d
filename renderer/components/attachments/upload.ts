import { CHUNK_BYTES, type StoredFile } from '../../../shared/duty-log/attachments.ts';
import { deskClient } from '../../app/client.ts';
import { codeOf } from '../../app/errors.ts';

/** How often a file is begun anew when the engine has forgotten it: it went away in between. */
const ATTEMPTS = 3;

/** A file that cannot be read any more: moved, deleted or on a stick that was pulled. */
export class FileGone extends Error {}

/** One piece of a file in base64; throws FileGone when it cannot be read. */
function pieceOf(file: Blob, offset: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new FileGone(reader.error?.name));
    reader.readAsDataURL(file.slice(offset, offset + CHUNK_BYTES));
  });
}

async function sendOnce(file: File, onSent: (bytes: number) => void, signal: AbortSignal) {
  const { uploadId } = await deskClient.attachments.begin({ name: file.name, bytes: file.size });
  try {
    for (let offset = 0; offset < file.size; offset += CHUNK_BYTES) {
      const base64 = await pieceOf(file, offset);
      signal.throwIfAborted();
      await deskClient.attachments.chunk({ uploadId, offset, base64 });
      signal.throwIfAborted();
      onSent(Math.min(offset + CHUNK_BYTES, file.size));
    }
    return await deskClient.attachments.finish({ uploadId });
  } catch (error) {
    // What the engine refused it has thrown away itself.
    if (signal.aborted || error instanceof FileGone) await deskClient.attachments.cancel({ uploadId });
    throw error;
  }
}

/** Sends a file piece by piece; a file that the engine forgot by a restart is sent again from its beginning. */
export async function upload(
  file: File,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<StoredFile> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendOnce(file, onSent, signal);
    } catch (error) {
      if (signal.aborted || codeOf(error) !== 'notFound' || attempt === ATTEMPTS) throw error;
    }
  }
}

import type { ReplyBody } from '../../shared/protocol.ts';

/** A value as it travels to the window. */
export const valueReply = (value: unknown): ReplyBody => ({ v: value });

/** An expected refusal as it travels; codes as in shared/errors.ts. */
export const errorReply = (code: string, data?: unknown): ReplyBody => ({ e: { code, data } });

/** The engine does not answer: the outcome is unknown, the caller retries with the same request id. */
export const engineDown = JSON.stringify(errorReply('engineDown'));

/** A JSON object from a text that may be anything; null when it is not one. */
export function readObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    // Not JSON is an answer here, not a failure: the caller refuses the message.
    return null;
  }
}

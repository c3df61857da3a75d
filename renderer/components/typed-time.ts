import { ORPCError } from '@orpc/client';
import { readTime } from './time-text.ts';

/**
 * A time as typed into a form, epoch ms; undefined for an empty field, which means the present. What cannot be read is
 * refused at its field like a refusal of the engine.
 */
export function typedTime(text: string, field: string, nowMs: number, timeZone: string): number | undefined {
  if (text.trim() === '') return undefined;
  const ms = readTime(text, nowMs, timeZone);
  if (ms === undefined)
    throw new ORPCError('invalid', { data: { issues: [{ path: field.split('.'), message: 'time' }] } });
  return ms;
}

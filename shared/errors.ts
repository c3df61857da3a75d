import { z } from 'zod';

/** One field that cannot be accepted: where it was typed and a key under `field.*` in the locales. */
export type FieldIssue = {
  path: (string | number)[];
  message: string;
  params?: Record<string, string | number>;
};

const issueSchema = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/**
 * Every expected failure of a procedure. Codes travel, wording lives in the locales.
 * `owed` names obligations still open; `conflict` carries the reason as a locale key under `conflict.*`.
 */
export const errorMap = {
  invalid: { data: z.object({ issues: z.array(issueSchema) }) },
  notFound: { data: z.object({ entity: z.string() }) },
  conflict: { data: z.object({ reason: z.string(), detail: z.string().optional() }) },
  notAllowed: { data: z.object({ reason: z.string(), retryAtMs: z.number().optional() }) },
  owed: { data: z.object({ codes: z.array(z.string()) }) },
  storage: { data: z.object({ reason: z.string() }) },
  engineDown: { data: z.object({}).optional() },
  bug: { data: z.object({ id: z.string() }) },
} as const;

export type ErrorCode = keyof typeof errorMap;

/** An expected refusal; thrown inside the engine, turned into `{e}` on the wire and into a typed error in the window. */
export class DeskError extends Error {
  readonly code: ErrorCode;
  readonly data: unknown;
  constructor(code: ErrorCode, data?: unknown, message?: string) {
    super(message ?? code);
    this.code = code;
    this.data = data;
  }
}

/** A field refused with a locale key; `path` is the field's name in the procedure's input. */
export const invalid = (path: string | (string | number)[], message: string, params?: FieldIssue['params']) =>
  new DeskError('invalid', { issues: [{ path: Array.isArray(path) ? path : [path], message, params }] });

/** The action does not fit the present state or the screen was stale. */
export const conflict = (reason: string, detail?: string) => new DeskError('conflict', { reason, detail });

/** The person signed in may not do this (or nobody is signed in). */
export const notAllowed = (reason = 'role', retryAtMs?: number) =>
  new DeskError('notAllowed', { reason, retryAtMs });

/** The record named does not exist. */
export const notFound = (entity: string) => new DeskError('notFound', { entity });

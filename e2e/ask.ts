import { expect, type Page } from '@playwright/test';

type Bridge = { desk: { call(door: string, body: string): Promise<string> } };
type Reply = { v?: unknown; e?: { code: string; data?: unknown } };

/** One message through a door of the preload, as the window itself would send it. */
export async function door(page: Page, name: 'engine' | 'session' | 'shell', body: unknown): Promise<Reply> {
  return page.evaluate(
    async ([to, text]) =>
      JSON.parse(await (globalThis as unknown as Bridge).desk.call(to ?? '', text ?? '')) as Reply,
    [name, JSON.stringify(body)],
  );
}

/** A procedure of the contract, called as the person signed in at the window; it must not be refused. */
export async function ask<T>(page: Page, path: string, input?: unknown): Promise<T> {
  const reply = await door(page, 'engine', [path, input, crypto.randomUUID()]);
  expect(reply.e, `${path} was refused`).toBeUndefined();
  return reply.v as T;
}

/** Signs in without the form, for tests that are not about signing in. */
export async function signInBy(page: Page, staffNo: string, password: string): Promise<void> {
  const reply = await door(page, 'session', { op: 'signIn', staffNo, password });
  expect(reply.e, `${staffNo} was refused`).toBeUndefined();
}

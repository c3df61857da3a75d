import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { app, protocol } from 'electron';
import { type AttachmentParts, answerAttachment } from '../attachments/serve.ts';
import { log } from '../log.ts';

/** The only place pages come from. */
export const ORIGIN = 'app://desk';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** The content security policy of every page; only styles that carry this answer's nonce are let in. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Every file of the built pages by its path in the address: nothing else exists under app://desk. */
export function fileMap(folder: string, prefix = '/'): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      for (const [name, file] of fileMap(path, `${prefix}${entry.name}/`)) files.set(name, file);
    } else if (types[extname(entry.name)] !== undefined) {
      files.set(prefix + entry.name, path);
    }
  }
  return files;
}

const notFound = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });

async function answer(
  files: Map<string, string>,
  request: { url: string; method: string },
): Promise<Response> {
  const url = new URL(request.url);
  const file = files.get(url.pathname === '/' ? '/index.html' : url.pathname);
  if (request.method !== 'GET' || url.host !== 'desk' || url.search !== '' || file === undefined)
    return notFound();
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  const bytes = await readFile(file);
  if (extname(file) !== '.html') return new Response(new Uint8Array(bytes), { headers });
  return new Response(bytes.toString('utf8').replaceAll('__NONCE__', nonce), { headers });
}

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // A recording is played in parts: without `stream` it could not be wound forward.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Serves the built pages, and the attached files to whoever is at the desk. */
export function serveScheme(attachments: AttachmentParts): void {
  const files = fileMap(join(app.getAppPath(), 'out', 'renderer'));
  protocol.handle('app', async (request) => {
    try {
      return (await answerAttachment(attachments, request)) ?? (await answer(files, request));
    } catch (error) {
      log.error('app://', error instanceof Error ? error.message : String(error));
      return notFound();
    }
  });
}

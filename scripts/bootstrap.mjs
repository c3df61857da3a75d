/**
 * Makes a checkout runnable: packages, Electron runtime, system libraries. Runs before every npm command and costs
 * nothing when nothing is to do. `--no-electron` stops after the packages (replay, audit).
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronRuntime } from './electron-runtime.mjs';
import { npmCommand, root, run, say } from './run.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.lock-hash');
const lockFolder = join(root, '.cache', 'bootstrap.lock');

function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
}

/** A stamp, not file times: a checkout or a copy changes times, and an interrupted `npm ci` leaves no stamp. */
function packagesAreCurrent() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === wantedStamp();
}

function takeLock() {
  mkdirSync(join(root, '.cache'), { recursive: true });
  try {
    mkdirSync(lockFolder);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(lockFolder, 'pid'), String(process.pid));
  return true;
}

function lockOwnerIsGone() {
  try {
    process.kill(Number(readFileSync(join(lockFolder, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code !== 'EPERM';
  }
}

async function waitForLock() {
  for (let waited = 0; !takeLock(); waited += 1) {
    if (waited === 1) say('Another npm command is setting up this folder; waiting for it …');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    if (waited > 0 && lockOwnerIsGone()) rmSync(lockFolder, { recursive: true, force: true });
  }
}

async function ensurePackages() {
  if (packagesAreCurrent()) return;
  await waitForLock();
  try {
    if (packagesAreCurrent()) return;
    say(existsSync(modules) ? 'The packages changed: npm ci …' : 'First start: npm ci (about a minute) …');
    const [command, first] = npmCommand();
    if (!run(command, [...first, 'ci', '--loglevel=error'], { shell: command.endsWith('.cmd') })) {
      say('npm ci failed, see above. Is the package registry reachable?');
      process.exit(1);
    }
    writeFileSync(stampFile, `${wantedStamp()}\n`);
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

await ensurePackages();
if (!process.argv.includes('--no-electron')) {
  try {
    await electronRuntime({ announce: true });
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
  ensureSystemLibraries();
}

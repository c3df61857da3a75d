/** Builds out/ when a source changed since the last build. Compares content, so a checkout or a copy does not matter. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, root, run, say } from './run.mjs';

const stampFile = join(root, 'out', '.build-stamp');
const folders = ['shared', 'electron', 'renderer', 'migrations'];
const files = [
  'electron.vite.config.ts',
  'postcss.config.cjs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const products = [
  'out/main/index.cjs',
  'out/main/engine.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

function filesBelow(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(inside);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [inside];
    });
}

function sourceHash() {
  const hash = createHash('sha256');
  for (const file of [...folders.flatMap(filesBelow), ...files]) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Builds when needed; returns false when the build failed. */
export function buildIfStale() {
  const wanted = sourceHash();
  const built = products.every((file) => existsSync(join(root, file)));
  if (built && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return true;
  say('Building …');
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  if (!run(process.execPath, [cli, 'build', '--logLevel', 'warn'])) return false;
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stampFile, wanted);
  return true;
}

if (isMain(import.meta.url) && !buildIfStale()) process.exit(1);

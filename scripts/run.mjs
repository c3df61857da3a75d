/** Shared by the set-up scripts. No dependencies: these run before node_modules exists, on Node 18 and later. */
import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Says something to the operator. Always on stderr: stdout belongs to the command (replay and audit print JSON). */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a program with its output on our stderr; true when it succeeded. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (done.error) say(`${command}: ${done.error.message}`);
  return done.status === 0;
}

/** Runs a program and returns its stdout, or null when it failed or is not there. */
export function read(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options });
  return done.status === 0 ? done.stdout : null;
}

/**
 * How to start npm: by the npm that started us when there is one, on the Node outside node_modules,
 * because `npm ci` removes the one inside.
 */
export function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return [process.env.npm_node_execpath ?? process.execPath, [cli]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

/** True when this module is the program that was started, not an import. */
export function isMain(url) {
  return process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(url);
}

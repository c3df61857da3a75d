/**
 * `npm start [-- --demo] [-- --data-dir DIR] …`: builds if stale and opens the desk. Without a display it runs under
 * Xvfb and leaves a picture of the first window.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { root, run, say } from './run.mjs';
import { needsVirtualDisplay, startVirtualDisplay } from './xvfb.mjs';

const given = process.argv.slice(2);

function optionValue(name) {
  const inline = given.find((arg) => arg.startsWith(`${name}=`));
  if (inline) return inline.slice(name.length + 1);
  const at = given.indexOf(name);
  return at >= 0 ? given[at + 1] : undefined;
}

/**
 * `--demo` works on a folder of its own for each date and fills it once: the story it tells ends now, and a desk left
 * alone since yesterday would only ring. The officer's real data are never touched.
 */
function demoArguments() {
  const today = new Date().toISOString().slice(0, 10);
  const folder = resolve(optionValue('--data-dir') ?? join(root, '.cache', 'demo-data', today));
  mkdirSync(folder, { recursive: true });
  const empty = readdirSync(folder).length === 0;
  if (empty && !run(process.execPath, [join(root, 'scripts', 'demo-data.ts'), '--data-dir', folder])) {
    say('The sample bureau could not be loaded, see above.');
    process.exit(1);
  }
  return optionValue('--data-dir') ? [] : ['--data-dir', folder];
}

if (!buildIfStale()) process.exit(1);
const runtime = await electronRuntime();
const args = [root, ...given.filter((arg) => arg !== '--demo')];
if (given.includes('--demo')) args.push(...demoArguments());
if (process.getuid?.() === 0) args.push('--no-sandbox');
const env = { ...process.env };
if (needsVirtualDisplay()) {
  const picture = join(root, 'out', 'first-window.png');
  const virtual = await startVirtualDisplay().catch((error) => {
    say(`${error.message} Set DISPLAY, or install xvfb.`);
    process.exit(1);
  });
  env.DISPLAY = virtual.display;
  // Without a desktop Chromium complains at length about D-Bus; its real trouble is in main.log.
  args.push('--first-window-png', picture, '--log-level=3');
  say(
    `No display here: running under Xvfb ${virtual.display}. The first window goes to ${picture}; Ctrl+C ends.`,
  );
}
if (!existsSync(join(root, 'out', 'renderer', 'index.html'))) say('out/renderer/index.html is missing.');
const child = spawn(runtime.path, args, { env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
child.on('error', (error) => {
  say(`Electron could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGTERM' ? 0 : 1)));

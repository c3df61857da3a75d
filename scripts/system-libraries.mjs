/** What Electron, the virtual display and the paper tests need from Debian and its relatives. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { read, run, say } from './run.mjs';

const wanted = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'xvfb',
  'xauth',
  'fonts-noto-cjk',
  'poppler-utils',
];

// biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders
const statusFormat = '${db:Status-Abbrev}${Package}\n';

/** Newer releases renamed some libraries for 64-bit time: either name will do. */
const renamed = (name) => `${name}t64`;

function missingPackages() {
  const names = wanted.flatMap((name) => [name, renamed(name)]);
  // dpkg-query fails when one name is unknown but still prints the others, so its exit code says nothing.
  const shown = spawnSync('dpkg-query', ['-W', '-f', statusFormat, ...names], { encoding: 'utf8' }).stdout;
  const installed = new Set(
    (shown ?? '')
      .split('\n')
      .filter((line) => line.startsWith('ii'))
      .map((line) => line.slice(2).trim()),
  );
  return wanted.filter((name) => !installed.has(name) && !installed.has(renamed(name)));
}

/** The name this release knows; only asked after `apt-get update`. */
function availableName(name) {
  return read('apt-cache', ['show', '--no-all-versions', renamed(name)]) ? renamed(name) : name;
}

/** Installs what is missing as root; otherwise prints the one command to run. Never fails the command it precedes. */
export function ensureSystemLibraries() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    say(
      `System libraries are missing. Run once:\n  sudo apt-get update && sudo apt-get install -y ${missing.join(' ')}`,
    );
    return;
  }
  say(`Installing system libraries: ${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const updated = run('apt-get', ['-qq', 'update'], { env });
  const names = missing.map(availableName);
  if (!updated || !run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...names], { env })) {
    say(`They could not be installed; the desk may not open. Try:\n  apt-get install -y ${names.join(' ')}`);
  }
}

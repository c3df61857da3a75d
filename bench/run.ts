import { needsVirtualDisplay, startVirtualDisplay } from '../scripts/xvfb.mjs';
import { deskTyping } from './desk-typing.ts';
import type { Line } from './measure.ts';
import { search } from './search.ts';

/** Every measurement by the part of the desk it is about. Each brings its own floor, measured in the same run. */
const benches: Record<string, (quick: boolean) => Promise<Line[]>> = {
  desk: deskTyping,
  search,
};

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const names = Object.keys(benches).filter(
  (name) => only === undefined || only === name || only.startsWith(`${name}.`),
);
if (names.length === 0) {
  process.stderr.write(`no such measurement: ${only}. There are: ${Object.keys(benches).join(', ')}\n`);
  process.exit(2);
}

const display = needsVirtualDisplay() ? await startVirtualDisplay() : null;
if (display) process.env.DISPLAY = display.display;
let failed = false;
for (const name of names) {
  for (const line of (await benches[name]?.(quick)) ?? []) {
    process.stdout.write(`${JSON.stringify(line)}\n`);
    failed ||= !line.ok;
  }
}
display?.stop();
process.exit(failed ? 1 : 0);

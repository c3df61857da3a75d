import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Tail } from '../electron/engine/db/tail.ts';
import { verifyFolder } from '../electron/engine/db/verify.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'data-dir': { type: 'string' } },
});

function main(): number {
  const dataDir = values['data-dir'];
  if (positionals[0] !== 'verify' || !dataDir) {
    process.stderr.write('npm run -s audit -- verify --data-dir DIR\n');
    return 2;
  }
  const verdict = verifyFolder(
    dataDir,
    existsSync(join(dataDir, 'tail.jsonl')) ? Tail.lastLine(dataDir) : null,
  );
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  return verdict.ok ? 0 : 1;
}

process.exitCode = main();

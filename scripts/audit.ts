import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Tail } from '../electron/engine/db/tail.ts';
import { archiveProblem, type Verdict, verifyFolder } from '../electron/engine/db/verify.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'data-dir': { type: 'string' } },
});

/** The verdict on a folder; a file that is no database at all is a verdict too. */
function verify(dataDir: string): Verdict {
  const tail = existsSync(join(dataDir, 'tail.jsonl')) ? Tail.lastLine(dataDir) : null;
  try {
    const verdict = verifyFolder(dataDir, tail);
    if (!verdict.ok) return verdict;
    const lost =
      verdict.events > 0 && tail === null ? 'tail.jsonl is missing or empty' : archiveProblem(dataDir);
    return lost === null ? verdict : { ok: false, seq: verdict.events, problem: lost };
  } catch (error) {
    return { ok: false, seq: 0, problem: error instanceof Error ? error.message : String(error) };
  }
}

function main(): number {
  const dataDir = values['data-dir'];
  if (positionals[0] !== 'verify' || !dataDir) {
    process.stderr.write('npm run -s audit -- verify --data-dir DIR\n');
    return 2;
  }
  const verdict = verify(dataDir);
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  return verdict.ok ? 0 : 1;
}

process.exitCode = main();

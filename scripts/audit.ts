import { parseArgs } from 'node:util';
import { checkFolder } from '../electron/engine/audit/check.ts';
import { englishFinding } from '../electron/engine/audit/english.ts';
import { expectedSchemas } from '../electron/engine/audit/schema.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'data-dir': { type: 'string' } },
});

/** Prints the verdict as one line of JSON; what was found stands on stderr too, one English sentence a line. */
async function main(): Promise<number> {
  const dataDir = values['data-dir'];
  if (positionals[0] !== 'verify' || !dataDir) {
    process.stderr.write('npm run -s audit -- verify --data-dir DIR\n');
    return 2;
  }
  const verdict = checkFolder(dataDir, { expectedSchema: await expectedSchemas(), pages: true });
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  if (verdict.ok) return 0;
  for (const finding of verdict.findings) process.stderr.write(`${englishFinding(finding)}\n`);
  return 1;
}

process.exitCode = await main();

import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { differences } from './replay/facts.ts';
import { replay } from './replay/replay.ts';
import { ReplayStopped } from './replay/runner.ts';
import { readScript } from './replay/script.ts';
import { printSheet } from './replay/sheet.ts';

const usage =
  'npm run -s replay -- FILE --bureau BUREAU_FILE --data-dir DIR [--until T] [--json] [--sheet OUT.pdf]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bureau: { type: 'string' },
    'data-dir': { type: 'string' },
    until: { type: 'string' },
    json: { type: 'boolean', default: false },
    sheet: { type: 'string' },
  },
});

async function main(): Promise<number> {
  const [file] = positionals;
  const dataDir = values['data-dir'];
  if (!file || !values.bureau || !dataDir) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  mkdirSync(dataDir, { recursive: true });
  if (readdirSync(dataDir).includes('duty-desk.sqlite'))
    throw new Error(`${dataDir} already holds a database; a replay needs an empty folder`);
  const script = readScript(file);
  const facts = await replay(script, {
    bureauText: readFileSync(values.bureau, 'utf8'),
    dataDir,
    until: values.until,
  });
  if (values.sheet) await printSheet(dataDir, values.sheet);
  const wrong = values.until ? [] : differences(script.expect ?? {}, facts);
  process.stdout.write(values.json ? `${JSON.stringify(facts)}\n` : `${JSON.stringify(facts, null, 2)}\n`);
  for (const line of wrong) process.stderr.write(`differs: ${line}\n`);
  if (!facts.audit.ok) process.stderr.write('the audit chain does not verify\n');
  return wrong.length > 0 || !facts.audit.ok ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof ReplayStopped && values.json) {
      const { at, do: action, ref } = error.event;
      process.stdout.write(`${JSON.stringify({ error: { code: error.code, at, do: action, ref } })}\n`);
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);

import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PASSWORD, PIN } from '../scripts/replay/people.ts';
import { replay } from '../scripts/replay/replay.ts';
import type { DayScript, ScriptEvent } from '../scripts/replay/script.ts';

const sample = resolve(import.meta.dirname, '../resources/sample/bureau.json');
const bureauText = readFileSync(sample, 'utf8');
const bureau = JSON.parse(bureauText) as { people: { staffNo: string; name: string; roles: string[] }[] };

/** Everyone of the sample bureau who holds a role, in the file's order. */
export const withRole = (role: string) => bureau.people.filter((p) => p.roles.includes(role));

/** What the people of a seeded desk sign in with. */
export const credentials = { password: PASSWORD, pin: PIN };

const [leadA, leadB] = withRole('shiftLead');
const [liaisonA, liaisonB] = withRole('liaison').filter((p) => !p.roles.includes('shiftLead'));
const [officerA, officerB] = withRole('dutyOfficer').filter((p) => !p.roles.includes('liaison'));

/** Two whole crews of the sample bureau: the one on the desk and its relief. */
export const crews = {
  crew: {
    shiftLead: leadA?.name ?? '',
    liaison: liaisonA?.name ?? '',
    officers: [officerA?.name ?? ''],
    leaderOnDuty: null,
  },
  relief: {
    shiftLead: leadB?.name ?? '',
    liaison: liaisonB?.name ?? '',
    officers: [(officerB ?? officerA)?.name ?? ''],
    leaderOnDuty: null,
  },
};

/** The staff number of a person of the sample bureau. */
export const staffNoOf = (name: string) => bureau.people.find((p) => p.name === name)?.staffNo ?? '';

/** The text of the sample bureau file. */
export const sampleBureau = bureauText;

/**
 * A data folder in the middle of 2026-03-11: the first crew holds the desk since 08:30 and the events have happened.
 * Start the desk with `env` so that its clock goes on from there.
 */
export async function seedDay(
  events: ScriptEvent[],
  until: string,
): Promise<{ dataDir: string; env: Record<string, string> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'duty-desk-seed-'));
  const script: DayScript = { dutyDay: '2026-03-11', ...crews, events };
  await replay(script, { bureauText, dataDir, until });
  const day = until.startsWith('+') ? '2026-03-12' : '2026-03-11';
  return { dataDir, env: { DUTY_DESK_NOW: `${day}T${until.replace('+', '')}:00+08:00` } };
}

/**
 * `--data-dir DIR`: fills an empty folder with the sample bureau in the middle of a living day, so that somebody can play:
 * yesterday's typhoon with its sealed handover, today's market, and calls of the last hour in every stage.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { livingDay } from './demo/living-day.ts';
import { deskPeople } from './demo/sample.ts';
import { Stage } from './demo/stage.ts';

/** What everyone of the demo signs in with. */
const PASSWORD = 'zhibantai';
const PIN = '110110';

const say = (text: string) => process.stderr.write(`${text}\n`);

async function giveCredentials(stage: Stage): Promise<void> {
  const admin = deskPeople.find((p) => p.roles.includes('admin'));
  const desk = await stage.cast.client(admin?.name ?? '');
  await Promise.all(
    deskPeople.map(({ name }) => {
      const personId = stage.cast.person(name).id;
      return desk.people.setCredential({ personId, password: PASSWORD, pin: PIN });
    }),
  );
}

async function fill(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  if (readdirSync(dataDir).length > 0)
    throw new Error(`${dataDir} is not empty; the demo needs its own folder`);
  say('Filling the sample bureau and playing its last two days (half a minute) …');
  const nowMs = Date.now();
  const story = livingDay(nowMs);
  const stage = await Stage.open(dataDir, story);
  await stage.playUntil(nowMs);
  const onDuty = story.relief ?? story.crew;
  const lead = await stage.cast.client(onDuty.shiftLead);
  await lead.shifts.planRelief({ crew: stage.cast.crew(story.crew) });
  await giveCredentials(stage);
  await stage.close();
  introduce([onDuty.shiftLead, onDuty.liaison, ...onDuty.officers], story.crew.shiftLead);
}

/** Says with which staff numbers one can play. */
function introduce(onDuty: readonly string[], relief: string): void {
  say(`\nThe sample desk is ready. Password of everyone: ${PASSWORD}   PIN: ${PIN}\n`);
  for (const { staffNo, name, title, roles } of deskPeople) {
    const now = onDuty.includes(name) ? ' ← on duty' : name === relief ? ' ← relieves at the changeover' : '';
    say(`  ${staffNo}  ${name}  ${title}  (${roles.join(', ')})${now}`);
  }
  say('');
}

const { values } = parseArgs({ options: { 'data-dir': { type: 'string' } } });
const dataDir = values['data-dir'];
if (dataDir) {
  await fill(dataDir);
} else {
  say('node scripts/demo-data.ts --data-dir DIR');
  process.exitCode = 2;
}

/**
 * `npm run demo`: plays the sample days through the real engine, opens the real desk on them and leaves in out/demo/ the
 * sealed handover sheet, the registers and other papers, pictures of every page in both themes and two sizes, and
 * facts.json. Needs no display.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import display from '../e2e/display.ts';
import { Camera, looks, type Scene } from './demo/camera.ts';
import { papersOf } from './demo/papers.ts';
import { calendar, preparedTyphoon, sampleDay } from './demo/sample.ts';
import { Stage } from './demo/stage.ts';
import { differences } from './replay/facts.ts';
import { PASSWORD } from './replay/people.ts';
import { type DayScript, ScriptTime } from './replay/script.ts';
import { printSheet } from './replay/sheet.ts';

const root = resolve(import.meta.dirname, '..');
const out = join(root, 'out', 'demo');
const work = mkdtempSync(join(tmpdir(), 'duty-desk-demo-'));
const say = (text: string) => process.stderr.write(`${text}\n`);

/** 22:16:30, seven calls alive; +08:26, the sheet is frozen and the relief has come. */
const MID_STORM = '22:16:30';
const AT_HANDOVER = '+08:26:00';
const LIAISON = '2002';
const RELIEVING_LEAD = '2011';

const typhoon = preparedTyphoon();
const time = new ScriptTime(typhoon.dutyDay, calendar.timeZone);

/** Every page, and the forms an officer sees most. */
const scenes: readonly Scene[] = [
  { name: 'home', route: '/' },
  { name: 'instructions', route: '/instructions' },
  { name: 'log', route: '/log' },
  { name: 'handover', route: '/handover' },
  { name: 'archive', route: '/archive' },
  { name: 'posture', route: '/posture' },
  { name: 'groups', route: '/groups' },
  { name: 'supplies', route: '/supplies' },
  { name: 'paper', route: '/instructions/paper' },
  { name: 'statistics', route: '/statistics' },
  { name: 'allowance', route: '/statistics?tab=allowance' },
  { name: 'alarms', route: '/alarms' },
  { name: 'settings', route: '/settings?tab=people' },
  { name: 'detail', route: '/instructions', act: ({ page }) => openInstruction(page, '海神庙前街') },
  { name: 'intake', route: '/', act: ({ page }) => page.keyboard.press('F2') },
  { name: 'entry', route: '/log', act: ({ page }) => page.keyboard.press('F3') },
  { name: 'search', route: '/', act: ({ page }) => searchFor(page, '台风') },
  { name: 'help', route: '/', act: ({ page }) => page.keyboard.press('F1') },
];

/** Opens the detail page of the live instruction whose place begins so. */
async function openInstruction(page: Page, place: string): Promise<void> {
  await page.evaluate(async (begin) => {
    const { desk } = globalThis as unknown as {
      desk: { call: (door: string, body: string) => Promise<string> };
    };
    const reply = await desk.call('engine', JSON.stringify(['instructions.live', null, crypto.randomUUID()]));
    const { v } = JSON.parse(reply) as { v: { id: string; place: string }[] };
    window.location.hash = `/instructions/${v.find((i) => i.place.startsWith(begin))?.id ?? ''}`;
  }, place);
}

/** Opens the search and types. */
async function searchFor(page: Page, words: string): Promise<void> {
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog', { name: '搜索' });
  await dialog.getByRole('combobox', { name: '搜索内容' }).fill(words);
  await dialog.locator('mark').first().waitFor();
}

function build(): void {
  const done = spawnSync(process.execPath, [join(root, 'scripts', 'build-if-stale.mjs')], {
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) throw new Error('the build failed, see above');
}

async function factsOf(stage: Stage, script: DayScript) {
  const facts = await stage.facts();
  await stage.close();
  return { title: script.title, ...facts, differs: differences(script.expect ?? {}, facts) };
}

async function playTyphoon() {
  say('The typhoon night …');
  const stage = await Stage.open(join(work, 'typhoon'), typhoon);
  await stage.playUntil(time.ms(MID_STORM));
  await stage.snapshot(join(work, 'storm'));
  await stage.playUntil(time.ms(AT_HANDOVER));
  await stage.snapshot(join(work, 'handover'));
  await stage.playOut();
  return factsOf(stage, typhoon);
}

async function playMarket() {
  say('The market day …');
  const script = sampleDay('market');
  const stage = await Stage.open(join(work, 'market'), script);
  await stage.playOut();
  return factsOf(stage, script);
}

async function pictureStorm(): Promise<string[]> {
  const camera = await Camera.open(join(work, 'storm'), time.ms(MID_STORM), out);
  try {
    await camera.wear(looks[0] ?? never());
    const files = [await camera.picture('sign-in')];
    await camera.signIn(LIAISON, PASSWORD);
    for (const look of looks) files.push(...(await camera.pictures(scenes, look)));
    await camera.speak('en');
    files.push(...(await camera.pictures([{ name: 'home-en', route: '/' }], looks[0] ?? never())));
    return files;
  } finally {
    await camera.close();
  }
}

async function printStorm(): Promise<string[]> {
  const camera = await Camera.open(join(work, 'storm'), time.ms(MID_STORM), out);
  try {
    await camera.signIn(LIAISON, PASSWORD);
    return await papersOf(camera, typhoon.dutyDay);
  } finally {
    await camera.close();
  }
}

async function pictureHandover(): Promise<string[]> {
  const camera = await Camera.open(join(work, 'handover'), time.ms(AT_HANDOVER), out);
  try {
    await camera.signIn(RELIEVING_LEAD, PASSWORD);
    const files: string[] = [];
    for (const look of looks)
      files.push(
        ...(await camera.pictures(
          [
            { name: 'handover-frozen', route: '/handover' },
            { name: 'briefing', route: '/briefing' },
          ],
          look,
        )),
      );
    return files;
  } finally {
    await camera.close();
  }
}

function never(): never {
  throw new Error('no look is defined');
}

async function pictureWizard(): Promise<string[]> {
  const empty = join(work, 'empty');
  mkdirSync(empty);
  const camera = await Camera.open(empty, time.ms('08:30'), out);
  try {
    await camera.wear(looks[0] ?? never());
    return [await camera.picture('first-run')];
  } finally {
    await camera.close();
  }
}

async function main(): Promise<number> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  build();
  const stopDisplay = await display();
  try {
    const days = { typhoon: await playTyphoon(), market: await playMarket() };
    say('The sealed sheet …');
    await printSheet(join(work, 'typhoon'), join(out, 'handover-sheet.pdf'));
    say('The other papers …');
    const papers = await printStorm();
    say('Pictures of every page …');
    const pictures = [...(await pictureWizard()), ...(await pictureStorm()), ...(await pictureHandover())];
    const facts = { days, sheet: 'handover-sheet.pdf', papers, pictures };
    writeFileSync(join(out, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`);
    const wrong = Object.values(days).flatMap((day) => day.differs);
    for (const line of wrong) say(`differs: ${line}`);
    const broken = Object.values(days).some((day) => !day.audit.ok);
    if (broken) say('an audit chain does not verify');
    say(`${pictures.length} pictures, the sheet, ${papers.length} papers and facts.json are in ${out}`);
    rmSync(work, { recursive: true, force: true });
    return wrong.length > 0 || broken ? 1 : 0;
  } catch (error) {
    say(`The demo stopped; its data folders and logs are in ${work}`);
    throw error;
  } finally {
    stopDisplay?.();
  }
}

process.exitCode = await main();

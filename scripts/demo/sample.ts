import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Preparation } from '../../shared/handover/types.ts';
import { type DayScript, readScript, type ScriptEvent } from '../replay/script.ts';

const folder = resolve(import.meta.dirname, '../../resources/sample');

/** The text of the sample bureau file. */
export const sampleBureau = readFileSync(resolve(folder, 'bureau.json'), 'utf8');

type Bureau = {
  site: { timeZone: string; changeover: string; workingHours: [string, string][] };
  people: { staffNo: string; name: string; title: string; roles: string[] }[];
};
const bureau = JSON.parse(sampleBureau) as Bureau;

/** Zone, changeover and working hours of the sample site. */
export const calendar = bureau.site;

/** Those of the sample bureau who sign in at the desk. */
export const deskPeople = bureau.people.filter((p) => p.roles.length > 0);

/** A sample day by its name: `typhoon` or `market`. */
export const sampleDay = (name: 'typhoon' | 'market'): DayScript =>
  readScript(resolve(folder, `day-${name}.json`));

const preparation: Preparation = {
  selfTest: { phoneLine: true, speaker: true, clock: true, printer: true },
  clockCheck: null,
  notes: {
    toFollow: '潮音路灯箱砸车:次日16时前与店主、车主到场协商;2套破损雨具待核销。',
    important: '台风红色预警期间无人员死亡,一名伤者在市二院,由大队对接。',
    requirements: '俞静澜:预警降级后再排查一遍望江路、潮音路口支护点,结果报值班台。',
    inspections: '市督查组今日十点复查防台台账,资料在器材柜甲第二格。',
    articles: '值班电话2部、钥匙1串、公务车钥匙2把、值班章1枚。',
    other: '备用发电机已加满油。',
  },
  witness: '俞静澜',
};

/** The typhoon day with what its lead prepares for the handover, which day scripts cannot say. */
export function preparedTyphoon(): DayScript {
  const day = sampleDay('typhoon');
  const prepare: ScriptEvent = { at: '+08:15', do: 'prepare', preparation };
  return { ...day, events: [...day.events, prepare] };
}

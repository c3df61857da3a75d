import { seedDay } from '../e2e/seed.ts';
import type { ScriptEvent } from '../scripts/replay/script.ts';

/** Live instructions on the busy desk: eleven calls in a cluster, several times over. */
export const LIVE = 60;
const TEAMS = ['行政执法大队应急行动组', '市容环境卫生管理处应急行动组', '市场开发服务中心应急行动组'];

const clock = (minute: number) =>
  `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const call = (n: number): ScriptEvent[] => {
  const at = clock(Math.floor(n / 3));
  const ref = `A${n}`;
  const received = {
    at,
    do: 'receive',
    ref,
    centreNo: `110-${n}`,
    issuedAt: at,
    caller: `报警人${n}`,
    phone: `138000${String(10_000 + n)}`,
    place: `新华街${n + 1}号楼前广场东侧人行道`,
    zone: n % 4 === 0 ? 'other' : 'mainUrban',
    category: (n % 7) + 1,
    text: `户外广告牌被大风吹松，随时可能坠落，已有行人围观。第${n + 1}起。`,
    severity: n % 9 === 0 ? '较大' : '一般',
  };
  if (n % 2 === 0) return [received];
  return [received, { at, do: 'dispatch', ref, to: TEAMS[n % TEAMS.length] ?? '' }];
};

const events = (live: number): ScriptEvent[] => Array.from({ length: live }, (_, n) => call(n)).flat();

/** A data folder with so many live instructions; with 60 of them more than 500 alarms wait unsettled at its time. */
export const busyDesk = (live: number) => seedDay(events(live), '10:40');

import {
  type Stage,
  stages,
  type TimelinessGroup,
  type TimelinessReport,
} from '../../../shared/timeliness/types.ts';
import {
  arrivalText,
  explanationText,
  groupingWords,
  leftOutText,
  nowhereWords,
  percent,
  periodText,
  stageWords,
  stampText,
} from '../../../shared/timeliness/words.ts';
import type { SheetCell, SheetTable } from '../office/xlsx.ts';

const headOf = (report: TimelinessReport) => `${report.siteName} ${report.deskName}`;

function notesOf(report: TimelinessReport): string[] {
  const { period, total, timeZone, asOfMs } = report;
  return [
    `${headOf(report)}  签收时间：${periodText(report)}  指令 ${total.instructions} 件  截至 ${stampText(asOfMs, timeZone)}`,
    [
      leftOutText(report.leftOut),
      period.by === 'team' ? '一件指令派多支队伍的，签收、派送、反馈计入首派队伍，到场各计各队。' : '',
    ].join(''),
  ].filter(Boolean);
}

/** Upper ends of all stages together: each row fills the columns of its own classes. */
function boundsOf(report: TimelinessReport): number[] {
  return [...new Set(stages.flatMap((s) => report.buckets[s]))].sort((a, b) => a - b);
}

function rowOf(
  group: TimelinessGroup,
  name: string,
  stage: Stage,
  report: TimelinessReport,
  bounds: number[],
) {
  const { measured, pending, counts, medianMinutes, p90Minutes } = group.stages[stage];
  const rate = stage === 'acceptance' ? null : group.rates[stage];
  const own = report.buckets[stage];
  const classes = bounds.map((bound): SheetCell => {
    const at = own.indexOf(bound);
    return at === -1 ? null : (counts[at] ?? 0);
  });
  return [
    ...[name, group.instructions, stageWords[stage], measured, pending],
    ...[medianMinutes, p90Minutes],
    ...[rate?.numerator ?? null, rate?.denominator ?? null, rate ? percent(rate) : null],
    ...[...classes, counts[own.length] ?? 0],
  ];
}

/** The figures of a report: one row for each group and span, the total first. */
export function figuresTable(report: TimelinessReport): SheetTable {
  const { by } = report.period;
  const bounds = boundsOf(report);
  const groups: [string, TimelinessGroup][] = [
    ['合计', report.total],
    ...report.groups.map((g): [string, TimelinessGroup] => [g.label || nowhereWords[by], g]),
  ];
  return {
    sheetName: '时效统计',
    title: '110应急联动指令时效统计表',
    notes: [
      ...notesOf(report),
      '用时分段：该栏为上一个有数的栏以上、本栏以内（含）的件数；空栏不是该环节的分段。',
    ],
    columns: [
      { header: groupingWords[by], width: 26 },
      { header: '指令', width: 7 },
      { header: '环节', width: 7 },
      { header: '已计', width: 7 },
      { header: '未结束', width: 8 },
      { header: '中位(分)', width: 9 },
      { header: '九成(分)', width: 9 },
      { header: '及时', width: 7 },
      { header: '应计', width: 7 },
      { header: '及时率', width: 9, align: 'right' },
      ...bounds.map((bound) => ({ header: `≤${bound}分`, width: 8 })),
      { header: '更长', width: 8 },
    ],
    rows: groups.flatMap(([name, group]) => stages.map((stage) => rowOf(group, name, stage, report, bounds))),
  };
}

/** The late teams of a report with what was explained. */
export function lateTable(report: TimelinessReport): SheetTable {
  const { timeZone, late } = report;
  const { numerator, denominator } = report.total.rates.arrival;
  return {
    sheetName: '超时清单',
    title: '到场超时清单',
    notes: [
      ...notesOf(report),
      `应计到场 ${denominator} 队次，及时 ${numerator}，超时 ${late.length}；说明原因不改变超时。`,
    ],
    columns: [
      { header: '序号', width: 6 },
      { header: '指令编号', width: 14 },
      { header: '地点', width: 28 },
      { header: '队伍', width: 24 },
      { header: '签收时间', width: 16 },
      { header: '应到时间', width: 16 },
      { header: '到场时间', width: 18 },
      { header: '超时(分)', width: 9 },
      { header: '原因说明', width: 48 },
    ],
    rows: late.map((row, n) => [
      n + 1,
      row.number,
      row.place,
      row.team,
      stampText(row.receivedAtMs, timeZone),
      stampText(row.deadlineMs, timeZone),
      arrivalText(row, timeZone),
      row.lateMinutes,
      explanationText(row, timeZone),
    ]),
  };
}

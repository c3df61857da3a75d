import type { Handover, Sheet } from '../handover/types.ts';
import type { FormBlock, FormCell, FormPaper } from './form-blocks.ts';
import { FORM_COLUMNS } from './form-blocks.ts';
import { type PaperClock, paperClock } from './paper-time.ts';
import { addendumBy, addendumText } from './sheet-addenda.ts';
import {
  backupText,
  clockCheckText,
  crewAttendance,
  faultText,
  heldSpan,
  isWhole,
  remarkText,
  watchText,
  weatherText,
} from './sheet-head.ts';
import { itemDue, itemName, itemOwed, itemText, trailText } from './sheet-items.ts';
import { type NoteLine, paperLines, rollCallLines, sectionLines } from './sheet-notes.ts';
import { crewNames, hexGroups, leaderText, summaryText } from './sheet-summary.ts';
import { shownSupplies, supplyCells } from './sheet-supplies.ts';

const LABEL = 3;
const cell = (text: string, width: number): FormCell => ({ text, width });
const label = (text: string, width = LABEL): FormCell => ({ text, width, label: true });
const centre = (text: string, width: number): FormCell => ({ text, width, centre: true });
const row = (...cells: FormCell[]): FormBlock => ({ kind: 'row', cells });
const heads = (...cells: [string, number][]): FormBlock => ({
  kind: 'heads',
  cells: cells.map(([text, width]) => ({ text, width, label: true })),
});
const whole = (name: string, text: string): FormBlock[] =>
  text === '' ? [] : [row(label(name), cell(text, FORM_COLUMNS - LABEL))];

/** 可编辑副本，以封存原件为准: what every editable copy says of itself, with number and fingerprint. */
export function copyNote({ number, chain, documentSha256 }: Handover): string[] {
  return [
    '可编辑副本，以封存原件为准。',
    `编号 ${number || '（未编号）'}${chain ? `；记录链序号 ${chain.seq}，链首 ${hexGroups(chain.head)}` : '；尚未签字'}`,
    ...(documentSha256 ? [`封存原件 SHA-256 ${hexGroups(documentSha256)}`] : []),
  ];
}

/** The handover sheet as parts of an editable copy, in the order and words of the paper. */
export function sheetPaper(sheet: Sheet): FormPaper {
  const { handover } = sheet;
  const { snapshot } = handover;
  const clock = paperClock(snapshot.dutyDay, snapshot.timeZone);
  const [from, to] = heldSpan(handover);
  const [first = '', ...rest] = copyNote(handover);
  return {
    title: `交接班记录表 ${handover.number}`.trim(),
    blocks: [
      { kind: 'subtitle', text: `${snapshot.siteName} ${snapshot.deskName}` },
      { kind: 'title', text: '交接班记录表' },
      {
        kind: 'line',
        texts: [
          `编号：${handover.number || '（冻结时编号）'}`,
          `本班：${clock.full(from)} 至 ${clock.dayTime(to)}（${clock.weekday(from)}）`,
        ],
      },
      { kind: 'note', texts: [first] },
      ...headBlocks(sheet, clock),
      ...itemBlocks(handover, clock),
      ...noteBlocks(handover, clock),
      ...supplyBlocks(handover, clock),
      ...addendaBlocks(sheet, clock),
      signatureBlock(sheet, clock),
      { kind: 'note', texts: [first, ...rest] },
    ],
  };
}

function headBlocks(sheet: Sheet, clock: PaperClock): FormBlock[] {
  const { handover, incoming } = sheet;
  const { snapshot } = handover;
  const half = FORM_COLUMNS / 2 - LABEL;
  const pair = (a: string, first: string, b: string, second: string) =>
    row(label(a), cell(first, half), label(b), cell(second, half));
  const crew = (people: typeof incoming) =>
    crewNames(people)
      .map((p) => `${p.name}（${p.duties}）`)
      .join(' ') || '—';
  return [
    pair('交班人员', crew(snapshot.outgoing), '接班人员', crew(incoming)),
    pair(
      '到岗情况',
      crewAttendance(snapshot.outgoing, clock, snapshot.absences),
      '接班到岗',
      crewAttendance(incoming, clock),
    ),
    pair('带班领导', leaderText(snapshot.outgoing, clock), '天气状态', weatherText(snapshot, clock)),
    ...whole('本班概要', summaryText(snapshot)),
    ...whole('值守时段', watchText(handover, clock)),
    ...whole('班组标注', faultText(sheet)),
    ...whole('交接说明', remarkText(handover)),
  ];
}

const decisions = { accepted: '接受', refused: '拒收' } as const;

function itemBlocks({ items, snapshot, frozenAtMs }: Handover, clock: PaperClock): FormBlock[] {
  const toFollow = sectionLines(snapshot, 'toFollow', clock);
  return [
    { kind: 'band', text: '一、在办事项与跟踪（接班人逐项核对）' },
    heads(['编号', 3], ['地点', 4], ['情况与尚欠事项', 8], ['承办 / 时限', 4], ['核对', 2], ['备注', 3]),
    ...(items.length === 0 ? [row(cell('无在办事项，无跟踪事项。', FORM_COLUMNS))] : []),
    ...items.map((item) => {
      const owed = itemOwed(item);
      return row(
        centre(itemName(item, snapshot), 3),
        cell(item.place || '—', 4),
        cell(
          [itemText(item, snapshot), owed && `欠：${owed}`, trailText(item.trail, clock)]
            .filter(Boolean)
            .join('\n'),
          8,
        ),
        cell([item.owner || '—', itemDue(item, frozenAtMs, clock)].filter(Boolean).join('\n'), 4),
        centre(item.decision === null ? '未核' : decisions[item.decision], 2),
        cell(item.reason, 3),
      );
    }),
    ...(toFollow.length > 0 ? whole('待跟进', linesText(toFollow)) : []),
  ];
}

const linesText = (lines: readonly NoteLine[]) =>
  lines.length === 0
    ? '无'
    : lines.map(({ time, text }) => [time, text].filter(Boolean).join(' ')).join('\n');

function noteBlocks({ snapshot }: Handover, clock: PaperClock): FormBlock[] {
  return [
    { kind: 'band', text: '二、重要事项' },
    row(cell(linesText(sectionLines(snapshot, 'important', clock)), FORM_COLUMNS)),
    { kind: 'band', text: '三、工作要求（领导批示）' },
    row(cell(linesText(sectionLines(snapshot, 'requirements', clock)), FORM_COLUMNS)),
    ...whole('检查内容', linesText(sectionLines(snapshot, 'inspections', clock))),
    ...whole('交接物品', linesText(sectionLines(snapshot, 'articles', clock))),
    ...(isWhole(snapshot)
      ? [
          ...whole('在手公文', linesText(paperLines(snapshot))),
          ...whole('点名', linesText(rollCallLines(snapshot, clock))),
        ]
      : []),
    ...whole('其他', linesText(sectionLines(snapshot, 'other', clock))),
  ];
}

const tests = { phoneLine: '值班电话', speaker: '告警试音', clock: '时钟核对', printer: '打印机' } as const;

function supplyBlocks(handover: Handover, clock: PaperClock): FormBlock[] {
  const { snapshot } = handover;
  const { selfTest } = snapshot.preparation;
  const shown = shownSupplies(snapshot);
  const compared = clockCheckText(snapshot.preparation);
  const backup = backupText(snapshot, clock);
  const said = Object.entries(tests).map(
    ([key, name]) =>
      `${name}${selfTest[key as keyof typeof tests] ? '√' : '（未检）'}${key === 'clock' && compared !== '' ? compared : ''}`,
  );
  return [
    { kind: 'band', text: '四、物资与设备' },
    heads(['物资', 6], ['账面', 2], ['清点', 3], ['在外', 2], ['领用人 / 应还', 11]),
    ...(shown.length === 0 ? [row(cell('无重点物资，无未归还物资。', FORM_COLUMNS))] : []),
    ...shown.map((item) => {
      const c = supplyCells(item, handover, clock);
      return row(
        cell(item.name, 6),
        centre(String(item.balance), 2),
        centre(c.counted, 3),
        centre(String(item.out), 2),
        cell(c.holders, 11),
      );
    }),
    ...whole('设备自检', [...said, backup && `备份 ${backup}`].filter(Boolean).join('　')),
  ];
}

function addendaBlocks({ handover, addenda }: Sheet, clock: PaperClock): FormBlock[] {
  const until = handover.signedAtMs === null ? '签字' : ` ${clock.time(handover.signedAtMs)} 签字`;
  const lines = addenda.map((a) => `${clock.time(a.atMs)} ${addendumText(a)}${addendumBy(a)}`);
  return [
    { kind: 'band', text: `五、冻结后补记（${clock.time(handover.frozenAtMs)} 至${until}）` },
    ...(lines.length === 0 ? ['无'] : lines).map((text) => row(cell(text, FORM_COLUMNS))),
  ];
}

function signatureBlock({ handover, readings }: Sheet, clock: PaperClock): FormBlock {
  const signed = (name: string, s: Handover['outgoingSignature']) =>
    cell(
      s
        ? `${name}：\n${s.name}（PIN签）\n${clock.dayTime(s.atMs).split(' ')[0]} ${clock.seconds(s.atMs)}`
        : `${name}：`,
      6,
    );
  return {
    kind: 'row',
    tall: true,
    cells: [
      signed('交班值班长', handover.outgoingSignature),
      signed('接班值班长', handover.incomingSignature),
      cell(['监交人：', handover.snapshot.preparation.witness].filter(Boolean).join('\n'), 6),
      cell(
        ['带班领导阅签：', ...readings.map((r) => `${r.name} ${clock.time(r.atMs)} ${r.remark}`.trim())].join(
          '\n',
        ),
        6,
      ),
    ],
  };
}

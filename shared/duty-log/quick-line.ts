import type { LogKind } from './types.ts';

/** Words by which a kind is guessed from a quick line, and the `#` tags that set it. First match wins. */
const guesses: readonly (readonly [LogKind, RegExp])[] = [
  ['rollCall', /点名|应答/],
  ['weather', /天气|预警|气温|降雪|降雨|大风|台风|阵风|℃/],
  ['document', /来文|文件|公文|传真|通知》|关于.+的通知/],
  ['walkIn', /来访|上访|到访/],
  ['leaderInstruction', /批示|指示/],
  ['inspection', /检查|督查|抽查/],
  ['patrol', /巡查|巡视/],
  ['report', /报送|续报|初报|终报|上报/],
  ['equipment', /设备|故障|电脑|打印机|线路|对讲机/],
  ['callIn', /来电|电话|致电|询问|反映|投诉/],
];

const tags: Record<string, LogKind> = {
  来电: 'callIn',
  指令: 'instruction',
  来访: 'walkIn',
  来文: 'document',
  检查: 'inspection',
  点名: 'rollCall',
  巡查: 'patrol',
  报送: 'report',
  批示: 'leaderInstruction',
  设备: 'equipment',
  天气: 'weather',
  其他: 'other',
  上级检查: 'inspection',
  信息报送: 'report',
  领导批示: 'leaderInstruction',
};

/** What is being typed right before the caret: a `#` or `@` mark (also full-width) with its beginning; null outside one. */
export function markBefore(line: string, caret: number): { sign: '#' | '@'; typed: string } | null {
  const found = /(?:^|\s)([#＃@＠])([^\s#＃@＠]{0,20})$/.exec(line.slice(Math.max(0, caret - 24), caret));
  if (!found) return null;
  return { sign: '#＃'.includes(found[1] ?? '') ? '#' : '@', typed: found[2] ?? '' };
}

/**
 * What a quick line means: `#类别` sets the kind, `@人` the source, `!重要` or a lone `!` marks it important; the signs may be
 * full-width, as an input method writes them.
 */
export function parseQuickLine(line: string): {
  text: string;
  kind: LogKind;
  guessed: boolean;
  from: string;
  important: boolean;
} {
  let kind: LogKind | undefined;
  let from = '';
  let important = false;
  const text = line
    .replace(/(^|\s)[#＃](\S+)/g, (whole, lead: string, tag: string) => {
      const known = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
      if (!known) return whole;
      kind = known;
      return lead;
    })
    .replace(/(^|\s)[@＠](\S+)/g, (_whole, lead: string, who: string) => {
      from = who;
      return lead;
    })
    .replace(/(^|\s)[!！](重要|\s|$)/g, (_whole, lead: string) => {
      important = true;
      return lead;
    })
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  const guess = guesses.find(([, words]) => words.test(text))?.[0] ?? 'other';
  return { text, kind: kind ?? guess, guessed: kind === undefined, from, important };
}

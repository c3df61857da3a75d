import type { LogKind } from '../../../shared/duty-log/types.ts';
import { FIRST_PAGE, type FoundKind } from '../../../shared/search/find.ts';

/** What the fields of the search say. Kept per person until it is changed. */
export type Asked = {
  words: string;
  kind: FoundKind | '';
  logKind: LogKind | '';
  from: string;
  to: string;
  personId: string;
  unitId: string;
  open: boolean;
  /** What was searched for and led somewhere, the latest first. */
  recent: string[];
};

export const nothingAsked: Asked = {
  words: '',
  kind: '',
  logKind: '',
  from: '',
  to: '',
  personId: '',
  unitId: '',
  open: false,
  recent: [],
};

/** The filters of `Asked` that are not a kind. */
export const noFilters = { logKind: '', from: '', to: '', personId: '', unitId: '', open: false } as const;

const RECENT = 8;

/** Words that led to a hit, put before the earlier ones. */
export const withRecent = (recent: readonly string[], words: string): string[] => {
  const said = words.trim();
  if (said === '') return [...recent];
  return [said, ...recent.filter((r) => r !== said)].slice(0, RECENT);
};

/** Whether anything besides words narrows the search. */
export const isNarrowed = (asked: Asked): boolean =>
  asked.logKind !== '' ||
  asked.from !== '' ||
  asked.to !== '' ||
  asked.personId !== '' ||
  asked.unitId !== '' ||
  asked.open;

/** Whether there is anything to ask the engine. */
export const isAsked = (asked: Asked): boolean =>
  asked.words.trim() !== '' || asked.kind !== '' || isNarrowed(asked);

/** Rows fetched when one reads on. */
const NEXT_PAGE = 40;

/** The engine's question. */
export const inputOf = (asked: Asked, before: number | null) => ({
  words: asked.words.slice(0, 200),
  kinds: asked.kind === '' ? [] : [asked.kind],
  logKinds: asked.logKind === '' ? [] : [asked.logKind],
  fromDay: asked.from || null,
  toDay: asked.to || null,
  personId: asked.personId || null,
  unitId: asked.unitId || null,
  open: asked.open,
  before,
  limit: before === null ? FIRST_PAGE : NEXT_PAGE,
});

/** What a record is asked for besides its words. */
export type Facts = {
  /** Kind of a log entry. */
  logKind?: string;
  /** Everybody who wrote in it or answers for it. */
  personIds?: Iterable<string>;
  /** Units it was sent to, belongs to, or that it names. */
  unitIds?: Iterable<string>;
  /** Something of it is not done yet. */
  open: boolean;
};

/** The key of entries of a kind. */
export const logKindKey = (kind: string): string => `log${kind}`;
/** The key of what a person wrote or answers for. */
export const personKey = (id: string): string => `by${id}`;
/** The key of what a unit has to do with. */
export const unitKey = (id: string): string => `unit${id}`;
/** The key of what is not done yet. */
export const OPEN_KEY = 'open';

/** The keys under which the index holds facts, each once. */
export const factKeys = ({ logKind, personIds = [], unitIds = [], open }: Facts): string[] => [
  ...new Set([
    ...(logKind === undefined ? [] : [logKindKey(logKind)]),
    ...[...personIds].map(personKey),
    ...[...unitIds].map(unitKey),
    ...(open ? [OPEN_KEY] : []),
  ]),
];

/** Units that a text names. */
export const unitsNamed = (units: readonly { id: string; name: string }[], text: string): string[] =>
  units.filter((unit) => text.includes(unit.name)).map((unit) => unit.id);

import type { AlarmSignal, Language } from '../../../shared/protocol.ts';

/** One native notification. */
export type Notice = { body: string; urgent: boolean };

/** More than these in one go are summed up. */
const EACH = 3;
/** After something was shown, what comes within this time is shown together. */
const GATHER_MS = 10_000;

const words = {
  'zh-CN': {
    kind: (kind: string, count: number) => `${kind} ${count} 项`,
    sum: (n: number) => `新增 ${n} 项告警`,
  },
  en: {
    kind: (kind: string, count: number) => `${kind}: ${count}`,
    sum: (n: number) => `${n} new alarms`,
  },
} as const;

/** Makes notifications of fresh alarms: a few by themselves, a burst as one with counts per kind. */
export class NoticeGatherer {
  readonly #language: () => Language;
  #waiting: AlarmSignal[] = [];
  #quietUntilMs = Number.NEGATIVE_INFINITY;

  constructor(language: () => Language) {
    this.#language = language;
  }

  /** Takes what is new and returns what to show now; call it every second, also with nothing new. */
  take(fresh: readonly AlarmSignal[], nowMs: number): Notice[] {
    this.#waiting.push(...fresh);
    // A clock that was set back must not keep anything waiting longer than the gap.
    const gathering = nowMs < this.#quietUntilMs && this.#quietUntilMs - nowMs <= GATHER_MS;
    if (this.#waiting.length === 0 || gathering) return [];
    const some = this.#waiting.sort((a, b) => a.level - b.level || a.dueAtMs - b.dueAtMs);
    this.#waiting = [];
    this.#quietUntilMs = nowMs + GATHER_MS;
    if (some.length <= EACH) return some.map((alarm) => ({ body: alarm.text, urgent: alarm.level === 1 }));
    return [{ body: this.#summary(some), urgent: some.some((alarm) => alarm.level === 1) }];
  }

  /** `新增 60 项告警`, a line per kind, and the most urgent in full. The kind is what a signal's text begins with. */
  #summary(alarms: readonly AlarmSignal[]): string {
    const { kind, sum } = words[this.#language()];
    const counts = new Map<string, number>();
    for (const { text } of alarms) {
      const name = text.split(' · ')[0] ?? text;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const kinds = [...counts].map(([name, count]) => kind(name, count));
    return [sum(alarms.length), ...kinds, alarms[0]?.text ?? ''].join('\n');
  }
}

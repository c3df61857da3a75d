import { useTranslation } from 'react-i18next';
import type {
  Grouping,
  Rate,
  Stage,
  TimelinessGroup,
  TimelinessReport,
} from '../../../shared/timeliness/types.ts';
import { percent } from '../../../shared/timeliness/words.ts';

/** Words of the figures in the window's language. */
export function useFigureWords() {
  const { t } = useTranslation();
  return {
    /** `92.3%（24/26）`: never a rate without its denominator. */
    rate: (rate: Rate) =>
      rate.denominator === 0
        ? t(($) => $.timeliness.rate.none)
        : t(($) => $.timeliness.rate.text, { percent: percent(rate), ...rate }),
    /** The name of a group, or the word for what has none. */
    group: (group: Pick<TimelinessGroup, 'label'>, by: Grouping) =>
      group.label || t(($) => $.timeliness.nowhere[by]),
    /** The classes of a stage's buckets in their order. */
    buckets: (report: TimelinessReport, stage: Stage): string[] => {
      const limits = report.buckets[stage];
      return [...limits, null].map((to, n) => {
        const from = limits[n - 1] ?? 0;
        if (to === null) return t(($) => $.timeliness.bucket.last, { from });
        return n === 0
          ? t(($) => $.timeliness.bucket.first, { to })
          : t(($) => $.timeliness.bucket.between, { from, to });
      });
    },
    /** The same classes without the unit, for a table whose head says minutes. */
    classes: (report: TimelinessReport, stage: Stage): string[] => {
      const limits = report.buckets[stage];
      const between = limits.map((to, n) => (n === 0 ? `≤${to}` : `${limits[n - 1]}–${to}`));
      return [...between, `>${limits.at(-1) ?? 0}`];
    },
    /** Minutes with one decimal, a dash without any. */
    minutes: (value: number | null) => (value === null ? '—' : String(value)),
  };
}

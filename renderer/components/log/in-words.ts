import { wordOf } from '../../locales/dynamic.ts';

/** The summary carries codes where the record does; a reader gets their words. */
export const inWords = (summary: string) =>
  summary
    .split(' · ')
    .map((part) =>
      wordOf(
        'instructions.severity',
        part,
        wordOf(
          'common.zone',
          part,
          wordOf('instructions.correctField', part, wordOf('instructions.scope', part, part)),
        ),
      ),
    )
    .join(' · ');

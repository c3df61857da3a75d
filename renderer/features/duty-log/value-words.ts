import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldChange, LogKind } from '../../../shared/duty-log/types.ts';
import { useFormat } from '../../app/format.ts';
import { wordOf } from '../../locales/dynamic.ts';
import { type FieldName, labelKey } from './form-layout.ts';

const formNames: Partial<Record<FieldChange['field'], FieldName>> = {
  occurredAtMs: 'occurred',
  calledAtMs: 'called',
  answeredAtMs: 'answered',
};

const coded: Partial<Record<FieldChange['field'], string>> = {
  kind: 'common.logKind',
  urgency: 'log.urgency',
  secrecy: 'log.secrecy',
  gender: 'log.gender',
  stage: 'log.stage',
};

/** Words for fields and their values as an entry of this kind calls them; nothing said is a dash. */
export function useValueWords(kind: LogKind) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => ({
      label: (field: FieldChange['field']): string => {
        if (field === 'kind') return t(($) => $.log.form.kind);
        if (field === 'important') return t(($) => $.log.important);
        const name = formNames[field] ?? (field as FieldName);
        return t(($) => $.log.field[labelKey(kind, name)]);
      },
      value: (field: FieldChange['field'], value: FieldChange['before']): string => {
        if (value === null || value === '') return '—';
        if (typeof value === 'boolean') return value ? t(($) => $.common.yes) : t(($) => $.common.no);
        if (formNames[field] !== undefined && typeof value === 'number')
          return `${format.day(value)} ${format.timeSeconds(value)}`;
        const section = coded[field];
        return section === undefined ? String(value) : wordOf(section, String(value), String(value));
      },
    }),
    [t, format, kind],
  );
}

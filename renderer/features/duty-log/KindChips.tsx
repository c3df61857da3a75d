import { Chip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type LogKind, logKindSchema, logKinds } from '../../../shared/duty-log/types.ts';
import css from './form.module.css';

type Props = { kind: LogKind; onChange: (kind: LogKind) => void };

/** The kinds of entry, all in sight. */
export function KindChips({ kind, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={css.kinds}>
      <legend className={css.legend}>{t(($) => $.log.form.kind)}</legend>
      <Chip.Group
        value={kind}
        onChange={(typed) => {
          const next = logKindSchema.safeParse(typed);
          if (next.success) onChange(next.data);
        }}
      >
        <div className={css.chips}>
          {logKinds.map((each) => (
            <Chip key={each} value={each} size="xs" radius="sm" variant="outline" className={css.chip}>
              {t(($) => $.common.logKind[each])}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </fieldset>
  );
}

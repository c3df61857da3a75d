import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldErrors } from '../../app/field-words.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow, useNow } from '../../app/now.ts';
import { TimeField } from '../../components/TimeField.tsx';
import { readTime } from '../../components/time-text.ts';
import css from './form.module.css';

type Props = {
  called: string;
  answered: string;
  errors: FieldErrors;
  onChange: (field: 'called' | 'answered', typed: string) => void;
};

/** Longer than this nobody is still waiting for an answer at the telephone, ms. */
const FORGOTTEN_MS = 60 * 60_000;

/** 点名应答: two large stamps, the seconds running while no answer has come. */
export function RollStamps({ called, answered, errors, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const stamp = () => format.timeSeconds(engineNow());
  return (
    <div className={css.stamps}>
      <div className={css.stamp}>
        <Button
          size="lg"
          variant={called === '' ? 'filled' : 'default'}
          onClick={() => onChange('called', stamp())}
        >
          {t(($) => $.log.form.stampCall)}
        </Button>
        <TimeField
          aria-label={t(($) => $.log.field.called)}
          placeholder="HH:MM:SS"
          size="lg"
          value={called}
          error={errors.called}
          onChange={(typed) => onChange('called', typed)}
        />
      </div>
      <div className={css.stamp}>
        <Button
          size="lg"
          variant={called !== '' && answered === '' ? 'filled' : 'default'}
          disabled={called === ''}
          onClick={() => onChange('answered', stamp())}
        >
          {t(($) => $.log.form.stampAnswer)}
        </Button>
        <TimeField
          aria-label={t(($) => $.log.field.answered)}
          placeholder="HH:MM:SS"
          size="lg"
          value={answered}
          error={errors.answered}
          onChange={(typed) => onChange('answered', typed)}
        />
      </div>
      <AnswerSeconds called={called} answered={answered} />
    </div>
  );
}

function AnswerSeconds({ called, answered }: { called: string; answered: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const from = readTime(called, now, format.timeZone);
  if (from === undefined) return <output className={css.seconds} />;
  const to = answered.trim() === '' ? now : readTime(answered, now, format.timeZone);
  if (to === undefined) return <output className={css.seconds} />;
  const running = answered.trim() === '';
  if (running && to - from > FORGOTTEN_MS) return <output className={css.seconds} />;
  if (to < from && !running)
    return <output className={css.wrong}>◆ {t(($) => $.log.form.notInOrder)}</output>;
  const seconds = format.seconds(Math.max(0, Math.round((to - from) / 1000)));
  return (
    <output className={css.seconds} aria-live={running ? 'off' : 'polite'}>
      {running ? t(($) => $.log.form.waiting, { seconds }) : t(($) => $.log.form.seconds, { seconds })}
    </output>
  );
}

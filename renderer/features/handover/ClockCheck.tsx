import { Autocomplete, Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLOCK_WARNING_MS, clockAheadMs, nearestTo } from '../../../shared/handover/prepare.ts';
import type { Preparation } from '../../../shared/handover/types.ts';
import { fieldMessage } from '../../app/errors.ts';
import { type Format, useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { readTime } from '../../components/time-text.ts';
import { type CheckProps, CheckRow } from './CheckRow.tsx';
import css from './prepare.module.css';

const sources = ['speakingClock', 'mobile', 'beidou', 'television'] as const;

/** 时钟核对: what a reference shows, typed; at Enter the desk notes its own clock beside it and the difference in seconds. */
export function ClockCheck({ values, change, readOnly }: CheckProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const stored = values.clockCheck;
  const [reference, setReference] = useState(
    stored?.reference ?? t(($) => $.handover.prepare.clock.source.speakingClock),
  );
  const compare = () => {
    const deskMs = engineNow();
    const read = readTime(typed, deskMs, format.timeZone);
    if (read === undefined) {
      setProblem(fieldMessage(typed.trim() === '' ? 'required' : 'time'));
      return;
    }
    const check = { reference: reference.trim(), referenceMs: nearestTo(deskMs, read), deskMs };
    const near = Math.abs(clockAheadMs(check)) <= CLOCK_WARNING_MS;
    change({ ...values, clockCheck: check, selfTest: { ...values.selfTest, clock: near } });
    setTyped('');
    setProblem(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    compare();
  };
  const far = stored !== null && Math.abs(clockAheadMs(stored)) > CLOCK_WARNING_MS;
  const said = stored ? comparedText(stored, format, t) : t(($) => $.handover.prepare.clock.how);
  return (
    <CheckRow
      name="clock"
      values={values}
      change={change}
      readOnly={readOnly}
      result={{
        text: far ? `${said}。${t(($) => $.handover.prepare.clock.far)}` : said,
        tone: stored === null ? 'dim' : far ? 'warning' : 'good',
      }}
    >
      <Autocomplete
        className={css.reference}
        size="sm"
        aria-label={t(($) => $.handover.prepare.clock.reference)}
        data={sources.map((source) => t(($) => $.handover.prepare.clock.source[source]))}
        filter={({ options }) => options}
        maxLength={60}
        readOnly={readOnly}
        value={reference}
        onChange={setReference}
      />
      <TextInput
        className={css.shown}
        size="sm"
        aria-label={t(($) => $.handover.prepare.clock.shows)}
        placeholder={format.time(engineNow() + 60_000)}
        autoComplete="off"
        spellCheck={false}
        readOnly={readOnly}
        value={typed}
        error={problem}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <Button size="compact-md" disabled={readOnly} onClick={compare}>
        {t(($) => $.handover.prepare.clock.compare)}
      </Button>
    </CheckRow>
  );
}

type Check = NonNullable<Preparation['clockCheck']>;

function comparedText(check: Check, format: Format, t: ReturnType<typeof useTranslation>['t']): string {
  const seconds = Math.round(clockAheadMs(check) / 1000);
  const reference = check.reference || t(($) => $.handover.prepare.clock.reference);
  if (seconds === 0) return t(($) => $.handover.prepare.clock.equal, { reference });
  const said = {
    reference,
    seconds: format.seconds(Math.abs(seconds)),
    shown: format.timeSeconds(check.referenceMs),
    desk: format.timeSeconds(check.deskMs),
  };
  return seconds > 0
    ? t(($) => $.handover.prepare.clock.fast, said)
    : t(($) => $.handover.prepare.clock.slow, said);
}

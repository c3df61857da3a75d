import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordOf } from '../../locales/dynamic.ts';
import { desk } from '../client.ts';
import { useEngine } from '../engine.ts';
import { useFormat } from '../format.ts';
import { useNow } from '../now.ts';
import classes from './Banner.module.css';

const RECOVERED_SHOWN_MS = 8_000;

/**
 * Says when the engine is away, cannot work, or is back; silent otherwise. What passes by itself floats over the top bar's
 * middle, so that nothing moves under the pointer; what stays pushes the page down.
 */
export function Banner() {
  const { t } = useTranslation();
  const engine = useEngine();
  const [recovered, setRecovered] = useState(false);

  useEffect(() => {
    if (engine.recoveredAt === null) return;
    setRecovered(true);
    const timer = setTimeout(() => setRecovered(false), RECOVERED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [engine.recoveredAt]);

  if (engine.status === 'fatal') {
    return (
      <div className={classes.banner} data-tone="critical" role="alert">
        <strong>{t(($) => $.errors.engine.fatal)}</strong>{' '}
        {wordOf(
          'errors.fatal',
          engine.fatalCode,
          t(($) => $.errors.fatal.other),
        )}
        {engine.message && <span className={classes.detail}> {engine.message}</span>}
      </div>
    );
  }
  if (engine.status === 'down' || engine.status === 'degraded') {
    return (
      <div
        className={classes.banner}
        data-tone="warning"
        data-floats={engine.status === 'down' || undefined}
        role="alert"
      >
        {engine.status === 'down' ? t(($) => $.errors.engine.down) : t(($) => $.errors.engine.degraded)}
      </div>
    );
  }
  if (recovered) {
    return (
      <div className={classes.banner} data-tone="good" data-floats role="status">
        {t(($) => $.errors.engine.recovered)}
      </div>
    );
  }
  return <ConditionBanner />;
}

const CLOCK_STEP_SHOWN_MS = 10 * 60_000;

/** What the engine itself finds wrong with the machine: a full disk, a folder it cannot write, a clock that jumped. */
function ConditionBanner() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  // Free space changes without any record being written: ask again now and then.
  const view = useQuery({ ...desk.desk.view.queryOptions(), refetchInterval: 60_000 }).data;
  if (!view) return null;
  const step =
    view.clockStep !== null && now - view.clockStep.atMs < CLOCK_STEP_SHOWN_MS ? view.clockStep : null;
  const words = [
    view.readOnly && t(($) => $.errors.engine.readOnly),
    view.storage === 'full' && t(($) => $.errors.engine.storageFull),
    view.storage === 'low' && t(($) => $.errors.engine.storageLow),
    step &&
      t(($) => $.errors.engine.clockStep, {
        at: format.time(step.atMs),
        by: `${step.byMs < 0 ? '−' : '+'}${format.duration(step.byMs)}`,
      }),
  ].filter((text): text is string => typeof text === 'string');
  if (words.length === 0) return null;
  return (
    <div className={classes.banner} data-tone={view.storage === 'full' ? 'critical' : 'warning'} role="alert">
      {words.join(' ')}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordOf } from '../../locales/dynamic.ts';
import { desk } from '../client.ts';
import { useEngine } from '../engine.ts';
import classes from './Banner.module.css';

const RECOVERED_SHOWN_MS = 8_000;

/**
 * Says when the engine is away, cannot work, or is back; silent otherwise. What passes by itself floats over the top bar's
 * middle, so that nothing moves under the pointer; what stays pushes the page down.
 */
export function Banner() {
  const { t } = useTranslation();
  const engine = useEngine();
  const readOnly = useQuery(desk.desk.view.queryOptions()).data?.readOnly ?? false;
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
  if (readOnly) {
    return (
      <div className={classes.banner} data-tone="warning" role="alert">
        {t(($) => $.errors.engine.readOnly)}
      </div>
    );
  }
  return null;
}

import { useTranslation } from 'react-i18next';
import { backupState, checkNames, clockAheadMs } from '../../../shared/handover/prepare.ts';
import type { Snapshot } from '../../../shared/handover/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import css from './briefing.module.css';

/** What fits on the page; the ledger has the rest. */
const MOST = 10;

/** Key supplies and what is out, and the self-test with its results. */
export function SuppliesSlide({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation();
  const { supplies } = snapshot;
  const shown = supplies.slice(0, MOST);
  return (
    <div className={css.halves}>
      <section>
        <h2>{t(($) => $.briefing.supplies)}</h2>
        {supplies.length === 0 && <p>{t(($) => $.handover.count.none)}</p>}
        <table className={css.supplies}>
          <tbody>
            {shown.map((s) => (
              <tr key={s.itemId}>
                <th scope="row">{s.name}</th>
                <td>
                  <b>{s.balance}</b> {s.measure}
                </td>
                <td className={s.out > 0 ? css.warn : css.dim}>
                  {s.out > 0
                    ? `◆ ${t(($) => $.briefing.out, { count: s.out, who: s.holders.map((h) => h.recipient).join(t(($) => $.common.listSeparator)) })}`
                    : t(($) => $.briefing.allIn)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {supplies.length > MOST && (
          <p className={css.dim}>{t(($) => $.briefing.more, { count: supplies.length - MOST })}</p>
        )}
      </section>
      <SelfTest snapshot={snapshot} />
    </div>
  );
}

function SelfTest({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const { selfTest, clockCheck } = snapshot.preparation;
  const { lastBackupMs } = snapshot;
  const seconds = clockCheck ? Math.round(clockAheadMs(clockCheck) / 1000) : null;
  const said: Partial<Record<(typeof checkNames)[number], string>> = {
    clock:
      seconds === null
        ? ''
        : t(($) => $.briefing.clockBy, {
            seconds: format.seconds(seconds),
            reference: clockCheck?.reference ?? '',
          }),
    backup: lastBackupMs === null ? t(($) => $.handover.prepare.backup.none) : format.dateTime(lastBackupMs),
  };
  return (
    <section>
      <h2>{t(($) => $.handover.prepare.selfTest)}</h2>
      <ul className={css.tests}>
        {checkNames.map((name) => {
          const done = name === 'backup' ? backupState(lastBackupMs, now) === 'recent' : selfTest[name];
          return (
            <li key={name}>
              <span className={done ? css.good : css.warn}>{done ? '✓' : '◆'}</span>
              <span>
                {done
                  ? t(($) => $.handover.prepare.test[name])
                  : t(($) => $.briefing.notDone, { what: t(($) => $.handover.prepare.missing[name]) })}
                {said[name] !== undefined && said[name] !== '' && (
                  <span className={css.meta}>{said[name]}</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

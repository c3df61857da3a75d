import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { backupState, isPrepareTime } from '../../../shared/handover/prepare.ts';
import type { Shift } from '../../../shared/shifts/types.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { useLastBackupMs } from '../../app/last-backup.ts';
import { useNow } from '../../app/now.ts';
import { navigate } from '../../app/route.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { Panel } from '../../components/Panel.tsx';
import classes from './side.module.css';

/** 交接准备: how far the handover is; from 08:00 on it says that it is time. */
export function PreparePanel({ holder, relief }: { holder: Shift; relief: Shift | null }) {
  const { t } = useTranslation();
  const readiness = useQuery(desk.handover.readiness.queryOptions()).data;
  const format = useFormat();
  const now = useNow(60_000);
  const lastBackupMs = useLastBackupMs();
  const test = readiness?.selfTest;
  const status = readiness?.status ?? null;
  const checks: [string, boolean][] = [
    [t(($) => $.desk.prepare.present), holder.members.every((m) => m.signedInAtMs !== null)],
    [t(($) => $.desk.prepare.phoneLine), test?.phoneLine ?? false],
    [t(($) => $.desk.prepare.speaker), test?.speaker ?? false],
    [t(($) => $.desk.prepare.clock), test?.clock ?? false],
    [t(($) => $.desk.prepare.printer), test?.printer ?? false],
    [t(($) => $.desk.prepare.backup), backupState(lastBackupMs, now) === 'recent'],
    [t(($) => $.desk.prepare.relief), relief !== null],
    [t(($) => $.desk.prepare.frozen), status !== null],
    [t(($) => $.desk.prepare.outgoing), status === 'outgoingSigned'],
  ];
  const done = checks.filter(([, ok]) => ok).length;
  return (
    <Panel
      title={t(($) => $.desk.prepare.title)}
      note={`${done} / ${checks.length}`}
      actions={
        <Button size="compact-md" onClick={() => navigate('/handover')}>
          {t(($) => $.desk.page.handover)}&nbsp;<Kbd>F9</Kbd>
        </Button>
      }
    >
      {isPrepareTime(holder, now) && (
        <p className={classes.begun} role="status">
          {now < holder.plannedEndMs
            ? t(($) => $.desk.prepare.time, { left: format.duration(holder.plannedEndMs - now) })
            : t(($) => $.desk.prepare.late, { past: format.duration(now - holder.plannedEndMs) })}
        </p>
      )}
      <div className={classes.track} aria-hidden="true">
        <div className={classes.run} style={{ width: `${(done / checks.length) * 100}%` }} />
      </div>
      <ul className={classes.checks}>
        {checks.map(([words, ok]) => (
          <li key={words} className={classes.check} data-done={ok || undefined}>
            {ok ? <IconCircleCheck size={20} stroke={1.8} /> : <IconCircle size={20} stroke={1.6} />}
            {words}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

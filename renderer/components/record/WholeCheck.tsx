import { Button, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuditProgress, AuditResult } from '../../../shared/audit/types.ts';
import type { AuditStatus } from '../../../shared/contract/audit.ts';
import { desk, deskClient } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { Panel } from '../Panel.tsx';
import { findingText } from './finding-text.ts';
import css from './record.module.css';
import { useAudit } from './use-audit.ts';

const SHOWN = 8;

/** How far the parts of a check reach on one bar: the chain and its rows take most of the time. */
const span: Record<AuditProgress['phase'], readonly [from: number, to: number]> = {
  file: [0, 10],
  chain: [10, 65],
  tables: [65, 95],
  documents: [95, 100],
};

const percent = ({ phase, done, total }: AuditProgress) => {
  const [from, to] = span[phase];
  return from + ((to - from) * done) / Math.max(1, total);
};

/** 全部记录核对: the last result in a sentence, what was found, and a check that can be begun and cancelled. */
export function WholeCheck() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const status = useAudit();
  const run = async (call: () => Promise<AuditStatus>) => {
    try {
      queries.setQueryData(desk.audit.status.queryKey(), await call());
    } catch (error) {
      notifyError(error);
    }
  };
  const running = status?.running ?? null;
  return (
    <Panel
      title={t(($) => $.archive.audit.title)}
      actions={
        running ? (
          <Button onClick={() => void run(() => deskClient.audit.cancel())}>
            {t(($) => $.archive.audit.cancel)}
          </Button>
        ) : (
          <Button onClick={() => void run(() => deskClient.audit.start())}>
            {t(($) => $.archive.audit.start)}
          </Button>
        )
      }
    >
      <div className={css.stack}>
        <p className={css.dim}>{t(($) => $.archive.audit.intro)}</p>
        {running && <Running progress={running.progress} />}
        {status?.failed && !running && (
          <p className={css.bad} role="alert">
            ◆ {t(($) => $.archive.audit.failed)}
          </p>
        )}
        {status && !status.last && !running && <p>{t(($) => $.archive.audit.never)}</p>}
        {status?.last && <Result result={status.last} />}
      </div>
    </Panel>
  );
}

function Running({ progress }: { progress: AuditProgress }) {
  const { t } = useTranslation();
  const words = t(($) => $.archive.audit.running, { part: t(($) => $.archive.audit.phase[progress.phase]) });
  return (
    <div role="status">
      <p className={css.line}>
        {words}
        {progress.total > 1 &&
          ` ${progress.done.toLocaleString('en')} / ${progress.total.toLocaleString('en')}`}
      </p>
      <Progress value={percent(progress)} aria-label={words} />
    </div>
  );
}

function Result({ result }: { result: AuditResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = format.dateTime(result.atMs);
  const { verdict } = result;
  if (verdict.ok) {
    return (
      <p className={css.good}>
        ✓{' '}
        {t(($) => $.archive.audit.sound, {
          at,
          events: verdict.events.toLocaleString('en'),
          files: verdict.files,
        })}{' '}
        {verdict.tailBehind > 0 && t(($) => $.archive.audit.behind, { count: verdict.tailBehind })}
      </p>
    );
  }
  const { findings, soundUntil } = verdict;
  return (
    <div role="alert">
      <p className={css.bad}>
        <b>▲ {t(($) => $.archive.audit.broken, { at, count: findings.length })}</b>
      </p>
      <ul className={css.findings}>
        {findings.slice(0, SHOWN).map((f) => (
          <li key={`${f.code}${f.seq}${f.table}${f.rowId}${f.detail}`}>{findingText(f, format)}</li>
        ))}
      </ul>
      {findings.length > SHOWN && (
        <p className={css.dim}>{t(($) => $.archive.audit.more, { count: findings.length - SHOWN })}</p>
      )}
      {soundUntil > 0 && (
        <p className={css.dim}>
          {t(($) => $.archive.audit.soundUntil, { seq: soundUntil.toLocaleString('en') })}
        </p>
      )}
      <p className={css.dim}>{t(($) => $.archive.audit.advice)}</p>
    </div>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperInHand } from '../../../shared/contract/duty-log.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { entryAddress, navigate } from '../../app/route.ts';
import { useMayCall } from '../../app/session.ts';
import { useSettings } from '../../app/settings.ts';
import { Countdown } from '../../components/instruction/Countdown.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import { PaperToldDialog } from './PaperToldDialog.tsx';
import classes from './side.module.css';

/** The clock of a report warns in its last minutes. */
const WARN_MINUTES = 5;

/** 在办公文: what owes a report to the leader, the end of an order or its result; nothing when no paper is in hand. */
export function PapersPanel() {
  const { t } = useTranslation();
  const papers = useQuery(desk.dutyLog.inHand.queryOptions()).data ?? [];
  const [told, setTold] = useState<PaperInHand | null>(null);
  if (papers.length === 0) return null;
  return (
    <Panel title={t(($) => $.crew.papers.title)} note={String(papers.length)} flush>
      <ul className={classes.list}>
        {papers.map((paper) => (
          <Paper key={paper.entry.id} paper={paper} onTold={() => setTold(paper)} />
        ))}
      </ul>
      {told && <PaperToldDialog entry={told.entry} onClose={() => setTold(null)} />}
    </Panel>
  );
}

function Paper({ paper: { entry, dutyDay, owed }, onTold }: { paper: PaperInHand; onTold: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const may = useMayCall();
  const minutes = useSettings()?.limits.urgentPaperMinutes ?? 0;
  const report = owed.find((o) => o.code === 'leaderReport');
  const order = owed.find((o) => o.code === 'orderEnd');
  const first = order ?? owed[0];
  const urgent = entry.urgency === 'flash' || entry.urgency === 'immediate';
  const name = entry.title || entry.text;
  return (
    <li className={classes.paper}>
      <button
        type="button"
        className={classes.title}
        title={name}
        onClick={() => navigate(entryAddress({ id: entry.id, dutyDay }))}
      >
        <span className={classes.titleText}>{name}</span>
      </button>
      <div className={`${classes.dim} ${classes.oneLine}`}>
        {entry.urgency !== null && (
          <Tag tone={urgent ? 'warning' : 'calm'}>{t(($) => $.log.urgency[entry.urgency ?? 'routine'])}</Tag>
        )}{' '}
        {t(($) => $.crew.papers.received, { at: format.near(entry.occurredAtMs, now) })}
        {entry.from !== '' && ` · ${entry.from}`}
      </div>
      <div className={classes.owes}>
        {report?.dueAtMs != null && (
          <Countdown
            small
            what={`${t(($) => $.crew.papers.due)} ${name}`}
            timing={{
              dueMs: report.dueAtMs,
              startMs: entry.occurredAtMs,
              warnMs: Math.min(WARN_MINUTES, minutes) * MINUTE,
            }}
          />
        )}
        {!report && (
          <span className={classes.dim}>
            {first && t(($) => $.crew.papers.owed[first.code])}
            {order?.dueAtMs != null &&
              ` · ${t(($) => $.crew.papers.orderDue, { at: format.near(order.dueAtMs, now) })}`}
          </span>
        )}
        {report && may('dutyLog.step') && (
          <Button className={classes.act} size="compact-sm" variant="filled" onClick={onTold}>
            {t(($) => $.crew.papers.report)}
          </Button>
        )}
      </div>
    </li>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../../shared/duty-log/types.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import { desk } from '../../app/client.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { navigate } from '../../app/route.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../../components/Panel.tsx';
import { StateShape } from '../../components/StateShape.tsx';
import { CarriedLine } from './CarriedLine.tsx';
import { FollowUpsPanelDone } from './FollowUpsPanelDone.tsx';
import classes from './side.module.css';

const SOON_MS = 60 * MINUTE;

/** 跟踪与待办: what was said to be in hand, first due first, then the lines 待跟进 that were carried over, oldest first. */
export function FollowUpsPanel() {
  const { t } = useTranslation();
  const open = useQuery(desk.followUps.open.queryOptions()).data ?? [];
  const live = useQuery(desk.instructions.live.queryOptions()).data ?? [];
  const carry = useQuery(desk.handover.readiness.queryOptions()).data?.carry ?? [];
  const carried = carry.filter((line) => line.section === 'toFollow');
  const [closing, setClosing] = useState<FollowUp | null>(null);
  const count = open.length + carried.length;
  const sorted = [...open].sort((a, b) => a.dueAtMs - b.dueAtMs);
  return (
    <Panel title={t(($) => $.desk.followUps.title)} note={String(count)} flush>
      {count === 0 && <p className={classes.empty}>{t(($) => $.desk.followUps.empty)}</p>}
      <ul className={classes.list}>
        {sorted.map((f) => (
          <FollowUpItem
            key={f.id}
            followUp={f}
            instruction={f.source === 'instruction' ? live.find((i) => i.id === f.sourceId) : undefined}
            onClose={() => setClosing(f)}
          />
        ))}
        {carried.map((line) => (
          <CarriedLine key={line.id} line={line} />
        ))}
      </ul>
      {closing && <FollowUpsPanelDone followUp={closing} onClose={() => setClosing(null)} />}
    </Panel>
  );
}

type ItemProps = { followUp: FollowUp; instruction: Instruction | undefined; onClose: () => void };

function FollowUpItem({ followUp: f, instruction: i, onClose }: ItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const left = f.dueAtMs - now;
  const level = left <= 0 ? 1 : left <= SOON_MS ? 2 : 0;
  const order = i?.orders.find((o) => o.id === f.id);
  const own = i?.followUps.find((each) => each.id === f.id);
  const note = own?.notes.at(-1);
  // What is called like its source already is the way to it.
  const named = !f.text.startsWith(f.label);
  const open = () =>
    navigate(f.source === 'log' ? `/log?entry=${f.sourceId}` : `/instructions/${f.sourceId}`);
  const remindAtMs = own?.remindAtMs ?? null;
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        {named ? (
          <div className={classes.text}>{f.text}</div>
        ) : (
          <button type="button" className={classes.title} onClick={open}>
            <span className={classes.text}>{f.text}</span>
          </button>
        )}
        <div className={classes.dim}>
          {order && `${t(($) => $.desk.followUps.orderOf, { who: order.who })} · `}
          {f.owner}
        </div>
        {named && (
          <button type="button" className={classes.link} onClick={open}>
            <span className={classes.oneLine}>{f.label}</span>
          </button>
        )}
      </div>
      <div className={classes.due} data-level={level}>
        <div className={classes.time}>
          <StateShape level={level} /> {format.near(f.dueAtMs, now)}
        </div>
        <div className={classes.dim}>
          {left <= 0
            ? t(($) => $.desk.followUps.overdue, { duration: format.duration(left) })
            : t(($) => $.desk.followUps.left, { duration: format.duration(left) })}
        </div>
        {remindAtMs !== null && (
          <div className={classes.dim}>
            {remindAtMs > now
              ? t(($) => $.desk.followUps.remind, { time: format.near(remindAtMs, now) })
              : t(($) => $.desk.followUps.reminded, { time: format.near(remindAtMs, now) })}
          </div>
        )}
      </div>
      <div className={classes.below}>
        <div className={classes.progress} data-empty={!note || undefined}>
          {note && `${format.near(note.atMs, now)} ${note.text}`}
        </div>
        <ItemButtons followUp={f} ordered={order !== undefined} own={own !== undefined} onClose={onClose} />
      </div>
    </li>
  );
}

function ItemButtons({
  followUp: f,
  ordered,
  own,
  onClose,
}: {
  followUp: FollowUp;
  ordered: boolean;
  own: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const may = useMayCall();
  const form = (action: 'followUpNote' | 'followUpDone' | 'orderDone') =>
    openDialog({
      kind: 'action',
      instructionId: f.sourceId,
      action,
      preset: action === 'orderDone' ? { orderId: f.id } : undefined,
    });
  const ofInstruction = ordered ? 'instructions.orderDone' : 'instructions.followUpDone';
  const mayFinish = may(f.source === 'instruction' ? ofInstruction : 'followUps.done');
  const done = () => {
    if (ordered) form('orderDone');
    else if (own) form('followUpDone');
    else onClose();
  };
  return (
    <div className={classes.buttons}>
      {own && may('instructions.followUpNote') && (
        <Button size="compact-sm" onClick={() => form('followUpNote')}>
          {t(($) => $.desk.followUps.progress)}
        </Button>
      )}
      {mayFinish && (
        <Button size="compact-sm" onClick={done}>
          {t(($) => $.desk.followUps.done)}
        </Button>
      )}
    </div>
  );
}

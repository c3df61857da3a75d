import { Button, Modal, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../../shared/duty-log/types.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import { desk, deskClient } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../../components/Panel.tsx';
import { StateShape } from '../../components/StateShape.tsx';
import { useDraft } from '../../components/use-draft.ts';
import classes from './side.module.css';

const SOON_MS = 60 * MINUTE;

/** 跟踪与待办: what was said to be in hand, first due first. */
export function FollowUpsPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const may = useMayCall();
  const open = useQuery(desk.followUps.open.queryOptions()).data ?? [];
  const [closing, setClosing] = useState<FollowUp | null>(null);
  const sorted = [...open].sort((a, b) => a.dueAtMs - b.dueAtMs);
  return (
    <Panel title={t(($) => $.desk.followUps.title)} note={String(open.length)} flush>
      {open.length === 0 && <p className={classes.empty}>{t(($) => $.desk.followUps.empty)}</p>}
      <ul className={classes.list}>
        {sorted.map((f) => {
          const left = f.dueAtMs - now;
          const level = left <= 0 ? 1 : left <= SOON_MS ? 2 : 0;
          return (
            <li key={f.id} className={classes.item}>
              <div className={classes.words}>
                <div className={classes.text}>{f.text}</div>
                <div className={classes.dim}>
                  {f.source === 'instruction' ? `${f.label} · ${f.owner}` : f.owner}
                </div>
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
                {may('followUps.done') && (
                  <Button size="compact-sm" onClick={() => setClosing(f)}>
                    {t(($) => $.desk.followUps.done)}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {closing && <DoneDialog followUp={closing} onClose={() => setClosing(null)} />}
    </Panel>
  );
}

function DoneDialog({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const { t } = useTranslation();
  const { values, change, clear } = useDraft(`follow-up:${followUp.id}`, { text: '' });
  const { errors, report, clear: clearErrors } = useFormErrors(['text']);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    clearErrors();
    try {
      await deskClient.followUps.done({ id: followUp.id, text: values.text });
      clear();
      onClose();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(($) => $.desk.followUps.doneTitle, { text: followUp.text.slice(0, 40) })}
    >
      <form onSubmit={submit} noValidate>
        <Textarea
          label={t(($) => $.desk.followUps.result)}
          value={values.text}
          onChange={(e) => {
            change({ text: e.currentTarget.value });
            clearErrors('text');
          }}
          error={errors.text}
          data-autofocus
        />
        <Button type="submit" variant="filled" mt="md" loading={busy}>
          {t(($) => $.common.save)}
        </Button>
      </form>
    </Modal>
  );
}

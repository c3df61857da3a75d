import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover, HandoverItem } from '../../../shared/handover/types.ts';
import { desk } from '../../app/client.ts';
import { fieldMessage } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { useNow } from '../../app/now.ts';
import { useMayCall } from '../../app/session.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { LongText } from '../../components/LongText.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import { wordOf } from '../../locales/dynamic.ts';
import css from './handover.module.css';
import { problemText } from './problem.ts';

type Decision = { itemId: string; decision: 'accepted' | 'refused'; reason: string };

/** 逐项核对: the incoming crew accepts every open item or refuses it with a reason. */
export function ItemsPanel({ handover }: { handover: Handover }) {
  const { t } = useTranslation();
  const mayCall = useMayCall();
  const decide = useMutation(desk.handover.decideItems.mutationOptions());
  const mayDecide = mayCall('handover.decideItems');
  const { items } = handover;
  const open = items.filter((i) => i.decision === null);
  const send = (decisions: Decision[]) => decide.mutate({ handoverId: handover.id, decisions });
  const acceptAll = () => send(open.map((i) => ({ itemId: i.id, decision: 'accepted', reason: '' })));
  const canAcceptAll = mayDecide && open.length > 0 && !decide.isPending;
  useHotkey('Alt+A', acceptAll, canAcceptAll);
  return (
    <Panel
      title={t(($) => $.handover.check.title)}
      note={t(($) => $.handover.check.count, { done: items.length - open.length, total: items.length })}
      flush
      actions={
        items.length > 0 && (
          <Button
            variant={open.length > 0 ? 'filled' : 'default'}
            disabled={!canAcceptAll}
            onClick={acceptAll}
            rightSection={<Kbd>Alt+A</Kbd>}
          >
            {t(($) => $.handover.check.acceptAll)}
          </Button>
        )
      }
    >
      {items.length === 0 && <p className={css.hint}>{t(($) => $.handover.check.none)}</p>}
      {decide.isError && (
        <div className={css.hint}>
          <FieldError>{problemText(decide.error)}</FieldError>
        </div>
      )}
      <ul className={css.items}>
        {items.map((item) => (
          <ItemLine
            key={item.id}
            item={item}
            disabled={!mayDecide || decide.isPending}
            onDecide={(decision, reason) => send([{ itemId: item.id, decision, reason }])}
          />
        ))}
      </ul>
    </Panel>
  );
}

type LineProps = {
  item: HandoverItem;
  disabled: boolean;
  onDecide: (decision: 'accepted' | 'refused', reason: string) => void;
};

function ItemLine({ item, disabled, onDecide }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const [refusing, setRefusing] = useState(false);
  const name = [item.label, item.place || item.detail.slice(0, 20)].filter(Boolean).join(' ');
  const owed = item.owed
    .map((code) => wordOf('instructions.owed', code, code))
    .join(t(($) => $.common.listSeparator));
  return (
    <li className={css.itemLine} data-decision={item.decision ?? undefined}>
      <div className={css.itemText}>
        <span>
          <Tag tone={item.kind === 'instruction' ? 'accent' : 'calm'}>
            {t(($) => $.handover.check.kind[item.kind])}
          </Tag>{' '}
          <b>{item.label}</b> {item.place && <b>{item.place}</b>}
        </span>
        <LongText text={item.detail} />
        <span className={css.dim}>
          {item.owner}
          {item.dueAtMs !== null &&
            ` · ${t(($) => $.handover.check.due, { at: format.near(item.dueAtMs, now) })}`}
        </span>
        {owed !== '' && <span className={css.owes}>◆ {t(($) => $.handover.check.owes, { list: owed })}</span>}
        {item.decision === 'refused' && (
          <span className={css.refusedText}>
            ✕ {t(($) => $.handover.check.refused)}：{item.reason}
          </span>
        )}
        {refusing && (
          <RefuseForm
            disabled={disabled}
            onRefuse={(reason) => {
              onDecide('refused', reason);
              setRefusing(false);
            }}
          />
        )}
      </div>
      <div className={css.itemButtons}>
        <Button
          size="compact-md"
          variant={item.decision === 'accepted' ? 'light' : 'default'}
          color={item.decision === 'accepted' ? 'green' : undefined}
          disabled={disabled}
          aria-pressed={item.decision === 'accepted'}
          aria-label={t(($) => $.handover.check.acceptOf, { item: name })}
          onClick={() => {
            setRefusing(false);
            onDecide('accepted', '');
          }}
        >
          {item.decision === 'accepted'
            ? `✓ ${t(($) => $.handover.check.accepted)}`
            : t(($) => $.handover.check.accept)}
        </Button>
        <Button
          size="compact-md"
          disabled={disabled}
          aria-pressed={item.decision === 'refused'}
          aria-expanded={refusing}
          aria-label={t(($) => $.handover.check.refuseOf, { item: name })}
          onClick={() => setRefusing(!refusing)}
        >
          {t(($) => $.handover.check.refuse)}
        </Button>
      </div>
    </li>
  );
}

function RefuseForm({ disabled, onRefuse }: { disabled: boolean; onRefuse: (reason: string) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') setError(fieldMessage('required'));
    else onRefuse(reason);
  };
  return (
    <form className={css.refuse} onSubmit={submit} noValidate>
      <TextInput
        label={t(($) => $.handover.check.reason)}
        required
        autoFocus
        value={reason}
        error={error}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setError(undefined);
        }}
      />
      <Button type="submit" variant="outline" color="red" disabled={disabled}>
        {t(($) => $.handover.check.refuseNow)}
      </Button>
    </form>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { navigate } from '../../app/route.ts';
import { ActionForm } from './ActionForm.tsx';
import classes from './intake.module.css';
import knowledge from './knowledge.module.css';
import { SimilarPanel } from './SimilarPanel.tsx';

type Props = { received: Instruction; onDone: () => void; onLeave: () => void };

/** After 签收: dispatched at once (篇三 四(一)); a duplicate has no team of its own and says what it was linked with. */
export function IntakeAfter({ received, onDone, onLeave }: Props) {
  const { t } = useTranslation();
  const side = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = side.current?.querySelector('[data-autofocus]');
    if (field instanceof HTMLElement) field.focus();
  }, []);
  return (
    <div className={classes.call}>
      <div className={classes.formSide} ref={side}>
        <p className={classes.received}>
          <strong>{received.place}</strong> {received.text.slice(0, 120)}
        </p>
        {received.duplicateOf ? (
          <LinkedNotice
            received={received}
            originalId={received.duplicateOf}
            onDone={onDone}
            onLeave={onLeave}
          />
        ) : (
          <ActionForm
            instruction={received}
            action="dispatch"
            preset={{}}
            onDone={onDone}
            extra={<Button onClick={onDone}>{t(($) => $.instructions.dispatchForm.later)}</Button>}
          />
        )}
      </div>
      <aside className={classes.afterSide}>
        <SimilarPanel id={received.id} />
      </aside>
    </div>
  );
}

function LinkedNotice({ received, originalId, onDone, onLeave }: Props & { originalId: string }) {
  const { t } = useTranslation();
  const original = useQuery(desk.instructions.get.queryOptions({ input: { id: originalId } })).data
    ?.instruction;
  return (
    <div className={classes.linkedNotice} role="status">
      <p>
        {t(($) => $.intake.linkedAfter, {
          number: received.number,
          original: original ? `${original.number} ${original.place}` : '…',
        })}
      </p>
      <p className={knowledge.partNote}>{t(($) => $.intake.linkedAfterHint)}</p>
      <div className={classes.foot}>
        <Button
          onClick={() => {
            onLeave();
            navigate(`/instructions/${originalId}`);
          }}
        >
          {t(($) => $.intake.openOriginal)}
        </Button>
        <Button variant="filled" onClick={onDone} data-autofocus>
          {t(($) => $.common.done)}
        </Button>
      </div>
    </div>
  );
}

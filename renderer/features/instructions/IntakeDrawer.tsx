import { Button, Drawer } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { roles as roleNames } from '../../../shared/people/roles.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { useMayCall, useSession } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import {
  emptyIntake,
  type IntakeCall,
  intakeCalls,
  intakeDraftName,
  useWaitingIntakes,
} from '../../components/intake-drafts.ts';
import { useDraft } from '../../components/use-draft.ts';
import { IntakeAfter } from './IntakeAfter.tsx';
import { IntakeForm } from './IntakeForm.tsx';
import { IntakeKnowledge } from './IntakeKnowledge.tsx';
import { IntakeTabs } from './IntakeTabs.tsx';
import classes from './intake.module.css';
import { useIntakeHints } from './intake-hints.ts';

type Received = Partial<Record<IntakeCall, Instruction>>;

/** F2: a call is taken down, received, and dispatched at once; F2 again takes down a second one. Closing keeps both drafts. */
export function IntakeDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMayCall();
  const waiting = useWaitingIntakes();
  const [call, setCall] = useState<IntakeCall>(() => waiting[0] ?? 'first');
  const [received, setReceived] = useState<Received>({});
  /** Where the hands were in each call: coming back goes on there. */
  const fields = useRef<Partial<Record<IntakeCall, string>>>({});
  const other = intakeCalls.find((each) => each !== call) ?? call;
  const allowed = may('instructions.receive');
  useHotkey('F2', () => setCall(other), allowed);

  const done = received[call];
  /** This call is finished; the other one, if it waits, is next. */
  const finish = () => {
    setReceived(({ [call]: _finished, ...rest }) => rest);
    if (waiting.includes(other) || received[other]) setCall(other);
    else onClose();
  };

  return (
    <Drawer.Root opened onClose={onClose} size={1180} position="right" transitionProps={{ duration: 0 }}>
      <Drawer.Overlay backgroundOpacity={0.35} color="var(--shade)" />
      <Drawer.Content classNames={{ content: classes.drawer }}>
        <Drawer.Header>
          <Drawer.Title>
            {done === undefined
              ? t(($) => $.instructions.intake.title)
              : done.duplicateOf
                ? t(($) => $.intake.linkedTitle, { number: done.number })
                : t(($) => $.instructions.dispatchForm.next, { number: done.number })}
          </Drawer.Title>
          {allowed && <IntakeTabs call={call} received={received} onChange={setCall} />}
          <Drawer.CloseButton size="lg" aria-label={t(($) => $.common.close)} />
        </Drawer.Header>
        <Drawer.Body className={classes.body}>
          {!allowed ? (
            <NotAllowed />
          ) : done ? (
            <IntakeAfter key={done.id} received={done} onDone={finish} onLeave={onClose} />
          ) : (
            <Call
              key={call}
              call={call}
              startAt={fields.current[call] ?? 'place'}
              onField={(name) => {
                fields.current[call] = name;
              }}
              onReceived={(i) => setReceived((all) => ({ ...all, [call]: i }))}
            />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Call({
  call,
  ...form
}: { call: IntakeCall } & Omit<Parameters<typeof IntakeForm>[0], 'draft' | 'hints'>) {
  const draft = useDraft(intakeDraftName(call), emptyIntake);
  const hints = useIntakeHints(draft.values);
  return (
    <div className={classes.call} role="tabpanel">
      <div className={classes.formSide}>
        <IntakeForm draft={draft} hints={hints} {...form} />
      </div>
      <IntakeKnowledge hints={hints} values={draft.values} change={draft.change} />
    </div>
  );
}

/** Who may take calls, and the way to them; whatever was typed before stays with the person who typed it. */
function NotAllowed() {
  const { t } = useTranslation();
  const person = useSession().person;
  return (
    <EmptyState
      action={<Button onClick={() => openDialog({ kind: 'switch' })}>{t(($) => $.session.switch)}</Button>}
    >
      {t(($) => $.intake.noRight, {
        name: person?.name ?? '',
        roles: roleNames
          .filter((role) => person?.roles.includes(role))
          .map((role) => t(($) => $.common.role[role]))
          .join(t(($) => $.common.listSeparator)),
      })}
    </EmptyState>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shift, ShiftMember } from '../../../shared/shifts/types.ts';
import { desk, deskClient } from '../../app/client.ts';
import { useNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { CrewRow } from './CrewRow.tsx';
import css from './crew.module.css';
import { mayArrive, peopleOf } from './crew-people.ts';
import { problemText } from './problem.ts';

type Props = {
  shift: Shift;
  label: string;
  onSubstitute?: ((member: ShiftMember) => void) | undefined;
  onAway?: ((member: ShiftMember) => void) | undefined;
};

/**
 * One crew: duty, phone, how each stands to the time, 到岗 for one or for several at once, and 离岗, which is refused in
 * words while the relief has not signed.
 */
export function CrewTable({ shift, label, onSubstitute, onAway }: Props) {
  const { t } = useTranslation();
  const now = useNow(10_000);
  const leadMinutes = useSettings()?.limits.signInLeadMinutes ?? 0;
  const { absences = [] } =
    useQuery(desk.shifts.attendance.queryOptions({ input: { shiftId: shift.id } })).data ?? {};
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<{ error: unknown; leaving: boolean } | null>(null);
  const people = peopleOf(shift);
  const here = people.filter((p) => !mayArrive(p, shift) && p.signedInAtMs !== null);
  // Who has come meanwhile, at this window or another, is marked no more.
  const chosen = people.filter((p) => mayArrive(p, shift) && marked.includes(p.personId));

  const attempt = async (leaving: boolean, work: () => Promise<unknown>) => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem({ error, leaving });
    }
  };
  const signIn = (ids: readonly string[]) =>
    attempt(false, async () => {
      for (const personId of ids) await deskClient.shifts.signIn({ personId });
      setMarked((old) => old.filter((id) => !ids.includes(id)));
    });
  const mark = (personId: string, on: boolean) =>
    setMarked((old) => (on ? [...old, personId] : old.filter((id) => id !== personId)));
  const onMarkKey = (event: KeyboardEvent<HTMLInputElement>, personId: string) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      void signIn(chosen.length > 0 ? chosen.map((p) => p.personId) : [personId]);
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const marks = [...(event.currentTarget.closest('table')?.querySelectorAll('input') ?? [])];
    marks[marks.indexOf(event.currentTarget) + by]?.focus();
  };

  return (
    <>
      <div className={css.head}>
        <span className={css.dim}>
          {t(($) => $.crew.head, { all: people.length, here: here.length })}
          {people.length - here.length > 1 && ` · ${t(($) => $.crew.markHint)}`}
        </span>
        {chosen.length > 0 && (
          <Button
            size="compact-md"
            variant="filled"
            onClick={() => void signIn(chosen.map((p) => p.personId))}
          >
            {t(($) => $.crew.signInMarked, { count: chosen.length })}
          </Button>
        )}
      </div>
      <table className={css.table} aria-label={label}>
        <tbody>
          {people.map((person) => (
            <CrewRow
              key={person.personId}
              person={person}
              shift={shift}
              nowMs={now}
              leadMinutes={leadMinutes}
              away={absences.find((a) => a.personId === person.personId && a.toMs === null)}
              marked={marked.includes(person.personId)}
              onMark={(on) => mark(person.personId, on)}
              onMarkKey={(event) => onMarkKey(event, person.personId)}
              onSignIn={() => void signIn([person.personId])}
              onSignOut={() =>
                void attempt(true, () => deskClient.shifts.signOut({ personId: person.personId }))
              }
              onSubstitute={shift.status === 'holding' ? onSubstitute : undefined}
              onAway={shift.status === 'holding' ? onAway : undefined}
            />
          ))}
        </tbody>
      </table>
      {problem && (
        <div className={css.problem}>
          <FieldError>{problemText(problem.error)}</FieldError>
          {problem.leaving && shift.status === 'holding' && (
            <p className={css.dim}>{t(($) => $.crew.untilRelieved)}</p>
          )}
        </div>
      )}
    </>
  );
}

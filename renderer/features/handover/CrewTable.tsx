import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Shift, ShiftMember } from '../../../shared/shifts/types.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Tag } from '../../components/Tag.tsx';
import css from './handover.module.css';
import { problemText } from './problem.ts';

type Props = {
  shift: Shift;
  label: string;
  onSubstitute?: ((member: ShiftMember) => void) | undefined;
};

/** One crew with duty, phone, attendance, and the buttons 到岗 and 离岗. */
export function CrewTable({ shift, label, onSubstitute }: Props) {
  const { t } = useTranslation();
  const signIn = useMutation(desk.shifts.signIn.mutationOptions());
  const signOut = useMutation(desk.shifts.signOut.mutationOptions());
  const error = signIn.error ?? signOut.error;
  const relieved = shift.status === 'relieved';
  return (
    <>
      <table className={`${css.table} ${css.crew}`} aria-label={label}>
        <tbody>
          {shift.members.map((member) => {
            const isHere = member.signedInAtMs !== null && member.signedOutAtMs === null;
            return (
              <tr key={`${member.personId} ${member.duty}`}>
                <td className={css.member}>{member.name}</td>
                <td className={css.dim}>{t(($) => $.common.duty[member.duty])}</td>
                <td>{member.phone}</td>
                <td>
                  <Attendance member={member} />
                </td>
                <td className={css.rowActions}>
                  {onSubstitute && shift.status === 'holding' && member.duty !== 'shiftLead' && (
                    <Button size="compact-md" variant="subtle" onClick={() => onSubstitute(member)}>
                      {t(($) => $.handover.crew.substitute)}
                    </Button>
                  )}
                  {isHere ? (
                    <Button
                      size="compact-md"
                      disabled={!relieved}
                      title={relieved ? undefined : t(($) => $.handover.crew.untilRelieved)}
                      aria-label={t(($) => $.handover.crew.signOutOf, { name: member.name })}
                      onClick={() => signOut.mutate({ personId: member.personId })}
                    >
                      {t(($) => $.handover.crew.signOut)}
                    </Button>
                  ) : (
                    member.signedOutAtMs === null && (
                      <Button
                        size="compact-md"
                        variant="outline"
                        aria-label={t(($) => $.handover.crew.signInOf, { name: member.name })}
                        onClick={() => signIn.mutate({ personId: member.personId })}
                      >
                        {t(($) => $.handover.crew.signIn)}
                      </Button>
                    )
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {error && (
        <div className={css.hint}>
          <FieldError>{problemText(error)}</FieldError>
        </div>
      )}
    </>
  );
}

function Attendance({ member }: { member: ShiftMember }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (member.signedInAtMs === null)
    return <span className={css.dim}>{t(($) => $.handover.crew.notArrived)}</span>;
  const late = member.lateMinutes ?? 0;
  return (
    <span className={css.arrived}>
      ✓ {t(($) => $.handover.crew.arrived, { at: format.time(member.signedInAtMs) })}{' '}
      {late > 0 && (
        <Tag tone="warning">
          ◆ {t(($) => $.handover.crew.lateBy, { minutes: format.duration(late * 60_000) })}
        </Tag>
      )}
      {member.signedOutAtMs !== null &&
        t(($) => $.handover.crew.left, { at: format.time(member.signedOutAtMs) })}
    </span>
  );
}

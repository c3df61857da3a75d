import { Button, Checkbox } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type Absence, isThere } from '../../../shared/shifts/attendance.ts';
import type { Shift, ShiftMember } from '../../../shared/shifts/types.ts';
import { CrewPresence } from './CrewPresence.tsx';
import css from './crew.module.css';
import { type CrewPerson, mayArrive } from './crew-people.ts';

type Props = {
  person: CrewPerson;
  shift: Shift;
  nowMs: number;
  leadMinutes: number;
  /** The absence from the post that goes on. */
  away: Absence | undefined;
  marked: boolean;
  onMark: (on: boolean) => void;
  onMarkKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  onSignIn: () => void;
  onSignOut: () => void;
  onSubstitute: ((member: ShiftMember) => void) | undefined;
  onAway: ((member: ShiftMember) => void) | undefined;
};

/** One person of a crew. */
export function CrewRow({ person, shift, ...rest }: Props) {
  const { t } = useTranslation();
  const { name } = person;
  return (
    <tr>
      <td className={css.mark}>
        {mayArrive(person, shift) && (
          <Checkbox
            aria-label={t(($) => $.crew.mark, { name })}
            checked={rest.marked}
            onChange={(event) => rest.onMark(event.currentTarget.checked)}
            onKeyDown={rest.onMarkKey}
          />
        )}
      </td>
      <td className={css.who}>
        <span className={css.name}>{name}</span>{' '}
        <span className={css.dim}>
          {person.duties.map((duty) => t(($) => $.common.duty[duty])).join(t(($) => $.common.listSeparator))}
        </span>
        <div className={css.dim}>{person.phone}</div>
      </td>
      <td className={css.state}>
        <CrewPresence
          member={person}
          shift={shift}
          nowMs={rest.nowMs}
          leadMinutes={rest.leadMinutes}
          away={rest.away}
        />
      </td>
      <td className={css.actions}>
        <Actions person={person} shift={shift} {...rest} />
      </td>
    </tr>
  );
}

function Actions({ person, shift, away, onSignIn, onSignOut, onSubstitute, onAway }: Props) {
  const { t } = useTranslation();
  const { name } = person;
  const here = isThere(person);
  return (
    <>
      {onSubstitute && (
        <Button
          size="compact-md"
          variant="subtle"
          aria-label={t(($) => $.crew.substituteOf, { name })}
          onClick={() => onSubstitute(person)}
        >
          {t(($) => $.handover.crew.substitute)}
        </Button>
      )}
      {onAway && (here || away) && (
        <Button
          size="compact-md"
          variant={away ? 'outline' : 'subtle'}
          aria-label={
            away ? t(($) => $.crew.away.backOf, { name }) : t(($) => $.crew.away.actionOf, { name })
          }
          onClick={() => onAway(person)}
        >
          {away ? t(($) => $.crew.away.back) : t(($) => $.crew.away.action)}
        </Button>
      )}
      {here && (
        <Button
          size="compact-md"
          aria-label={t(($) => $.handover.crew.signOutOf, { name })}
          onClick={onSignOut}
        >
          {t(($) => $.handover.crew.signOut)}
        </Button>
      )}
      {mayArrive(person, shift) && (
        <Button
          size="compact-md"
          variant="outline"
          aria-label={t(($) => $.handover.crew.signInOf, { name })}
          onClick={onSignIn}
        >
          {t(($) => $.handover.crew.signIn)}
        </Button>
      )}
    </>
  );
}

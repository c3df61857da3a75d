import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type GroupPerson, standingOf } from '../../../shared/groups/types.ts';
import { availabilitySchema } from '../../../shared/people/types.ts';
import { desk } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';
import { useMayCall } from '../../app/session.ts';
import { standingWords } from '../../components/standing-words.ts';
import { CopyPhone } from './CopyPhone.tsx';
import css from './groups.module.css';

/** One person in the ringing order, with the availability that decides who leads. */
export function PersonRow({ person, order }: { person: GroupPerson; order: number }) {
  const { t } = useTranslation();
  const mayCall = useMayCall();
  const set = useMutation(desk.groups.setAvailability.mutationOptions({ onError: notifyError }));
  const shown = set.isPending ? set.variables.availability : person.availability;
  const standing = standingOf({ ...person, availability: shown });
  return (
    <li className={css.person} data-away={standing === 'leave' || standing === 'out' || undefined}>
      <span className={css.order}>{order}</span>
      <span className={css.who}>
        <span className={css.name}>{person.name}</span>
        <span className={css.dim}>{t(($) => $.groups.duty[person.duty])}</span>
        {person.outFor && standing === 'out' && (
          <Link href={`/instructions/${person.outFor.instructionId}`} className={css.dim}>
            {standingWords(person)}
          </Link>
        )}
      </span>
      <CopyPhone phone={person.phone} name={person.name} />
      {mayCall('groups.setAvailability') ? (
        <Select
          className={css.availability}
          size="sm"
          aria-label={t(($) => $.groups.availabilityOf, { name: person.name })}
          allowDeselect={false}
          value={shown}
          disabled={set.isPending}
          data={availabilitySchema.options.map((value) => ({
            value,
            label: t(($) => $.groups.availability[value]),
          }))}
          onChange={(value) => {
            const next = availabilitySchema.safeParse(value);
            if (next.success) set.mutate({ personId: person.personId, availability: next.data });
          }}
        />
      ) : (
        <span className={css.availability}>{t(($) => $.groups.availability[shown])}</span>
      )}
    </li>
  );
}

import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { leaderNow } from '../../../shared/groups/types.ts';
import { propose } from '../../../shared/instructions/routing.ts';
import { desk } from '../../app/client.ts';
import { engineNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import type { ActionFieldProps } from './ActionField.tsx';
import classes from './forms.module.css';

/** Unit or action group: the clock's proposal is filled in, with its reason, its leader now and the number to ring. */
export function TargetField({
  instruction: i,
  value,
  error,
  onChange,
  label,
}: ActionFieldProps & { label: string }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const groups = useQuery(desk.groups.board.queryOptions()).data ?? [];
  const units = settings?.units ?? [];
  const category = settings?.categories.find((c) => c.no === i.categoryNo);
  const proposal = settings && propose(category, engineNow(), settings.site);
  const sent = i.dispatches.some((d) => !d.recalled && d.to.id === proposal?.id);
  const proposed = proposal && !sent ? `${proposal.kind}:${proposal.id}` : '';

  // biome-ignore lint/correctness/useExhaustiveDependencies: the proposal fills an empty field once, never a chosen one
  useEffect(() => {
    if (value === '' && proposed !== '') onChange(proposed);
  }, [proposed]);

  const nameOf = (target: string) => {
    const [kind, id] = target.split(':');
    return (kind === 'unit' ? units : groups).find((each) => each.id === id)?.name ?? '';
  };
  const reason = proposal && t(($) => $.instructions.dispatchForm[proposal.reason]);

  return (
    <div>
      <Select
        label={label}
        required
        searchable
        error={error}
        value={value || null}
        onChange={(target) => onChange(target ?? '')}
        data={[
          {
            group: t(($) => $.instructions.dispatchForm.groups),
            items: groups.map((g) => ({ value: `group:${g.id}`, label: g.name })),
          },
          {
            group: t(($) => $.instructions.dispatchForm.units),
            items: units.map((u) => ({ value: `unit:${u.id}`, label: u.name })),
          },
        ]}
      />
      <p className={classes.proposal}>
        {proposal
          ? t(($) => $.instructions.dispatchForm.proposal, {
              name: nameOf(proposed || `${proposal.kind}:${proposal.id}`),
              reason: reason ?? '',
            })
          : t(($) => $.instructions.dispatchForm.none)}
      </p>
      <WhomToRing target={value} />
    </div>
  );
}

/** Who answers for the chosen target now, and on which number. */
function WhomToRing({ target }: { target: string }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const groups = useQuery(desk.groups.board.queryOptions()).data ?? [];
  const [kind, id] = target.split(':');
  if (kind === 'group') {
    const group = groups.find((g) => g.id === id);
    if (!group) return null;
    const leader = leaderNow(group);
    return (
      <p className={classes.ring}>
        {leader ? (
          <>
            {t(($) => $.instructions.dispatchForm.leader, { name: leader.name })}{' '}
            <strong>{leader.phone}</strong>
          </>
        ) : (
          t(($) => $.instructions.dispatchForm.noLeader)
        )}
      </p>
    );
  }
  const unit = settings?.units.find((u) => u.id === id);
  if (!unit || (unit.head === '' && unit.phone === '')) return null;
  return (
    <p className={classes.ring}>
      {t(($) => $.instructions.dispatchForm.head, { name: unit.head })} <strong>{unit.phone}</strong>
    </p>
  );
}

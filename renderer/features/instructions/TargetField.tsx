import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { outElsewhere, type TeamChoice } from '../../../shared/groups/choice.ts';
import { teamsOut } from '../../../shared/groups/out.ts';
import { anybodyCanGo } from '../../../shared/groups/ringing.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { useSettings } from '../../app/settings.ts';
import { useTeamChoice } from '../../components/instruction/use-team-choice.ts';
import { matchesPinyin } from '../../components/pinyin.ts';
import { StateShape } from '../../components/StateShape.tsx';
import type { ActionFieldProps } from './ActionField.tsx';
import classes from './forms.module.css';
import { CategoryHint } from './TargetFieldGuess.tsx';
import { WhomToRing } from './TargetFieldRing.tsx';

/** A target as the form keeps it. */
export const targetText = (to: { kind: string; id: string }): string => `${to.kind}:${to.id}`;

/** What a dispatch form starts with: the clock's proposal; once that one was sent nothing, for who reinforces is chosen. */
export const proposedTarget = (choice: TeamChoice | undefined): string =>
  choice && !choice.sent ? targetText(choice.proposal) : '';

/** Whether the chosen group has people, none of whom can go. */
export function useNobodyThere(target: string): boolean {
  const groups = useQuery(desk.groups.board.queryOptions()).data ?? [];
  const group = groups.find((g) => targetText({ kind: 'group', id: g.id }) === target);
  return group !== undefined && anybodyCanGo(group) === false;
}

/** Unit or action group: the clock's proposal with its reason, what it is out for, and whom to ring. */
export function TargetField(props: ActionFieldProps & { label: string }) {
  const { instruction: i, value, error, onChange, label } = props;
  const { t } = useTranslation();
  const units = useSettings()?.units ?? [];
  const groups = useQuery(desk.groups.board.queryOptions()).data ?? [];
  const choice = useTeamChoice(i);
  const nameOf = (target: string) => {
    const [kind, id] = target.split(':');
    return (kind === 'unit' ? units : groups).find((each) => each.id === id)?.name ?? '';
  };
  const options = <T extends { id: string; name: string }>(kind: string, list: readonly T[]) =>
    list.map((each) => ({ value: targetText({ kind, id: each.id }), label: each.name }));
  return (
    <div>
      <Select
        label={label}
        required
        searchable
        error={error}
        value={value || null}
        onChange={(target) => onChange(target ?? '')}
        filter={({ options: found, search }) =>
          found.map((entry) =>
            'group' in entry
              ? { ...entry, items: entry.items.filter((o) => 'label' in o && matchesPinyin(o.label, search)) }
              : entry,
          )
        }
        data={[
          { group: t(($) => $.instructions.dispatchForm.groups), items: options('group', groups) },
          { group: t(($) => $.instructions.dispatchForm.units), items: options('unit', units) },
        ]}
      />
      <Proposal choice={choice} target={value} nameOf={nameOf} onChange={onChange} />
      {!choice && (
        <div className={classes.proposal}>
          <CategoryHint instruction={i} />
        </div>
      )}
      <OutNote instruction={i} target={value} choice={choice} nameOf={nameOf} onChange={onChange} />
      <WhomToRing target={value} />
    </div>
  );
}

function Proposal({
  choice,
  target,
  nameOf,
  onChange,
}: {
  choice: TeamChoice | undefined;
  target: string;
  nameOf: (target: string) => string;
  onChange: (target: string) => void;
}) {
  const { t } = useTranslation();
  if (!choice) return <p className={classes.proposal}>{t(($) => $.instructions.dispatchForm.none)}</p>;
  const name = nameOf(targetText(choice.proposal));
  const other = choice.sent && choice.instead ? targetText(choice.instead) : '';
  return (
    <div className={classes.proposal}>
      {!choice.sent
        ? t(($) => $.instructions.dispatchForm.proposal, {
            name,
            reason: t(($) => $.instructions.dispatchForm[choice.proposal.reason]),
          })
        : t(($) => $.instructions.dispatchForm.sent, { name })}{' '}
      {other !== '' && other !== target && (
        <Button size="compact-sm" onClick={() => onChange(other)}>
          {t(($) => $.instructions.dispatchForm.reinforce, { name: nameOf(other) })}
        </Button>
      )}
    </div>
  );
}

/** So many instructions are named, the rest counted. */
const NAMED = 3;

/** Says plainly what the chosen team is out for, and who of the category is free. */
function OutNote({
  instruction: i,
  target,
  choice,
  nameOf,
  onChange,
}: {
  instruction: Instruction;
  target: string;
  choice: TeamChoice | undefined;
  nameOf: (target: string) => string;
  onChange: (target: string) => void;
}) {
  const { t } = useTranslation();
  const live = useQuery(desk.instructions.live.queryOptions()).data ?? [];
  const [kind, id = ''] = target.split(':');
  if (kind !== 'unit' && kind !== 'group') return null;
  const out = outElsewhere({ kind, id }, teamsOut(live), i.id);
  if (out.length === 0) return null;
  const places = out.slice(0, NAMED).map((o) =>
    t(($) => $.instructions.dispatchForm.outItem, {
      number: o.number.replace(/^\d{4}-0*/, ''),
      place: o.place,
    }),
  );
  const listed = (named: readonly string[], count: number) => {
    const list = named.join(t(($) => $.common.listSeparator));
    return count > named.length ? t(($) => $.instructions.dispatchForm.andMore, { list, count }) : list;
  };
  const instead = choice?.instead ? targetText(choice.instead) : '';
  return (
    <div className={classes.warn} role="status">
      <StateShape level={2} />
      <span className={classes.warnText}>
        {t(($) => $.instructions.dispatchForm.out, {
          name: nameOf(target),
          list: listed(places, out.length),
        })}
      </span>
      {instead !== '' && instead !== target && !choice?.sent && (
        <Button size="compact-sm" onClick={() => onChange(instead)}>
          {t(($) => $.instructions.dispatchForm.instead, { name: nameOf(instead) })}
        </Button>
      )}
    </div>
  );
}

import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ActionGroup, GroupPerson } from '../../../shared/groups/types.ts';
import type { Dispatch, Instruction } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { useSettings } from '../../app/settings.ts';
import { matchesPinyin, nameMeant } from '../../components/pinyin.ts';
import { standingWords } from '../../components/standing-words.ts';
import type { ActionFieldProps } from './ActionField.tsx';
import classes from './forms.module.css';
import type { Leader } from './leaders.ts';
import { useLeaders } from './leaders-now.ts';

export type PickProps = ActionFieldProps & { label: string };
type Suggestion = { name: string; note: string };
type NameFieldProps = Pick<PickProps, 'value' | 'error' | 'onChange' | 'autoFocus' | 'label'> & {
  required?: boolean;
  description?: string;
};

/** The group whose people go when this unit or group is sent. */
export const groupOf = (
  groups: readonly ActionGroup[],
  to: { kind: string; id: string } | undefined,
): ActionGroup | undefined => groups.find((g) => (to?.kind === 'unit' ? g.unitId : g.id) === to?.id);

/** Every action group as the board shows it. */
export const useGroups = () => useQuery(desk.groups.board.queryOptions()).data ?? [];

/** The team the form is about: the one chosen, else the target chosen. */
export function targetOf(i: Instruction, typed: ActionFieldProps['typed']): Dispatch['to'] | undefined {
  const team = i.dispatches.find((d) => d.id === typed.dispatchId);
  if (team) return team.to;
  const [kind, id] = (typed.to ?? '').split(':');
  return id && (kind === 'unit' || kind === 'group') ? { kind, id, name: '' } : undefined;
}

/** A name typed freely or taken from a list, by characters, pinyin or initials; letters are no name where they fit one. */
function NameField({
  required,
  value,
  error,
  onChange,
  autoFocus,
  label,
  description,
  suggestions,
}: NameFieldProps & { suggestions: readonly Suggestion[] }) {
  const known = suggestions.filter((s, n, all) => all.findIndex((each) => each.name === s.name) === n);
  const names = known.map((s) => s.name);
  const leave = () => {
    const meant = nameMeant(names, value);
    if (meant !== value) onChange(meant);
  };
  return (
    <Autocomplete
      label={label}
      description={description}
      required={required}
      error={error}
      value={value}
      onChange={onChange}
      data-names
      onBlur={leave}
      data={names}
      filter={({ options, search }) =>
        // What is chosen already must not hide whom else there is.
        known.some((s) => s.name === search)
          ? options
          : options.filter((o) => 'value' in o && matchesPinyin(o.value, search))
      }
      renderOption={({ option }) => (
        <span>
          {option.value}{' '}
          <span className={classes.dim}>{known.find((s) => s.name === option.value)?.note}</span>
        </span>
      )}
      data-autofocus={autoFocus || undefined}
      openOnFocus={false}
      autoComplete="off"
    />
  );
}

/** Whom to tell: deputy, head and the others who answer, with the number to ring. */
export function LeaderField(props: PickProps) {
  const { t } = useTranslation();
  const leaders = useLeaders(props.instruction);
  const words = (l: Leader) => `${t(($) => $.instructions.leaderRole[l.role])} ${l.of}`.trim();
  const chosen = leaders.find((l) => l.name === props.value);
  return (
    <div>
      <NameField
        {...props}
        required={props.field.required}
        suggestions={leaders.map((l) => ({ name: l.name, note: words(l) }))}
      />
      {chosen && (
        <p className={classes.proposal}>
          {words(chosen)} <strong className={classes.number}>{chosen.phone}</strong>
        </p>
      )}
    </div>
  );
}

/** 接令人: the people of the team in ringing order, or anybody else. */
export const TakerField = (props: PickProps) => <TakerNames {...props} required={props.field.required} />;

/** The same for whoever has no form of an action, as a correction. */
export function TakerNames(props: NameFieldProps & Pick<PickProps, 'instruction' | 'typed'>) {
  const { t } = useTranslation();
  const groups = useGroups();
  const units = useSettings()?.units ?? [];
  const to = targetOf(props.instruction, props.typed);
  const unit = to?.kind === 'unit' ? units.find((u) => u.id === to.id) : undefined;
  const note = (p: GroupPerson) => `${t(($) => $.groups.duty[p.duty])} ${standingWords(p)}`;
  const suggestions = [
    ...(unit && unit.head !== '' ? [{ name: unit.head, note: unit.name }] : []),
    ...(groupOf(groups, to)?.people ?? []).map((p) => ({ name: p.name, note: note(p) })),
  ];
  return <NameField {...props} suggestions={suggestions} />;
}

/** 负责人, 落实人: the teams sent and their people, or anybody else. */
export function OwnerField(props: PickProps) {
  const groups = useGroups();
  const sent = props.instruction.dispatches.filter((d) => !d.recalled);
  const suggestions = sent.flatMap((d) => [
    { name: d.to.name, note: '' },
    ...(groupOf(groups, d.to)?.people ?? []).map((p) => ({ name: p.name, note: d.to.name })),
  ]);
  return <NameField {...props} required={props.field.required} suggestions={suggestions} />;
}

/** 车辆: the team's own by plate, marked or not, or any other. */
export function VehicleField(props: PickProps) {
  const { t } = useTranslation();
  const group = groupOf(useGroups(), targetOf(props.instruction, props.typed));
  const suggestions = (group?.vehicles ?? []).map((v) => ({
    name: v.plate,
    note: v.marked ? t(($) => $.instructions.hint.marked) : t(($) => $.instructions.hint.unmarked),
  }));
  return <NameField {...props} required={props.field.required} suggestions={suggestions} />;
}

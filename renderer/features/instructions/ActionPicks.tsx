import { Autocomplete, Select, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ActionGroup, GroupPerson } from '../../../shared/groups/types.ts';
import type { Dispatch, Instruction } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { useSettings } from '../../app/settings.ts';
import { matchesPinyin } from '../../components/pinyin.ts';
import type { ActionFieldProps } from './ActionField.tsx';
import classes from './forms.module.css';
import type { Leader } from './leaders.ts';
import { useLeaders } from './leaders-now.ts';
import { readNames } from './read-form.ts';

type PickProps = ActionFieldProps & { label: string };
type Suggestion = { name: string; note: string };

/** The group whose people go when this unit or group is sent. */
export const groupOf = (
  groups: readonly ActionGroup[],
  to: { kind: string; id: string } | undefined,
): ActionGroup | undefined => groups.find((g) => (to?.kind === 'unit' ? g.unitId : g.id) === to?.id);

const useGroups = () => useQuery(desk.groups.board.queryOptions()).data ?? [];

/** The team the form is about: the one chosen, else the target chosen. */
function targetOf(i: Instruction, typed: ActionFieldProps['typed']): Dispatch['to'] | undefined {
  const team = i.dispatches.find((d) => d.id === typed.dispatchId);
  if (team) return team.to;
  const [kind, id] = (typed.to ?? '').split(':');
  return id && (kind === 'unit' || kind === 'group') ? { kind, id, name: '' } : undefined;
}

/** A name typed freely or taken from a list, by characters, pinyin or initials. */
function NameField({
  field,
  value,
  error,
  onChange,
  autoFocus,
  label,
  suggestions,
}: PickProps & { suggestions: readonly Suggestion[] }) {
  const known = suggestions.filter((s, n, all) => all.findIndex((each) => each.name === s.name) === n);
  return (
    <Autocomplete
      label={label}
      required={field.required}
      error={error}
      value={value}
      onChange={onChange}
      data={known.map((s) => s.name)}
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
      <NameField {...props} suggestions={leaders.map((l) => ({ name: l.name, note: words(l) }))} />
      {chosen && (
        <p className={classes.proposal}>
          {words(chosen)} <strong className={classes.number}>{chosen.phone}</strong>
        </p>
      )}
    </div>
  );
}

/** 接令人: the people of the team in ringing order, or anybody else. */
export function TakerField(props: PickProps) {
  const { t } = useTranslation();
  const groups = useGroups();
  const units = useSettings()?.units ?? [];
  const to = targetOf(props.instruction, props.typed);
  const unit = to?.kind === 'unit' ? units.find((u) => u.id === to.id) : undefined;
  const note = (p: GroupPerson) =>
    `${t(($) => $.groups.duty[p.duty])} ${t(($) => $.groups.availability[p.availability])}`;
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
  return <NameField {...props} suggestions={suggestions} />;
}

/** 出动人员: chips from the team's people; other names may be typed. */
export function CrewField({ instruction, typed, value, error, onChange, autoFocus, label }: PickProps) {
  const { t } = useTranslation();
  const group = groupOf(useGroups(), targetOf(instruction, typed));
  const people = group?.people.filter((p) => p.duty !== 'deputyInCharge') ?? [];
  return (
    <TagsInput
      label={label}
      data-chips
      size="md"
      description={t(($) => $.instructions.hint.crew)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
      value={readNames(value)}
      onChange={(names) => onChange(names.join('、'))}
      splitChars={['、', ',', '，', ';', '；']}
      data={people.map((p) => p.name)}
      filter={({ options, search }) => options.filter((o) => 'value' in o && matchesPinyin(o.value, search))}
      renderOption={({ option }) => {
        const person = people.find((p) => p.name === option.value);
        return (
          <span>
            {option.value}{' '}
            <span className={classes.dim}>
              {person &&
                `${t(($) => $.groups.duty[person.duty])} ${t(($) => $.groups.availability[person.availability])}`}
            </span>
          </span>
        );
      }}
      acceptValueOnBlur
      clearable={false}
      comboboxProps={{ keepMounted: false, shadow: 'none', transitionProps: { duration: 0 } }}
      data-autofocus={autoFocus || undefined}
    />
  );
}

/** 车辆: the team's own by plate, marked or not, or any other. */
export function VehicleField(props: PickProps) {
  const { t } = useTranslation();
  const group = groupOf(useGroups(), targetOf(props.instruction, props.typed));
  const suggestions = (group?.vehicles ?? []).map((v) => ({
    name: v.plate,
    note: v.marked ? t(($) => $.instructions.hint.marked) : t(($) => $.instructions.hint.unmarked),
  }));
  return <NameField {...props} suggestions={suggestions} />;
}

/** 处置代码: from the office's own list; choosing one fills an empty text with its word. */
export function CodeField({ value, error, onFill, typed, autoFocus, label }: PickProps) {
  const { t } = useTranslation();
  const codes = useQuery(desk.dictionary.view.queryOptions()).data?.codes ?? [];
  const wordOf = (id: string | null) => codes.find((c) => c.id === id)?.text ?? '';
  const choose = (id: string | null) => {
    const text = typed.text ?? '';
    const untouched = text.trim() === '' || text === wordOf(value);
    onFill({ codeId: id ?? '', ...(untouched ? { text: wordOf(id) } : {}) });
  };
  return (
    <Select
      label={label}
      searchable
      clearable
      error={error}
      data={codes.filter((c) => c.active || c.id === value).map((c) => ({ value: c.id, label: c.text }))}
      filter={({ options, search }) => options.filter((o) => 'label' in o && matchesPinyin(o.label, search))}
      nothingFoundMessage={t(($) => $.instructions.hint.codeNone)}
      value={value || null}
      onChange={choose}
      data-autofocus={autoFocus || undefined}
    />
  );
}

/** Which of several orders is reported done; the only one says what it is. */
export function OrderField({ instruction, value, error, onChange, label }: PickProps) {
  const open = instruction.orders.filter((o) => o.done === null);
  const words = (o: (typeof open)[number]) => `${o.who}: ${o.text} (${o.owner})`;
  const only = open[0];
  if (open.length < 2) return only ? <p className={classes.quote}>{words(only)}</p> : null;
  return (
    <Select
      label={label}
      error={error}
      allowDeselect={false}
      data={open.map((o) => ({ value: o.id, label: words(o) }))}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}

/** The original of a duplicate. */
export function InstructionPicker({ instruction, value, error, onChange, label }: PickProps) {
  const live = useQuery(desk.instructions.list.queryOptions({ input: { limit: 200 } })).data?.rows ?? [];
  const others = live.filter((i) => i.id !== instruction.id && i.state !== 'voided');
  return (
    <Select
      label={label}
      required
      searchable
      error={error}
      data={others.map((i) => ({ value: i.id, label: `${i.number} ${i.place} ${i.text.slice(0, 20)}` }))}
      filter={({ options, search }) => options.filter((o) => 'label' in o && matchesPinyin(o.label, search))}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      data-autofocus
    />
  );
}

import { Select, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { matchesPinyin, nameMeant } from '../../components/pinyin.ts';
import { standingWords } from '../../components/standing-words.ts';
import { groupOf, type PickProps, targetOf, useGroups } from './ActionNames.tsx';
import classes from './forms.module.css';
import { readNames } from './read-form.ts';

/** 出动人员: chips from the team's people; other names may be typed. */
export function CrewField({ instruction, typed, value, error, onChange, autoFocus, label }: PickProps) {
  const { t } = useTranslation();
  const group = groupOf(useGroups(), targetOf(instruction, typed));
  const people = group?.people.filter((p) => p.duty !== 'deputyInCharge') ?? [];
  const names = people.map((p) => p.name);
  const meant = (name: string) => nameMeant(names, name);
  return (
    <TagsInput
      label={label}
      data-chips
      size="md"
      description={t(($) => $.instructions.hint.crew)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
      value={readNames(value)}
      onChange={(all) => onChange([...new Set(all.map(meant))].join('、'))}
      splitChars={['、', ',', '，', ';', '；']}
      data={names}
      filter={({ options, search }) => options.filter((o) => 'value' in o && matchesPinyin(o.value, search))}
      renderOption={({ option }) => {
        const person = people.find((p) => p.name === option.value);
        return (
          <span>
            {option.value}{' '}
            <span className={classes.dim}>
              {person && `${t(($) => $.groups.duty[person.duty])} ${standingWords(person)}`}
            </span>
          </span>
        );
      }}
      acceptValueOnBlur
      openOnFocus={false}
      clearable={false}
      comboboxProps={{ keepMounted: false, shadow: 'none', transitionProps: { duration: 0 } }}
      data-autofocus={autoFocus || undefined}
    />
  );
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

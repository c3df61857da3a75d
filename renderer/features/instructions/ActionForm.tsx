import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionName, Instruction } from '../../../shared/instructions/types.ts';
import type { ActionDraft } from '../../app/act.ts';
import { useFormErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import { useTeamChoice } from '../../components/instruction/use-team-choice.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { ActionChanged, stillPossible } from './ActionChanged.tsx';
import { ActionField } from './ActionField.tsx';
import { useFresh } from './ActionFresh.ts';
import { focusFirstFault, submitsByKey } from './ActionKeys.ts';
import classes from './forms.module.css';
import { type FormText, forms, shownFields } from './forms.ts';
import { defaultsOf, fixedOf } from './forms-defaults.ts';
import { LinkedNumbers } from './LinkedNumbers.tsx';
import { useLeaders } from './leaders-now.ts';
import { readForm } from './read-form.ts';
import { proposedTarget, useNobodyThere } from './TargetField.tsx';
import { teamsFor } from './teams.ts';

const nothingKnown = { leaders: [], proposal: '' };
const aboutOf = (start: FormText) => start.dispatchId ?? start.orderId ?? '';

type Props = {
  instruction: Instruction;
  action: Exclude<ActionName, 'correct'>;
  preset: Readonly<Record<string, string | boolean>>;
  onDone: (after: Instruction) => void;
  extra?: React.ReactNode;
  /** The version the person had in view, where the form was opened by a refusal of an older one. */
  since?: number;
};

/** The form of one action, built from the table. Errors stand at the fields; a draft outlives closing. */
export function ActionForm({ instruction, action, preset, onDone, extra, since }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const fresh = useFresh(instruction, since);
  // A draft belongs to the team or order it was written for.
  const [about] = useState(() => aboutOf(defaultsOf(instruction, action, preset, {}, nothingKnown)));
  const { values, change, clear } = useDraft<FormText>(`action:${instruction.id}:${action}:${about}`, {});
  const names = forms[action].map((f) => f.name);
  const { errors, setErrors, report, clear: clearErrors } = useFormErrors(names);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const typed = useTyped(instruction, action, preset, values);
  const nobody = useNobodyThere(action === 'dispatch' ? (typed.to ?? '') : '');
  const fields = shownFields(action, preset, {
    instruction: fresh.now,
    typed,
    asked: (field) => errors[field] !== undefined || (field === 'despite' && nobody),
    head: useSettings()?.site.head ?? '',
  });
  const possible = stillPossible(fresh, action);

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy || !possible) return;
    const { input, errors: found } = readForm(action, fields, typed, fixedOf(preset), {
      nowMs: engineNow(),
      timeZone: format.timeZone,
    });
    setErrors(found);
    if (Object.keys(found).length > 0) {
      focusFirstFault(form.current);
      return;
    }
    setBusy(true);
    try {
      const after = await fresh.send(action, input as ActionDraft<typeof action>);
      clear();
      onDone(after);
    } catch (error) {
      if (!fresh.keep(error)) report(error);
      focusFirstFault(form.current);
    } finally {
      setBusy(false);
    }
  };
  const latest = useRef(submit);
  latest.current = submit;

  // A form that follows another in the same drawer is not focused by the drawer.
  useEffect(() => {
    if (form.current?.contains(document.activeElement)) return;
    form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);

  const first = fields.find((f) => !['team', 'target', 'order', 'check', 'code'].includes(f.kind));
  const onChange = (name: string, patch: FormText) => {
    change(patch);
    clearErrors(name);
    // Another team may have somebody to go.
    if (name === 'to') clearErrors('despite');
  };
  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={submit}
      onKeyDown={submitsByKey(() => void latest.current())}
      noValidate
    >
      {!busy && <ActionChanged fresh={fresh} action={action} />}
      {action === 'reportBack' && <LinkedNumbers instructionId={instruction.id} />}
      <div className={classes.fields}>
        {fields.map((field) => (
          <div key={field.name} data-half={field.half || undefined}>
            <ActionField
              field={field}
              instruction={fresh.now}
              value={typed[field.name] ?? ''}
              error={errors[field.name]}
              autoFocus={field === first}
              typed={typed}
              onChange={(value) => onChange(field.name, { [field.name]: value })}
              onFill={(patch) => onChange(field.name, patch)}
            />
          </div>
        ))}
      </div>
      <div className={classes.foot}>
        {extra}
        <Button type="submit" variant="filled" loading={busy} disabled={!possible}>
          {fresh.seen ? t(($) => $.instructions.changed.send) : t(($) => $.common.save)}&nbsp;
          <Kbd>Ctrl+Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}

/**
 * What stands in the form: what was typed over what it starts with. It starts from the record as it was when the form was
 * opened: what others do meanwhile must not turn it to another team under the writer's hands.
 */
function useTyped(
  instruction: Instruction,
  action: Props['action'],
  preset: Props['preset'],
  values: FormText,
): FormText {
  const [opened] = useState(instruction);
  const leaders = useLeaders(opened);
  const proposed = proposedTarget(useTeamChoice(opened));
  const proposal = useRef('');
  if (proposal.current === '') proposal.current = proposed;
  const [gone] = useState(() => draftOfGoneTeam(opened, action, values));
  const { dispatchId, ...rest } = values;
  const chosen: FormText = dispatchId && dispatchId !== gone ? { ...rest, dispatchId } : rest;
  const world = { leaders, proposal: proposal.current };
  return { ...defaultsOf(opened, action, preset, chosen, world), ...chosen };
}

/** The team of a kept draft that the action no longer fits; empty when there is none. */
function draftOfGoneTeam(i: Instruction, action: Props['action'], draft: FormText): string {
  const field = forms[action].find((f) => f.kind === 'team');
  if (field?.kind !== 'team' || !draft.dispatchId) return '';
  return teamsFor(i, field.among).some((d) => d.id === draft.dispatchId) ? '' : draft.dispatchId;
}

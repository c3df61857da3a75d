import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shift } from '../../../shared/shifts/types.ts';
import { deskPeople } from '../../../shared/shifts/types.ts';
import { desk, deskClient } from '../../app/client.ts';
import { useFormErrors } from '../../app/errors.ts';
import { useMayCall } from '../../app/session.ts';
import { type CrewDraft, CrewPicker } from '../../components/CrewPicker.tsx';
import { CrewRules } from '../../components/crew/CrewRules.tsx';
import { crewOfDraft } from '../../components/crew/use-crew-rules.ts';
import { Panel } from '../../components/Panel.tsx';
import { PinField } from '../../components/PinField.tsx';
import { useDraft } from '../../components/use-draft.ts';
import classes from './TakeDeskPanel.module.css';

type Draft = CrewDraft & { absentIds: string[] };

const fromShift = (shift: Shift | null): Draft => {
  const idsOf = (duty: string) => shift?.members.filter((m) => m.duty === duty).map((m) => m.personId) ?? [];
  return {
    shiftLeadId: idsOf('shiftLead')[0] ?? null,
    liaisonId: idsOf('liaison')[0] ?? null,
    officerIds: idsOf('officer'),
    leaderOnDutyId: idsOf('leaderOnDuty')[0] ?? null,
    absentIds: [],
  };
};

/** An empty desk: the crew, who is present, and the lead's PIN. */
export function TakeDeskPanel({ relief }: { relief: Shift | null }) {
  const { t } = useTranslation();
  const may = useMayCall();
  const people = useQuery(desk.people.list.queryOptions()).data ?? [];
  const { values, change, clear } = useDraft<Draft>('take-desk', fromShift(relief));
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const { errors, report, clear: clearErrors } = useFormErrors();

  const crew = crewOfDraft(values);
  const everyone = [...new Set([...deskPeople(crew), crew.leaderOnDutyId ?? ''])].filter((id) => id !== '');
  const nameOf = (id: string) => people.find((p) => p.id === id)?.name ?? '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    clearErrors();
    try {
      const presentIds = everyone.filter((id) => !values.absentIds.includes(id));
      await deskClient.shifts.takeDesk({ crew, presentIds, pin });
      clear();
    } catch (error) {
      report(error);
    } finally {
      setPin('');
      setBusy(false);
    }
  };

  return (
    <Panel fill title={t(($) => $.desk.take.title)}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <p className={classes.intro}>{t(($) => $.desk.take.intro)}</p>
        <CrewPicker
          people={people.filter((p) => p.active)}
          value={values}
          errors={errors}
          onChange={(patch) => {
            change(patch);
            clearErrors();
          }}
        />
        <CrewRules crew={crew} which="present" />
        {everyone.length > 0 && (
          <fieldset className={classes.present}>
            <legend>{t(($) => $.desk.take.present)}</legend>
            {everyone.map((id) => (
              <Checkbox
                key={id}
                label={nameOf(id)}
                checked={!values.absentIds.includes(id)}
                onChange={(e) =>
                  change({
                    absentIds: e.currentTarget.checked
                      ? values.absentIds.filter((each) => each !== id)
                      : [...values.absentIds, id],
                  })
                }
              />
            ))}
          </fieldset>
        )}
        {may('shifts.takeDesk') ? (
          <div className={classes.sign}>
            <PinField
              label={t(($) => $.desk.take.leadPin)}
              value={pin}
              onChange={setPin}
              error={errors.pin}
            />
            <Button type="submit" variant="filled" size="md" loading={busy}>
              {t(($) => $.desk.take.submit)}
            </Button>
          </div>
        ) : (
          <p className={classes.notice}>{t(($) => $.desk.take.notLead)}</p>
        )}
      </form>
    </Panel>
  );
}

import { Button, Checkbox, Modal, MultiSelect, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../shared/people/roles.ts';
import { type Person, type PersonInput, personKindSchema } from '../../../shared/people/types.ts';
import { deskClient } from '../../app/client.ts';
import { useSettings } from '../../app/settings.ts';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

const empty: PersonInput = {
  staffNo: '',
  name: '',
  unitId: '',
  title: '',
  kind: 'regular',
  phone: '',
  roles: [],
  active: true,
};
const names = ['staffNo', 'name', 'unitId', 'title', 'kind', 'phone', 'roles', 'active'];
const fields = names.flatMap((name) => [name, `person.${name}`]);

/** Adds or edits one person. */
export function PersonDialog({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const { t } = useTranslation();
  const units = useSettings()?.units ?? [];
  const [values, setValues] = useState<PersonInput>(person ?? empty);
  const { errors, busy, save } = useSave(fields);
  const error = (name: string) => errors[name] ?? errors[`person.${name}`];
  const set = (patch: Partial<PersonInput>) => setValues({ ...values, ...patch });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { staffNo, name, unitId, title, kind, phone, active } = values;
    const input: PersonInput = { staffNo, name, unitId, title, kind, phone, active, roles: values.roles };
    const ok = await save(() =>
      person
        ? deskClient.people.update({ id: person.id, version: person.version, person: input })
        : deskClient.people.create(input),
    );
    if (ok) onClose();
  };
  const text = (name: 'staffNo' | 'name' | 'title' | 'phone', label: string) => (
    <TextInput
      label={label}
      required={name === 'staffNo' || name === 'name'}
      value={values[name]}
      error={error(name)}
      autoComplete="off"
      onChange={(e) => set({ [name]: e.currentTarget.value })}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={
        person ? t(($) => $.settings.people.edit, { name: person.name }) : t(($) => $.settings.people.add)
      }
    >
      <form onSubmit={submit} noValidate>
        <div className={classes.pairs}>
          {text(
            'staffNo',
            t(($) => $.settings.people.staffNo),
          )}
          {text(
            'name',
            t(($) => $.common.name),
          )}
          <Select
            label={t(($) => $.settings.people.unit)}
            required
            searchable
            data={units.map((u) => ({ value: u.id, label: u.name }))}
            value={values.unitId || null}
            error={error('unitId')}
            onChange={(unitId) => set({ unitId: unitId ?? '' })}
          />
          {text(
            'title',
            t(($) => $.settings.people.position),
          )}
          {text(
            'phone',
            t(($) => $.common.phone),
          )}
          <Select
            label={t(($) => $.settings.people.kind)}
            allowDeselect={false}
            data={personKindSchema.options.map((k) => ({
              value: k,
              label: t(($) => $.common.personKind[k]),
            }))}
            value={values.kind}
            onChange={(kind) => kind && set({ kind: kind as PersonInput['kind'] })}
          />
          <MultiSelect
            className={classes.full}
            label={t(($) => $.settings.people.roles)}
            data={roles.map((role) => ({ value: role, label: t(($) => $.common.role[role]) }))}
            value={values.roles}
            error={error('roles')}
            onChange={(chosen) => set({ roles: chosen as Role[] })}
          />
          <Checkbox
            label={t(($) => $.settings.people.active)}
            checked={values.active}
            onChange={(e) => set({ active: e.currentTarget.checked })}
          />
        </div>
        <div className={classes.foot}>
          <Button type="submit" variant="filled" loading={busy}>
            {t(($) => $.common.save)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

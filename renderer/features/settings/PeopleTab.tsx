import { Button, Checkbox, TextInput, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/people/types.ts';
import { desk } from '../../app/client.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../../components/Panel.tsx';
import { matchesPinyin } from '../../components/pinyin.ts';
import { Tag } from '../../components/Tag.tsx';
import { CredentialDialog } from './CredentialDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import classes from './settings.module.css';

/** Everyone with roles and credentials; an administrator adds, edits and sets first passwords. */
export function PeopleTab() {
  const { t } = useTranslation();
  const may = useMayCall();
  const people = useQuery(desk.people.list.queryOptions()).data ?? [];
  const [words, setWords] = useState('');
  const [withLeft, setWithLeft] = useState(false);
  const [editing, setEditing] = useState<Person | 'new' | null>(null);
  const [credential, setCredential] = useState<Person | null>(null);
  const shown = people.filter(
    (p) => (withLeft || p.active) && (words.trim() === '' || matchesPinyin(`${p.name} ${p.staffNo}`, words)),
  );
  return (
    <Panel
      flush
      title={t(($) => $.settings.people.title)}
      note={t(($) => $.settings.people.count, { count: shown.length })}
      actions={
        <>
          <Checkbox
            size="sm"
            label={t(($) => $.settings.people.showLeft)}
            checked={withLeft}
            onChange={(e) => setWithLeft(e.currentTarget.checked)}
          />
          <TextInput
            size="sm"
            aria-label={t(($) => $.common.search)}
            placeholder={t(($) => $.settings.people.search)}
            value={words}
            onChange={(e) => setWords(e.currentTarget.value)}
          />
          {may('people.create') && (
            <Button variant="filled" onClick={() => setEditing('new')}>
              {t(($) => $.settings.people.add)}
            </Button>
          )}
        </>
      }
    >
      <table className={classes.table} aria-label={t(($) => $.settings.people.grid)}>
        <thead>
          <tr>
            <th scope="col">{t(($) => $.settings.people.staffNo)}</th>
            <th scope="col">{t(($) => $.common.name)}</th>
            <th scope="col">{t(($) => $.settings.people.unit)}</th>
            <th scope="col">{t(($) => $.common.phone)}</th>
            <th scope="col">{t(($) => $.settings.people.roles)}</th>
            <th scope="col">{t(($) => $.settings.people.credential)}</th>
            <th scope="col">
              <VisuallyHidden>{t(($) => $.common.edit)}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((p) => (
            <tr key={p.id} data-left={!p.active || undefined}>
              <td>{p.staffNo}</td>
              <td>
                <strong>{p.name}</strong> {!p.active && <Tag>{t(($) => $.settings.people.inactive)}</Tag>}
              </td>
              <td>
                {p.unitName} <span className={classes.dim}>{p.title}</span>
              </td>
              <td>{p.phone}</td>
              <td>
                <div className={classes.roles}>
                  {p.roles.map((role) => (
                    <Tag key={role}>{t(($) => $.common.role[role])}</Tag>
                  ))}
                </div>
              </td>
              <td>
                <div className={classes.roles}>
                  {p.hasPassword && <Tag tone="good">{t(($) => $.settings.people.hasPassword)}</Tag>}
                  {p.hasPin && <Tag tone="good">{t(($) => $.settings.people.hasPin)}</Tag>}
                  {!p.hasPassword && !p.hasPin && <Tag>{t(($) => $.settings.people.noCredential)}</Tag>}
                </div>
              </td>
              <td>
                {may('people.update') && (
                  <div className={classes.buttons}>
                    <Button size="compact-sm" onClick={() => setEditing(p)}>
                      {t(($) => $.common.edit)}
                    </Button>
                    <Button size="compact-sm" onClick={() => setCredential(p)}>
                      {t(($) => $.settings.people.setCredential)}
                    </Button>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {editing !== null && (
        <PersonDialog person={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {credential && <CredentialDialog person={credential} onClose={() => setCredential(null)} />}
    </Panel>
  );
}

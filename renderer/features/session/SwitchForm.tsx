import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk, session } from '../../app/client.ts';
import { PersonPicker } from '../../components/PersonPicker.tsx';
import { PinEntry } from './PinEntry.tsx';
import classes from './session.module.css';

/** 切换人员: a person by pinyin, then the PIN. */
export function SwitchForm({ label, onDone }: { label: string; onDone?: () => void }) {
  const { t } = useTranslation();
  const status = useQuery(desk.setup.status.queryOptions());
  const [personId, setPersonId] = useState<string | null>(null);
  const people = (status.data?.people ?? []).filter((p) => p.hasPin);
  return (
    <div className={classes.switch}>
      <PersonPicker
        label={t(($) => $.common.person)}
        description={t(($) => $.session.switchHint)}
        people={people}
        value={personId}
        onChange={(id) => setPersonId(id)}
        data-autofocus
        autoFocus
      />
      <PinEntry
        key={personId ?? 'nobody'}
        label={label}
        ready={personId !== null}
        autoFocus={personId !== null}
        submit={async (pin) => {
          await session({ op: 'switch', personId: personId ?? '', pin });
          onDone?.();
        }}
      />
    </div>
  );
}

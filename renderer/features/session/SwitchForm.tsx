import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk, session } from '../../app/client.ts';
import { PersonPicker } from '../../components/PersonPicker.tsx';
import { PinEntry } from './PinEntry.tsx';
import { withoutPin } from './person-search.ts';
import classes from './session.module.css';

/** Digits that follow sooner than this belong to the same PIN. */
const SAME_PIN_MS = 2000;

/** 切换人员: a person by pinyin, then the PIN. */
export function SwitchForm({ label, onDone }: { label: string; onDone?: () => void }) {
  const { t } = useTranslation();
  const status = useQuery(desk.setup.status.queryOptions());
  const [personId, setPersonId] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [strayPin, setStrayPin] = useState(false);
  const cutAt = useRef(Number.NEGATIVE_INFINITY);
  const people = (status.data?.people ?? []).filter((p) => p.hasPin);
  return (
    <div className={classes.switch}>
      <PersonPicker
        label={t(($) => $.common.person)}
        description={t(($) => $.session.switchHint)}
        people={people}
        value={personId}
        onChange={(id) => {
          setPersonId(id);
          setStrayPin(false);
        }}
        searchValue={search}
        onSearchChange={(typed) => {
          const now = performance.now();
          const read = withoutPin(typed, people, now - cutAt.current < SAME_PIN_MS);
          setSearch(read.search);
          if (read.cut) {
            cutAt.current = now;
            setStrayPin(true);
          } else if (typed !== '' && typed !== search) setStrayPin(false);
        }}
        error={strayPin && t(($) => $.session.strayPin)}
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

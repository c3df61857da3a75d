import { Button, Select, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lifecycle } from '../../../shared/instructions/lifecycle.ts';
import { type InstructionState, stateSchema } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { useRouteParams } from '../../app/route.ts';
import { useMayCall } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { IntakeButton } from '../../components/IntakeButton.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { Panel } from '../../components/Panel.tsx';
import { InstructionGrid } from './InstructionGrid.tsx';
import classes from './ListPage.module.css';

const PAGE = 100;
const TYPING_MS = 250;
const openStates: readonly InstructionState[] = lifecycle.notify;

/** Every instruction, open ones first; the filters live in the address. */
export function ListPage() {
  const { t } = useTranslation();
  const may = useMayCall();
  const format = useFormat();
  const [params, change] = useRouteParams();
  const filter = params.get('state') ?? 'open';
  const words = params.get('words') ?? '';
  const dutyDay = params.get('day') ?? '';
  const limit = Math.min(500, Number(params.get('limit') ?? PAGE) || PAGE);
  const [typed, setTyped] = useState(words);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing moves the address, never the other way
  useEffect(() => {
    const timer = setTimeout(() => typed !== words && change({ words: typed, limit: null }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const one = stateSchema.safeParse(filter);
  const states = one.success ? [one.data] : filter === 'all' ? [] : [...openStates];
  const list = useQuery(
    desk.instructions.list.queryOptions({
      input: { states, words, dutyDay: /^\d{4}-\d{2}-\d{2}$/.test(dutyDay) ? dutyDay : null, limit },
    }),
  );
  const rows = list.data?.rows ?? [];
  const total = list.data?.total ?? 0;

  return (
    <PageFrame
      fill
      title={t(($) => $.instructions.title)}
      note={t(($) => $.instructions.list.total, { count: total })}
      actions={
        <>
          <TextInput
            size="sm"
            w={240}
            aria-label={t(($) => $.instructions.list.searchLabel)}
            placeholder={t(($) => $.instructions.list.search)}
            value={typed}
            onChange={(e) => setTyped(e.currentTarget.value)}
          />
          <Select
            size="sm"
            w={140}
            aria-label={t(($) => $.instructions.list.state)}
            allowDeselect={false}
            data={[
              { value: 'open', label: t(($) => $.instructions.list.open) },
              { value: 'all', label: t(($) => $.instructions.list.all) },
              ...stateSchema.options.map((s) => ({ value: s, label: t(($) => $.instructions.state[s]) })),
            ]}
            value={filter}
            onChange={(state) => change({ state, limit: null })}
          />
          <DatePickerInput
            size="sm"
            w={150}
            clearable
            valueFormat="YYYY-MM-DD"
            defaultDate={format.isoDate(engineNow())}
            placeholder={t(($) => $.instructions.list.dutyDay)}
            aria-label={t(($) => $.instructions.list.dutyDay)}
            value={dutyDay || null}
            onChange={(day) => change({ day, limit: null })}
          />
          {may('instructions.receive') && <IntakeButton />}
        </>
      }
    >
      <Panel fill flush label={t(($) => $.instructions.list.grid)}>
        {list.isSuccess && rows.length === 0 ? (
          <EmptyState>{t(($) => $.instructions.list.empty)}</EmptyState>
        ) : (
          <InstructionGrid rows={rows} total={total} />
        )}
        {rows.length < total && limit < 500 && (
          <div className={classes.more}>
            <Button onClick={() => change({ limit: String(Math.min(500, limit + PAGE)) })}>
              {t(($) => $.instructions.list.more, { count: Math.min(PAGE, total - rows.length) })}
            </Button>
          </div>
        )}
      </Panel>
    </PageFrame>
  );
}

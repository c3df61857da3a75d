import { TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ArchiveRow } from '../../../shared/archive/types.ts';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { useRouteParams } from '../../app/route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useAudit } from '../../components/record/use-audit.ts';
import { WholeCheck } from '../../components/record/WholeCheck.tsx';
import { ArchiveGrid } from './ArchiveGrid.tsx';
import css from './archive.module.css';
import { CheckPanel } from './CheckPanel.tsx';
import { PaperPanel } from './PaperPanel.tsx';

/** 封存档案: every sealed sheet, what it proves, and the way from an old paper back to its record. */
export function ArchivePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [params, change] = useRouteParams();
  const day = params.get('day');
  const words = params.get('words') ?? '';
  const chosen = params.get('id');
  const query = useInfiniteQuery(
    desk.archive.list.infiniteOptions({
      input: (offset: number) => ({ day: day ?? undefined, words: words.trim(), offset }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const shown = all.reduce((sum, page) => sum + page.rows.length, 0);
        return shown < last.total ? shown : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const rows: ArchiveRow[] = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const choose = (sha256: string) => change({ id: sha256 });
  // What was found must be seen without scrolling.
  const broken = useAudit()?.last?.verdict.ok === false;
  const filtered = day !== null || words.trim() !== '';
  return (
    <PageFrame
      fill
      title={t(($) => $.archive.title)}
      note={query.isSuccess ? t(($) => $.archive.note, { total }) : undefined}
      actions={
        <>
          <Link className={css.link} href="/handover">
            {t(($) => $.archive.back)}
          </Link>
          <DatePickerInput
            size="sm"
            w={170}
            clearable
            defaultDate={format.isoDate(engineNow())}
            aria-label={t(($) => $.archive.day)}
            placeholder={t(($) => $.archive.day)}
            value={day}
            onChange={(next) => change({ day: next })}
          />
          <TextInput
            size="sm"
            w={240}
            aria-label={t(($) => $.archive.words)}
            placeholder={t(($) => $.archive.words)}
            value={words}
            maxLength={100}
            onChange={(event) => change({ words: event.currentTarget.value })}
          />
        </>
      }
    >
      <div className={css.columns}>
        <div className={css.left}>
          <PaperPanel onShow={choose} />
          <Panel fill flush label={t(($) => $.archive.list)}>
            {query.isError && <EmptyState>{errorText(query.error)}</EmptyState>}
            {query.isSuccess && rows.length === 0 && (
              <EmptyState>{filtered ? t(($) => $.archive.noMatch) : t(($) => $.archive.empty)}</EmptyState>
            )}
            {rows.length > 0 && (
              <ArchiveGrid
                rows={rows}
                total={total}
                chosen={chosen}
                onChoose={choose}
                onMore={() => void query.fetchNextPage()}
              />
            )}
          </Panel>
        </div>
        <div className={css.right}>
          {chosen === null ? (
            <Panel>
              <EmptyState>{t(($) => $.archive.choose)}</EmptyState>
            </Panel>
          ) : (
            <CheckPanel key={chosen} sha256={chosen} />
          )}
          <div className={css.whole} data-first={broken || undefined}>
            <WholeCheck />
          </div>
        </div>
      </div>
    </PageFrame>
  );
}

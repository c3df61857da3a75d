import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useNow } from '../../app/now.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { HandoverSheet } from '../../print/HandoverSheet.tsx';
import { DocumentBar } from './DocumentBar.tsx';
import { draftSheet } from './draft-sheet.ts';
import { SealBar } from './SealBar.tsx';
import css from './sheet.module.css';
import { useSettled } from './use-settled.ts';

/** Drawn anew only for another sheet: sixty items are a long paper. */
const Paper = memo(HandoverSheet);

type Props = { view: HandoverView | undefined; chosenId: string | null; onBack: () => void };

/** The paper beside the work: as it would be frozen now, as it was frozen, or as it was archived. */
export function SheetPanel({ view, chosenId, onBack }: Props) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const id = chosenId ?? view?.current?.id ?? null;
  const query = useQuery(desk.handover.sheet.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }));
  // The previous answer stays as a placeholder while the next one comes: it must not pass for another handover.
  const kept = query.data?.handover.id === id ? query.data : undefined;
  const draft = useMemo(() => (view ? draftSheet(view, now) : null), [view, now]);
  const sheet = id === null ? draft : kept;
  const shown = useSettled(sheet);
  const status = sheet?.handover.status;
  const note =
    id === null
      ? t(($) => $.handover.preview.draft)
      : status === 'frozen' || status === 'outgoingSigned'
        ? t(($) => $.handover.preview.frozen)
        : (sheet?.handover.number ?? '');
  return (
    <Panel
      title={t(($) => $.handover.preview.title)}
      note={note}
      fill
      flush
      actions={
        chosenId !== null && (
          <Button size="compact-md" onClick={onBack}>
            {t(($) => $.handover.preview.current)}
          </Button>
        )
      }
    >
      {sheet && id !== null && <SealBar key={id} sheet={sheet} />}
      {sheet?.handover.chain && <DocumentBar handover={sheet.handover} />}
      {query.isError && id !== null && <EmptyState>{errorText(query.error)}</EmptyState>}
      {!sheet && !query.isError && <EmptyState>{t(($) => $.handover.preview.empty)}</EmptyState>}
      {sheet && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className={css.desk} tabIndex={0} aria-label={t(($) => $.handover.preview.paper)}>
          <div className={css.paper}>
            <Paper sheet={shown ?? sheet} />
          </div>
        </section>
      )}
    </Panel>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import type { Person } from '../../../shared/people/types.ts';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { BRIEFING_PAGE, navigate, useRouteParams } from '../../app/route.ts';
import { useMayCall, useSession } from '../../app/session.ts';
import { useSettings } from '../../app/settings.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { CountPanel } from './CountPanel.tsx';
import { CrewDialog } from './CrewDialog.tsx';
import { CrewPanel } from './CrewPanel.tsx';
import { FreezeDialog } from './FreezeDialog.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { ItemsPanel } from './ItemsPanel.tsx';
import { NoRelief, reliefProblem } from './NoRelief.tsx';
import { PreparationPanel } from './PreparationPanel.tsx';
import { PrepareTime } from './PrepareTime.tsx';
import css from './page.module.css';
import { partId } from './parts.ts';
import { SectionsPanel } from './SectionsPanel.tsx';
import { SheetPanel } from './SheetPanel.tsx';
import { SignPanel } from './SignPanel.tsx';
import { StepStrip } from './StepStrip.tsx';
import { stepsOf } from './steps.ts';

/** 交接班: the steps from the relief's arrival to the sealed sheet, with the paper beside them. */
export function HandoverPage() {
  const { t } = useTranslation();
  const [params, setParams] = useRouteParams();
  const [freezing, setFreezing] = useState(false);
  const [planning, setPlanning] = useState(false);
  const people = useQuery(desk.people.list.queryOptions()).data ?? [];
  const query = useQuery(desk.handover.view.queryOptions());
  const view = query.data;
  const chosenId = params.get('id');
  const choose = (id: string | null) => setParams({ id });
  const steps = view ? stepsOf(view) : [];
  const next = steps.find((step) => step.state === 'now');
  return (
    <PageFrame
      title={t(($) => $.handover.title)}
      fill
      note={view?.holder && <Due view={view} />}
      actions={
        view?.holder && (
          <>
            {next && (
              <span className={css.next} role="status">
                {t(($) => $.handover.next, { step: t(($) => $.handover.step[next.name]) })}
              </span>
            )}
            <Button onClick={() => navigate(chosenId ? `${BRIEFING_PAGE}?id=${chosenId}` : BRIEFING_PAGE)}>
              {t(($) => $.handover.briefing)}
            </Button>
            {!view.current && (
              <Button variant="filled" onClick={() => setFreezing(true)}>
                {t(($) => $.handover.begin)}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={css.layout}>
        {view?.holder && <StepStrip steps={steps} />}
        {view?.holder && !view.current && <PrepareTime view={view} holder={view.holder} />}
        <div className={css.columns}>
          <div className={css.work}>
            {query.isError && <EmptyState>{errorText(query.error)}</EmptyState>}
            {query.isPending && <EmptyState>{t(($) => $.common.loading)}</EmptyState>}
            {view && !view.holder && (
              <EmptyState action={<Link href="/">{t(($) => $.handover.toDesk)}</Link>}>
                {t(($) => $.handover.noShift)}
              </EmptyState>
            )}
            {view?.holder && (
              <Work view={view} people={people} onSigned={choose} onPlan={() => setPlanning(true)} />
            )}
            <HistoryPanel chosenId={chosenId} onChoose={choose} />
          </div>
          <div id={partId('sheet')} className={css.sheet}>
            <SheetPanel view={view} chosenId={chosenId} onBack={() => choose(null)} />
          </div>
        </div>
      </div>
      {freezing && view && !view.current && (
        <FreezeDialog
          view={view}
          onClose={() => setFreezing(false)}
          onPlan={() => {
            setFreezing(false);
            setPlanning(true);
          }}
        />
      )}
      {planning && view?.holder && (
        <CrewDialog relief={view.relief} people={people} onClose={() => setPlanning(false)} />
      )}
    </PageFrame>
  );
}

type WorkProps = {
  view: HandoverView;
  people: readonly Person[];
  onSigned: (id: string) => void;
  onPlan: () => void;
};

function Work({ view, people, onSigned, onPlan }: WorkProps) {
  const now = useNow(60_000);
  const { person } = useSession();
  const mayCall = useMayCall();
  const { current } = view;
  // Only the crew that takes over accepts and counts; the engine says the same.
  const mayDecide =
    mayCall('handover.decideItems') && (view.relief?.members.some((m) => m.personId === person?.id) ?? false);
  const problem = reliefProblem(view, now);
  return (
    <>
      {problem && <NoRelief view={view} problem={problem} onPlan={onPlan} />}
      {current && (
        <>
          <div id={partId('check')} className={css.part}>
            <ItemsPanel key={person?.id} handover={current} mayDecide={mayDecide} />
            <CountPanel handover={current} mayDecide={mayDecide} />
          </div>
          <div id={partId('sign')}>
            <SignPanel
              view={view}
              handover={current}
              onSigned={(handover) => {
                if (handover.signedAtMs !== null) onSigned(handover.id);
              }}
            />
          </div>
        </>
      )}
      <div id={partId('crew')}>
        <CrewPanel view={view} people={people} />
      </div>
      {!current && (
        <>
          <div id={partId('prepare')}>
            <PreparationPanel key={view.holder?.id} view={view} people={people} />
          </div>
          <SectionsPanel view={view} people={people} />
        </>
      )}
    </>
  );
}

function Due({ view }: { view: HandoverView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const grace = useSettings()?.limits.handoverGraceMinutes ?? 0;
  const due = view.holder?.plannedEndMs;
  if (due === undefined) return null;
  if (now < due + grace * 60_000) return t(($) => $.handover.dueAt, { at: format.dateTime(due) });
  return (
    <strong className={css.warn} role="alert">
      ◆ {t(($) => $.handover.late, { minutes: format.duration(now - due) })}
    </strong>
  );
}

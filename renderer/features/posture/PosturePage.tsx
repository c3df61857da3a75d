import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { navigate } from '../../app/route.ts';
import { useMayCall } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { PostureMark } from '../../components/PostureMark.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';
import { Checklist } from './Checklist.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import css from './posture.module.css';
import { RulesPanel } from './RulesPanel.tsx';

/** 平急转换: the posture in force, who may change it, the checklist of the emergency, and what was before (篇五 四(三)). */
export function PosturePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const mayCall = useMayCall();
  const [changing, setChanging] = useState(false);
  const query = useQuery(desk.posture.view.queryOptions());
  const held = useQuery(desk.desk.view.queryOptions()).data?.holder;
  const view = query.data;
  const may = mayCall('posture.change');
  const to = view?.now.posture === 'emergency' ? 'routine' : 'emergency';
  return (
    <PageFrame
      title={t(($) => $.posture.title)}
      actions={
        view && (
          <>
            {mayCall('posture.savePlan') && (
              <Button onClick={() => navigate('/settings?tab=plans')}>
                {t(($) => $.posture.plans.title)}
              </Button>
            )}
            {may && (
              <Button variant="filled" disabled={held === null} onClick={() => setChanging(true)}>
                {to === 'emergency' ? t(($) => $.posture.toEmergency) : t(($) => $.posture.toRoutine)}
              </Button>
            )}
          </>
        )
      }
    >
      {query.isError && <EmptyState>{errorText(query.error)}</EmptyState>}
      {query.isPending && <EmptyState>{t(($) => $.common.loading)}</EmptyState>}
      {view && (
        <div className={css.columns}>
          <div className={css.column}>
            <section
              className={css.state}
              data-posture={view.now.posture}
              aria-label={t(($) => $.posture.title)}
            >
              <PostureMark posture={view.now.posture} size={30} />
              <div className={css.stateWords}>
                <strong className={css.stateName}>{t(($) => $.posture.state[view.now.posture])}</strong>
                {view.now.sinceMs === null ? (
                  <span className={css.dim}>{t(($) => $.posture.never)}</span>
                ) : (
                  <>
                    <span>
                      {view.now.posture === 'emergency' &&
                        `${view.now.planName || t(($) => $.posture.noPlan)}${t(($) => $.common.middleDot)}`}
                      {t(($) => $.posture.by, {
                        name: view.now.byName,
                        at: format.near(view.now.sinceMs, now),
                      })}
                    </span>
                    <span className={css.reason}>
                      {t(($) => $.posture.lastReason)}
                      {t(($) => $.common.middleDot)}
                      {view.now.reason}
                    </span>
                  </>
                )}
                {held === null && <span className={css.warn}>◆ {t(($) => $.posture.noShift)}</span>}
                {!may && (
                  <span className={css.dim}>
                    {mayCall('posture.saveStep')
                      ? t(($) => $.posture.notAllowed)
                      : t(($) => $.posture.notAllowedRead)}
                  </span>
                )}
              </div>
            </section>
            <Checklist view={view} />
          </div>
          <div className={css.column}>
            <RulesPanel />
            <HistoryPanel history={view.history} />
          </div>
        </div>
      )}
      {view && changing && <ChangeDialog view={view} to={to} onClose={() => setChanging(false)} />}
    </PageFrame>
  );
}

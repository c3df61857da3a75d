import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isOpen } from '../../../shared/instructions/lifecycle.ts';
import { obligationsOf } from '../../../shared/instructions/obligations.ts';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { navigate } from '../../app/route.ts';
import { useSession } from '../../app/session.ts';
import { useSettings } from '../../app/settings.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { cardMark } from '../../components/instruction/focus-card.ts';
import { useStateWord } from '../../components/instruction/state-word.ts';
import { aboutFirst, cardSteps, possibleSteps } from '../../components/instruction/steps.ts';
import { useStep } from '../../components/instruction/use-steps.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import { blockingSentence } from './DetailBlocking.ts';
import { DetailFollowUps } from './DetailFollowUps.tsx';
import { DetailLeaders } from './DetailLeaders.tsx';
import classes from './DetailPage.module.css';
import { DetailTimeline } from './DetailTimeline.tsx';
import { Facts } from './Facts.tsx';
import { OwedPanel } from './OwedPanel.tsx';
import { SimilarPanel } from './SimilarPanel.tsx';
import { SlipButtons } from './SlipButtons.tsx';
import { TeamsPanel } from './TeamsPanel.tsx';

/** One instruction whole: what is owed, who is out, everything that happened, and what can be done next. */
export function DetailPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(10_000);
  const run = useStep();
  const stateWord = useStateWord();
  const limits = useSettings()?.limits;
  const roles = useSession().person?.roles ?? null;
  const query = useQuery(desk.instructions.get.queryOptions({ input: { id } }));
  const detail = query.data?.instruction.id === id ? query.data : undefined;
  const back = (
    <Button onClick={() => navigate('/instructions')}>{t(($) => $.instructions.detail.back)}</Button>
  );
  if (query.isError) {
    return (
      <PageFrame title={t(($) => $.instructions.title)} actions={back}>
        <EmptyState>{errorText(query.error)}</EmptyState>
      </PageFrame>
    );
  }
  if (!detail || !limits) {
    return (
      <PageFrame title={t(($) => $.instructions.title)} actions={back}>
        {t(($) => $.common.loading)}
      </PageFrame>
    );
  }
  const i = detail.instruction;
  const owed = obligationsOf(i, now, limits);
  const { main, others } = cardSteps(i, owed, roles);
  // What forbids closing is said in words; a button that is only refused would say less.
  const rest = possibleSteps(i, roles).filter(
    (step) => step !== main && !others.includes(step) && (step !== 'close' || owed.length === 0),
  );
  const open = isOpen(i.state);
  const competent = i.scope?.competent ?? '';

  return (
    <PageFrame
      fill
      title={t(($) => $.instructions.title)}
      note={
        <span className={classes.heading}>
          <strong>{i.number}</strong> {i.place} <Tag tone={open ? 'accent' : 'calm'}>{stateWord(i)}</Tag>{' '}
          {i.severity !== 'ordinary' && (
            <Tag tone={i.severity === 'grave' ? 'critical' : 'warning'}>
              {t(($) => $.instructions.severity[i.severity])}
            </Tag>
          )}{' '}
          {i.danger === 'present' && (
            <Tag tone="critical">{t(($) => $.instructions.detail.dangerWords.present)}</Tag>
          )}{' '}
          {i.backEnteredAtMs !== null && <Tag>{t(($) => $.papers.backEntered)}</Tag>}
        </span>
      }
      actions={
        <>
          <SlipButtons instruction={i} />
          {back}
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.side}>
          <Panel title={t(($) => $.instructions.detail.actions)}>
            <p className={classes.blocked} data-open={owed.length > 0 || undefined}>
              {!open
                ? t(($) => $.instructions.detail.ended, {
                    state: t(($) => $.instructions.state[i.state]),
                    time: i.closedAtMs === null ? '' : format.dateTime(i.closedAtMs),
                  })
                : owed.length > 0
                  ? blockingSentence(i, owed, format, now)
                  : t(($) => $.instructions.detail.mayClose)}
            </p>
            {i.state === 'outOfScopeOnScene' && (
              <p className={classes.keepOrder}>
                {competent === ''
                  ? t(($) => $.instructions.detail.keepOrderOpen)
                  : t(($) => $.instructions.detail.keepOrder, { competent })}
              </p>
            )}
            <div className={classes.buttons} {...cardMark(i.id)}>
              {main && (
                <Button key={main} variant="filled" onClick={() => run(i, main, aboutFirst(main, owed))}>
                  {t(($) => $.instructions.step[main])}
                </Button>
              )}
              {[...others, ...rest].map((step) => (
                <Button key={step} onClick={() => run(i, step, aboutFirst(step, owed))}>
                  {t(($) => $.instructions.step[step])}
                </Button>
              ))}
            </div>
          </Panel>
          {open && <OwedPanel instruction={i} owed={owed} limits={limits} />}
          <TeamsPanel instruction={i} />
        </div>
        <Panel
          fill
          flush
          title={t(($) => $.instructions.detail.timeline)}
          note={String(detail.events.length + 1)}
        >
          <DetailTimeline detail={detail} />
        </Panel>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className={classes.side} tabIndex={0} aria-label={t(($) => $.instructions.detail.about)}>
          <Facts detail={detail} />
          <DetailLeaders instruction={i} />
          <DetailFollowUps instruction={i} />
          <SimilarPanel id={i.id} />
        </section>
      </div>
    </PageFrame>
  );
}

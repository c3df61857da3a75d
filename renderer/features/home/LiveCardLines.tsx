import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LinkedCall } from '../../../shared/contract/instructions.ts';
import { arrivalDeadlineMs, impliedDispatch, lateMinutes } from '../../../shared/instructions/clock.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import { useStateWord } from '../../components/instruction/state-word.ts';
import type { Timing } from '../../components/instruction/timing.ts';
import { useTeamChoice } from '../../components/instruction/use-team-choice.ts';
import { Tag } from '../../components/Tag.tsx';
import classes from './LiveCard.module.css';

/** The state in words, where a card has no clock. */
export function StateWords({ instruction: i }: { instruction: Instruction }) {
  const stateWord = useStateWord();
  return <span className={classes.state}>{stateWord(i)}</span>;
}

/** What other callers said of the same event: it belongs to this card, danger first. */
export function LinkedCalls({ calls }: { calls: readonly LinkedCall[] }) {
  const { t } = useTranslation();
  if (calls.length === 0) return null;
  const danger = calls.some((c) => c.danger === 'present');
  return (
    <div className={classes.linked}>
      <Tag tone={danger ? 'critical' : 'calm'}>
        {t(($) => $.instructions.linked.card, { count: calls.length })}
        {danger && ` · ${t(($) => $.instructions.detail.dangerWords.present)}`}
      </Tag>{' '}
      {calls.map((c) => c.text).join(t(($) => $.common.listSeparator))}
    </div>
  );
}

/** The small line under the clock: what the clock counts. */
export function ClockNote({
  instruction: i,
  timing,
  limits,
}: {
  instruction: Instruction;
  timing: Timing | undefined;
  limits: Limits;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const team = i.dispatches.find((d) => d.id === timing?.dispatchId);
  if (timing?.code === 'dispatch') {
    return [
      t(($) => $.desk.live.receivedAt, { time: format.near(i.receivedAtMs, now) }),
      t(($) => $.desk.live.withinMinutes, { minutes: (i.limits ?? limits).dispatchMinutes }),
    ].join(' · ');
  }
  if (timing && team && (timing.code === 'arrival' || timing.code === 'explainDelay')) {
    return [
      t(($) => $.desk.live.dueAt, { time: format.near(arrivalDeadlineMs(team), now) }),
      t(($) => $.desk.live.limit, { minutes: team.limitMinutes }),
    ].join(' · ');
  }
  if (timing) return t(($) => $.desk.live.dueBy, { time: format.near(timing.dueMs, now) });
  const arrived = i.dispatches.find((d) => d.arrivedAtMs !== null);
  if (!arrived || arrived.arrivedAtMs === null) return null;
  const late = lateMinutes(arrived) ?? 0;
  return [
    t(($) => $.desk.live.arrivedAt, { time: format.near(arrived.arrivedAtMs, now) }),
    late > 0 ? t(($) => $.desk.live.late, { minutes: late }) : t(($) => $.desk.live.onTime),
  ].join(' · ');
}

/** Who is out for it and since when; before dispatch whom the clock proposes. */
export function TeamLine({
  instruction: i,
  timing,
}: {
  instruction: Instruction;
  timing: Timing | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const team = i.dispatches.find((d) => d.id === timing?.dispatchId) ?? impliedDispatch(i);
  if (i.state === 'outOfScopeOnScene') return <KeepOrder instruction={i} />;
  if (i.state === 'followUp') return <Progress instruction={i} />;
  if (!team) return <Proposed instruction={i} />;
  const others = i.dispatches.filter((d) => !d.recalled && d.id !== team.id).length;
  const explained = team.explanations.at(-1);
  const told = i.notices.at(-1);
  const parts = [
    team.to.name,
    team.takenAtMs !== null
      ? t(($) => $.desk.live.takenAt, { who: team.takenBy, time: format.near(team.takenAtMs, now) })
      : t(($) => $.desk.live.notTaken),
    team.leftAtMs !== null &&
      team.arrivedAtMs === null &&
      t(($) => $.desk.live.leftAt, { time: format.near(team.leftAtMs, now) }),
    explained && t(($) => $.desk.live.explained, { time: format.near(explained.explainedAtMs, now) }),
    team.arrivedAtMs === null &&
      explained?.expectedAtMs != null &&
      t(($) => $.desk.live.expected, { at: format.near(explained.expectedAtMs, now) }),
    told &&
      t(($) => $.desk.live.told, {
        who: told.who,
        time: format.near(told.notifiedAtMs, now),
        means: t(($) => $.common.means[told.means]),
      }),
    i.leaderNeededAtMs !== null && t(($) => $.instructions.detail.neededOnScene),
    others > 0 && t(($) => $.desk.live.moreTeams, { count: others }),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  const line = parts.join(' · ');
  return (
    <div className={classes.team} title={line}>
      {line}
    </div>
  );
}

/** 维护现场秩序: what the team does until the competent department comes. */
function KeepOrder({ instruction: i }: { instruction: Instruction }) {
  const { t } = useTranslation();
  const competent = i.scope?.competent ?? '';
  const team = impliedDispatch(i)?.to.name;
  return (
    <div className={classes.order}>
      {competent === ''
        ? t(($) => $.instructions.detail.keepOrderOpen)
        : t(($) => $.instructions.detail.keepOrder, { competent })}
      {team && <span className={classes.team}> · {team}</span>}
    </div>
  );
}

/** The follow-up with its owner, and how far it has come. */
function Progress({ instruction: i }: { instruction: Instruction }) {
  const format = useFormat();
  const now = useNow(60_000);
  const open = i.followUps.find((f) => f.done === null) ?? i.followUps.at(-1);
  if (!open) return null;
  const note = open.notes.at(-1);
  const line = [open.owner, open.text, note && `${format.near(note.atMs, now)} ${note.text}`]
    .filter(Boolean)
    .join(' · ');
  return (
    <div className={classes.team} title={line}>
      {line}
    </div>
  );
}

/** Before dispatch: whom the clock proposes, and what they are out for already. */
function Proposed({ instruction: i }: { instruction: Instruction }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const groups = useQuery(desk.groups.board.queryOptions()).data;
  const choice = useTeamChoice(i);
  if (!choice) return <div className={classes.team}>{t(($) => $.instructions.dispatchForm.none)}</div>;
  const { proposal, out } = choice;
  const name = (proposal.kind === 'unit' ? settings?.units : groups)?.find(
    (each) => each.id === proposal.id,
  )?.name;
  const busy = out
    .slice(0, 3)
    .map((o) => `#${o.number.replace(/^\d{4}-0*/, '')}`)
    .join(t(($) => $.common.listSeparator));
  return (
    <div className={classes.team}>
      {t(($) => $.desk.live.propose)} <strong>{name}</strong> ({t(($) => $.desk.live[proposal.reason])})
      {busy !== '' &&
        ` · ${t(($) => $.desk.live.busyWith, { list: out.length > 3 ? t(($) => $.instructions.dispatchForm.andMore, { list: busy, count: out.length }) : busy })}`}
    </div>
  );
}

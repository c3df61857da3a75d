import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { StateShape } from '../../components/StateShape.tsx';
import { type AlarmLine, useAlarms } from '../alarms.ts';
import { desk } from '../client.ts';
import { openDialog } from '../dialogs.ts';
import { useFormat } from '../format.ts';
import { useNow } from '../now.ts';
import { navigate } from '../route.ts';
import { useMayCall } from '../session.ts';
import { useSettings } from '../settings.ts';
import classes from './LeaderCall.module.css';
import { type LeadersToAsk, leadersToAsk } from './leader-to-ask.ts';

type Called = AlarmLine & { escalation: NonNullable<AlarmLine['escalation']> };

const asksForLeader = (alarm: AlarmLine): alarm is Called => alarm.escalation?.step === 'leaderOnDuty';

/** Stays while an alarm asks for the leader on duty and none was told since: whom to ring, and the form that records it. */
export function LeaderCall() {
  const { alarms } = useAlarms();
  const called = alarms.filter(asksForLeader);
  return called.length > 0 ? <Line called={called} /> : null;
}

function Line({ called }: { called: readonly Called[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMayCall();
  const now = useNow(60_000);
  const live = useQuery(desk.instructions.live.queryOptions()).data ?? [];
  const untold = called.filter((alarm) => {
    const instruction = live.find((i) => i.id === alarm.instructionId);
    return !instruction?.notices.some((n) => n.recordedAtMs >= alarm.escalation.atMs);
  });
  const [first] = untold;
  const instruction = live.find((i) => i.id === first?.instructionId);
  const leaders = useLeadersToAsk(instruction);
  if (!first) return null;
  const [preset] = leaders.people;
  return (
    <div className={classes.line} role="alert">
      <StateShape level={1} />
      <strong className={classes.ask}>
        {t(($) => $.alarms.escalation[words[leaders.as]])}{' '}
        {leaders.people.map(({ name, phone }) => (
          <span key={name} className={classes.person}>
            {name} {phone}
          </span>
        ))}
      </strong>
      <span className={classes.why}>
        {t(($) => $.alarms.escalation.why, {
          number: first.number,
          place: first.place,
          time: format.near(first.escalation.atMs, now),
        })}
        {untold.length > 1 && ` · ${t(($) => $.alarms.escalation.others, { count: untold.length - 1 })}`}
      </span>
      {instruction && (
        <span className={classes.buttons}>
          <Button size="compact-sm" onClick={() => navigate(`/instructions/${instruction.id}`)}>
            {t(($) => $.alarms.escalation.open)}
          </Button>
          {may('instructions.notify') && (
            <Button
              size="compact-sm"
              variant="filled"
              onClick={() =>
                openDialog({
                  kind: 'action',
                  instructionId: instruction.id,
                  action: 'notify',
                  preset: preset ? { who: preset.name } : undefined,
                })
              }
            >
              {t(($) => $.alarms.escalation.tell)}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}

const words = {
  onDuty: 'callLeader',
  deputy: 'callDeputy',
  any: 'callAny',
  nobody: 'callNobody',
} as const satisfies Record<LeadersToAsk['as'], string>;

function useLeadersToAsk(instruction: Parameters<typeof leadersToAsk>[0]): LeadersToAsk {
  const members = useQuery(desk.desk.view.queryOptions()).data?.holder?.members ?? [];
  const groups = useQuery(desk.groups.board.queryOptions()).data ?? [];
  const people = useQuery(desk.people.list.queryOptions()).data ?? [];
  const categories = useSettings()?.categories ?? [];
  return leadersToAsk(instruction, { members, groups, categories, people });
}

import { useTranslation } from 'react-i18next';
import type { InstructionDetail, LinkedCall } from '../../../shared/contract/instructions.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { LongText } from '../../components/LongText.tsx';
import { Tag } from '../../components/Tag.tsx';
import { takenBackAt } from './DetailEnds.ts';
import classes from './DetailPage.module.css';
import { correctionOf, type SummaryContext, summaryOf } from './summary.ts';
import { useSummaryContext } from './summary-words.ts';

type Event = InstructionDetail['events'][number];

/** Everything that happened, in the order of recording; both times where they differ. */
export function DetailTimeline({ detail }: { detail: InstructionDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const i = detail.instruction;
  const context = useSummaryContext(i);
  const back = takenBackAt(detail.events);
  const lines = linesOf(detail);
  return (
    <ol className={classes.lines}>
      <li className={classes.event}>
        <time>{format.near(i.receivedAtMs, now)}</time>
        <span>
          {t(($) => $.instructions.summary.receive, { text: i.place })}{' '}
          {i.backEnteredAtMs !== null && (
            <Tag tone="warning">{t(($) => $.instructions.detail.backEntered)}</Tag>
          )}
        </span>
        <span className={classes.who}>{detail.receivedByName}</span>
        {i.backEnteredAtMs !== null && <Recorded atMs={i.backEnteredAtMs} />}
      </li>
      {lines.map((line) => {
        if (line.kind === 'joined') return <Joined key={line.call.id} call={line.call} />;
        const { event } = line;
        const undoneAtMs = back.get(event.id);
        const apart = Math.abs(event.recordedAtMs - event.occurredAtMs) >= MINUTE;
        return (
          <li key={event.id} className={classes.event} data-undone={undoneAtMs !== undefined || undefined}>
            <time>{format.near(event.occurredAtMs, now)}</time>
            <span>
              <EventText event={event} context={context} undone={undoneAtMs !== undefined} />
              {undoneAtMs !== undefined && (
                <span className={classes.dim}>
                  {' '}
                  {t(($) => $.instructions.summary.takenBack, { time: format.near(undoneAtMs, now) })}
                </span>
              )}
            </span>
            <span className={classes.who}>{event.actorName}</span>
            {apart && <Recorded atMs={event.recordedAtMs} />}
          </li>
        );
      })}
    </ol>
  );
}

type Line = { atMs: number } & ({ kind: 'event'; event: Event } | { kind: 'joined'; call: LinkedCall });

/** The instruction's own events, and the calls linked to it when they came in. */
const linesOf = ({ events, duplicates }: InstructionDetail): Line[] =>
  [
    ...events.map((event): Line => ({ kind: 'event', atMs: event.recordedAtMs, event })),
    ...duplicates.map((call): Line => ({ kind: 'joined', atMs: call.receivedAtMs, call })),
  ].sort((a, b) => a.atMs - b.atMs);

function Joined({ call }: { call: LinkedCall }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const number = call.centreNo ? `${call.number}（${call.centreNo}）` : call.number;
  return (
    <li className={classes.event}>
      <time>{format.near(call.receivedAtMs, now)}</time>
      <LongText text={t(($) => $.instructions.linked.joined, { number, text: call.text })} />
      <span className={classes.who} />
    </li>
  );
}

function Recorded({ atMs }: { atMs: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  return (
    <span className={`${classes.recorded} ${classes.dim}`}>
      {t(($) => $.instructions.detail.recordedAt, { time: format.near(atMs, now) })}
    </span>
  );
}

/** A correction shows both values, the old one struck; an end that was taken back is struck whole. */
function EventText({ event, context, undone }: { event: Event; context: SummaryContext; undone: boolean }) {
  const { t } = useTranslation();
  if (event.name === 'correct') {
    const { field, before, value, reason } = correctionOf(event, context);
    return (
      <span className={classes.corrected}>
        {t(($) => $.instructions.summary.correctHead, { field })} <del>{before}</del> → <ins>{value}</ins>
        <br />
        <span className={classes.dim}>{t(($) => $.instructions.summary.correctReason, { reason })}</span>
      </span>
    );
  }
  const text = summaryOf(event, context);
  return undone ? <del>{text}</del> : <LongText text={text} />;
}

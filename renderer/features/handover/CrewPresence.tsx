import { useTranslation } from 'react-i18next';
import { type Absence, presenceOf } from '../../../shared/shifts/attendance.ts';
import type { Shift, ShiftMember } from '../../../shared/shifts/types.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import { useFormat } from '../../app/format.ts';
import { Tag } from '../../components/Tag.tsx';
import css from './crew.module.css';

type Props = {
  member: ShiftMember;
  shift: Shift;
  nowMs: number;
  leadMinutes: number;
  away: Absence | undefined;
};

/** How a person stands to the time: expected, due, missing, on time, late, absent, left early; away from the post. */
export function CrewPresence({ member, shift, nowMs, leadMinutes, away }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const presence = presenceOf(member, shift, nowMs, leadMinutes);
  const { signedInAtMs, signedOutAtMs, lateMinutes } = member;
  const near = (ms: number) => format.near(ms, nowMs);
  if (presence === 'absent' || presence === 'missing' || presence === 'due' || presence === 'expected') {
    if (presence === 'absent') return <Tag tone="critical">▲ {t(($) => $.crew.presence.absent)}</Tag>;
    if (presence === 'missing') return <Tag tone="warning">◆ {t(($) => $.crew.presence.missing)}</Tag>;
    return (
      <span className={presence === 'due' ? css.due : css.dim}>
        {presence === 'due' ? t(($) => $.crew.presence.due) : t(($) => $.crew.presence.expected)}
      </span>
    );
  }
  return (
    <span className={css.arrived}>
      {signedInAtMs !== null && <span>✓ {t(($) => $.crew.presence.onTime, { at: near(signedInAtMs) })}</span>}
      {presence === 'late' && (
        <Tag tone="warning">
          ◆ {t(($) => $.crew.presence.late, { minutes: format.duration((lateMinutes ?? 0) * MINUTE) })}
        </Tag>
      )}
      {presence === 'leftEarly' && signedOutAtMs !== null && (
        <Tag tone="warning">◆ {t(($) => $.crew.presence.leftEarly, { at: near(signedOutAtMs) })}</Tag>
      )}
      {presence !== 'leftEarly' && signedOutAtMs !== null && (
        <span className={css.dim}>{t(($) => $.crew.presence.left, { at: near(signedOutAtMs) })}</span>
      )}
      {away && <Tag tone="warning">◆ {t(($) => $.crew.presence.away, { at: near(away.fromMs) })}</Tag>}
    </span>
  );
}

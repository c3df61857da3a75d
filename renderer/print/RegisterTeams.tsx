import type { RegisterRow } from '../../shared/contract/instructions.ts';
import { teamFields, teamMark, type WriteTime } from '../../shared/papers/register.ts';
import { Labelled } from './Labelled.tsx';
import css from './register.module.css';

/** The teams below each other, each with its own clock. */
export function RegisterTeams({ row, near, nowMs }: { row: RegisterRow; near: WriteTime; nowMs: number }) {
  if (row.dispatches.length === 0) return row.state === 'declined' ? '未派送' : '—';
  return row.dispatches.map((d, n) => {
    const t = teamFields(d, near, nowMs);
    return (
      <div key={d.id} className={css.team}>
        <span className={css.item}>
          {teamMark(n, row.dispatches.length)}
          <b>{t.team}</b>
        </span>
        <span className={css.item}>
          <Pair label="派送" text={t.dispatched} /> <Pair label="接令" text={t.taken} />
        </span>
        <Labelled label="接令人" text={t.takenBy} />
        <span className={css.item}>
          <Pair label="应到" text={t.deadline} /> <Pair label="到场" text={t.arrived || '—'} />
        </span>
        {t.late !== '' && <span className={`${css.item} ${css.late}`}>{t.late}</span>}
      </div>
    );
  });
}

function Pair({ label, text }: { label: string; text: string }) {
  if (text === '') return null;
  return (
    <span className={css.pair}>
      <b>{label}</b> {text}
    </span>
  );
}

import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { obligationsOf } from '../../../shared/instructions/obligations.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { navigate } from '../../app/route.ts';
import { useSettings } from '../../app/settings.ts';
import { Countdown } from '../../components/instruction/Countdown.tsx';
import { OwedTag } from '../../components/instruction/OwedTag.tsx';
import { levelAt, timingOf } from '../../components/instruction/timing.ts';
import { Tag } from '../../components/Tag.tsx';
import classes from './ListPage.module.css';

const open = (i: Instruction) => navigate(`/instructions/${i.id}`);
const PAGE_ROWS = 10;

/** The list as a grid: arrows, PgUp, PgDn, Home, End move; Enter opens. */
export function InstructionGrid({ rows, total }: { rows: readonly Instruction[]; total: number }) {
  const { t } = useTranslation();
  const limits = useSettings()?.limits;
  const [at, setAt] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);

  const go = (row: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, row));
    setAt(next);
    body.current?.querySelectorAll('tr')[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, row: number) => {
    const moves: Record<string, number> = {
      ArrowDown: row + 1,
      ArrowUp: row - 1,
      PageDown: row + PAGE_ROWS,
      PageUp: row - PAGE_ROWS,
      Home: 0,
      End: rows.length - 1,
    };
    const to = moves[event.key];
    const here = rows[row];
    if (to !== undefined) {
      event.preventDefault();
      go(to);
    } else if (event.key === 'Enter' && here) open(here);
  };

  return (
    <table
      className={classes.grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is an interactive table, and its rows take the focus
      role="grid"
      aria-rowcount={total + 1}
      aria-label={t(($) => $.instructions.list.grid)}
    >
      <colgroup>
        <col style={{ width: 168 }} />
        <col style={{ width: 118 }} />
        <col />
        <col style={{ width: 190 }} />
        <col style={{ width: 116 }} />
        <col style={{ width: 120 }} />
        <col style={{ width: 210 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.instructions.list.number)}</th>
          <th scope="col">{t(($) => $.instructions.list.receivedAt)}</th>
          <th scope="col">{t(($) => $.instructions.field.place)}</th>
          <th scope="col">{t(($) => $.instructions.list.handledBy)}</th>
          <th scope="col">{t(($) => $.instructions.list.state)}</th>
          <th scope="col">{t(($) => $.instructions.list.clock)}</th>
          <th scope="col">{t(($) => $.instructions.list.next)}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((i, n) => (
          <tr
            key={i.id}
            aria-rowindex={n + 2}
            tabIndex={n === Math.min(at, rows.length - 1) ? 0 : -1}
            onClick={() => open(i)}
            onFocus={() => setAt(n)}
            onKeyDown={(event) => onKeyDown(event, n)}
          >
            <Row instruction={i} limits={limits} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Row({ instruction: i, limits }: { instruction: Instruction; limits: Limits | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(10_000);
  const owed = limits ? obligationsOf(i, now, limits) : [];
  const timing = limits && timingOf(i, owed, limits);
  const ended = i.closedAtMs !== null;
  const teams = i.dispatches.filter((d) => !d.recalled).map((d) => d.to.name);
  return (
    <>
      <td>
        <div className={classes.number}>{i.number}</div>
        <div className={classes.dim}>{i.centreNo}</div>
      </td>
      <td>{format.near(i.receivedAtMs, now)}</td>
      <td>
        <strong>{i.place}</strong>{' '}
        {i.severity !== 'ordinary' && (
          <Tag tone={i.severity === 'grave' ? 'critical' : 'warning'}>
            {t(($) => $.instructions.severity[i.severity])}
          </Tag>
        )}
        <div className={`${classes.dim} ${classes.clamp}`}>{i.text}</div>
      </td>
      <td>{teams.join(t(($) => $.common.listSeparator))}</td>
      <td>
        <Tag tone={ended ? 'calm' : 'accent'}>
          {i.duplicateOf ? t(($) => $.instructions.duplicate) : t(($) => $.instructions.state[i.state])}
        </Tag>
      </td>
      <td>
        {timing && <Countdown small timing={timing} what={t(($) => $.instructions.owed[timing.code])} />}
      </td>
      <td>{!ended && <OwedTag owed={owed} level={timing ? levelAt(timing, now) : 0} />}</td>
    </>
  );
}

import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acknowledge, silence, useAlarms } from '../app/alarms.ts';
import { wordOf } from '../locales/dynamic.ts';
import classes from './AlarmList.module.css';
import { AlarmListLine } from './AlarmListLine.tsx';
import { Kbd } from './Kbd.tsx';
import { StateShape } from './StateShape.tsx';
import { groupLines, type LineGroup, SMALL_GROUP, type SteadyLine, steadyLines } from './steady-lines.ts';

type Props = {
  /** Opens the page of what an alarm is about, by its address. */
  onOpen?: (address: string) => void;
  /** Shows the way to the page of all alarms. */
  onPage?: () => void;
  /** The first line takes the focus: opened by F8 to be answered from the keyboard. */
  autoFocus?: boolean;
};

const acknowledgeButtons = (list: HTMLElement) => [
  ...list.querySelectorAll<HTMLElement>('[data-acknowledge]'),
];

/**
 * Every ringing alarm; 消音 for the seat, 确认告警 for each, one after the other by Enter or Space. Many are grouped by class.
 * No line moves while the pointer or the focus is on the list.
 */
export function AlarmList({ onOpen, onPage, autoFocus }: Props) {
  const { t } = useTranslation();
  const { alarms, silenced } = useAlarms();
  const list = useRef<HTMLElement>(null);
  const { lines, hold } = useSteadyLines(alarms);
  const wordOfGroup = useGroupWord();

  useEffect(() => {
    if (autoFocus && list.current) (acknowledgeButtons(list.current)[0] ?? list.current).focus();
  }, [autoFocus]);

  if (lines.length === 0) return <p className={classes.none}>{t(($) => $.desk.alarm.none)}</p>;

  const onAcknowledge = (id: string, from: HTMLElement) => {
    // On to the next before this button goes, or the focus would fall out of the list.
    if (list.current) {
      const buttons = acknowledgeButtons(list.current);
      const at = buttons.indexOf(from);
      (buttons[at + 1] ?? buttons[at - 1] ?? list.current).focus();
    }
    void acknowledge(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !list.current || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    const buttons = acknowledgeButtons(list.current);
    const at = buttons.indexOf(event.target);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };
  const groups = groupLines(lines);
  const shown = { onOpen, onAcknowledge };

  return (
    <section
      ref={list}
      className={classes.list}
      aria-label={t(($) => $.desk.alarm.region)}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      {...hold}
    >
      <header className={classes.head}>
        <strong>{t(($) => $.desk.alarm.count, { count: alarms.length })}</strong>
        <span className={classes.hint}>{t(($) => $.alarms.list.hint)}</span>
        <Button size="compact-sm" onClick={() => void silence()} disabled={silenced}>
          {t(($) => $.desk.alarm.silence)}&nbsp;<Kbd>F7</Kbd>
        </Button>
      </header>
      {groups && (
        <p className={classes.summary}>
          {groups.map((group) => (
            <span key={group.key}>
              <StateShape level={group.level} size={14} /> {wordOfGroup(group)} {ringing(group)}
            </span>
          ))}
        </p>
      )}
      <div className={classes.lines}>
        {groups ? (
          groups.map((group, n) => <Group key={group.key} group={group} first={n === 0} {...shown} />)
        ) : (
          <Lines lines={lines} grouped={false} {...shown} />
        )}
      </div>
      {onPage && (
        <button type="button" className={`${classes.link} ${classes.foot}`} onClick={onPage}>
          {t(($) => $.alarms.list.page)}
        </button>
      )}
    </section>
  );
}

type Shown = Pick<Parameters<typeof AlarmListLine>[0], 'onOpen' | 'onAcknowledge'>;

function Lines({ lines, grouped, ...shown }: { lines: SteadyLine[]; grouped: boolean } & Shown) {
  return (
    <ul className={classes.plain}>
      {lines.map((line) => (
        <AlarmListLine key={line.alarm.run} line={line} grouped={grouped} {...shown} />
      ))}
    </ul>
  );
}

const ringing = (group: LineGroup) => group.lines.filter((line) => !line.gone).length;

function useGroupWord() {
  const { t } = useTranslation();
  return ({ key }: LineGroup) =>
    key === 'fresh' ? t(($) => $.alarms.list.fresh) : wordOf('desk.alarm.class', key, key);
}

/** The lines of one class under its head; the most urgent class and small ones stand open. */
function Group({ group, first, ...shown }: { group: LineGroup; first: boolean } & Shown) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? (first || group.lines.length <= SMALL_GROUP);
  const wordOfGroup = useGroupWord();
  return (
    <div>
      <button
        type="button"
        className={classes.group}
        data-level={group.level}
        aria-expanded={open}
        onClick={() => setChosen(!open)}
      >
        <StateShape level={group.level} />
        <strong>{wordOfGroup(group)}</strong>
        <span className={classes.count}>{t(($) => $.alarms.list.group, { count: ringing(group) })}</span>
        <span className={classes.toggle}>
          {open ? t(($) => $.alarms.list.collapse) : t(($) => $.alarms.list.expand)}
        </span>
      </button>
      {open && <Lines lines={group.lines} grouped={group.key !== 'fresh'} {...shown} />}
    </div>
  );
}

/** The lines, held still while the pointer or the focus is on what `hold` is spread over. */
function useSteadyLines(alarms: Parameters<typeof steadyLines>[1]) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const before = useRef<SteadyLine[]>([]);
  const lines = steadyLines(before.current, alarms, pointed || focused);
  useEffect(() => {
    before.current = lines;
  });
  return {
    lines,
    hold: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event: { currentTarget: HTMLElement; relatedTarget: EventTarget | null }) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setFocused(false);
      },
    },
  };
}

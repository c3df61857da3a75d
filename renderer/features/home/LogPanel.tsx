import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { focusQuickLine } from '../../app/quick-line.ts';
import { useMayCall } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { LogTimeline } from '../../components/LogTimeline.tsx';
import { Panel } from '../../components/Panel.tsx';
import { QuickLine } from '../../components/QuickLine.tsx';
import classes from './LogPanel.module.css';

/** Close enough to the end to follow what is written next. */
const AT_END_PX = 60;

/** Today's log with the quick-entry line; follows new lines unless the officer has scrolled up to read. */
export function LogPanel() {
  const { t } = useTranslation();
  const may = useMayCall();
  const day = useQuery(desk.dutyLog.day.queryOptions({ input: {} }));
  const scroller = useRef<HTMLElement>(null);
  const follow = useRef(true);
  const count = (day.data?.entries.length ?? 0) + (day.data?.instructionLines.length ?? 0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of lines is what moves the end
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box && follow.current) box.scrollTop = box.scrollHeight;
  }, [count]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (follow.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  return (
    <Panel
      fill
      flush
      title={t(($) => $.desk.timeline.title)}
      note={t(($) => $.desk.timeline.note, { count })}
      actions={
        may('dutyLog.add') && (
          <Button onClick={focusQuickLine}>
            {t(($) => $.desk.timeline.newEntry)}&nbsp;<Kbd>F3</Kbd>
          </Button>
        )
      }
      foot={may('dutyLog.add') ? <QuickLine /> : undefined}
    >
      <section
        ref={scroller}
        className={classes.scroller}
        onScroll={(event) => {
          const box = event.currentTarget;
          follow.current = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END_PX;
        }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label={t(($) => $.desk.dutyLogPanel)}
      >
        {day.isSuccess && count === 0 && <EmptyState>{t(($) => $.desk.timeline.empty)}</EmptyState>}
        {day.data && <LogTimeline day={day.data} />}
      </section>
    </Panel>
  );
}

import type { Sheet } from '../../shared/handover/types.ts';
import { paperClock } from '../../shared/papers/paper-time.ts';
import { heldSpan } from '../../shared/papers/sheet-head.ts';
import { AddendaSection } from './AddendaSection.tsx';
import { HeadGrid } from './HeadGrid.tsx';
import css from './handover-sheet.module.css';
import { ItemsSection } from './ItemsSection.tsx';
import { NotesSections } from './NotesSections.tsx';
import paper from './paper.module.css';
import { SheetFooter, SignatureRow } from './SheetFoot.tsx';
import { SuppliesSection } from './SuppliesSection.tsx';

/** The handover sheet (交接班记录表) exactly as on paper: A4 portrait, black on white, from data alone. */
export function HandoverSheet({ sheet }: { sheet: Sheet }) {
  const { handover } = sheet;
  const { snapshot } = handover;
  const clock = paperClock(snapshot.dutyDay, snapshot.timeZone);
  const [from, to] = heldSpan(handover);
  const signed = handover.signedAtMs !== null;
  return (
    <article className={`${paper.paper} ${css.sheet}`} lang="zh-CN">
      <header>
        <p className={paper.site}>
          {snapshot.siteName} {snapshot.deskName}
        </p>
        <h1 className={`${paper.title} ${css.title}`}>交接班记录表</h1>
        <p className={`${paper.line} ${css.numberLine}`}>
          <span>编号：{handover.number || '（冻结时编号）'}</span>
          <span>
            本班：{clock.full(from)} 至 {clock.dayTime(to)}（{clock.weekday(from)}）
          </span>
          <span>{signed ? '第 1 份 共 1 份' : '预览，未签字'}</span>
        </p>
      </header>
      <HeadGrid sheet={sheet} clock={clock} />
      <ItemsSection handover={handover} clock={clock} />
      <NotesSections snapshot={snapshot} clock={clock} />
      <SuppliesSection handover={handover} clock={clock} />
      <AddendaSection sheet={sheet} clock={clock} />
      <div className={css.closing}>
        <SignatureRow sheet={sheet} clock={clock} />
        <SheetFooter handover={handover} clock={clock} />
      </div>
    </article>
  );
}

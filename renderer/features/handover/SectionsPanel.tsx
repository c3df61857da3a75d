import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import { type Section, sections } from '../../../shared/handover/sections.ts';
import type { Person } from '../../../shared/people/types.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../../components/Panel.tsx';
import { AddLine } from './AddLine.tsx';
import { CarriedLine, CompiledLine } from './CarryLine.tsx';
import { EditLineDialog, EndLineDialog } from './LineDialogs.tsx';
import type { LineTask } from './line-task.ts';
import css from './sections.module.css';

type Props = { view: HandoverView; people: readonly Person[] };

/** 待跟进 重要事项 工作要求 检查内容 交接物品 其他: what the log says of itself, and the lines that go from shift to shift. */
export function SectionsPanel({ view, people }: Props) {
  const { t } = useTranslation();
  const mayEdit = useMayCall()('handover.saveCarry');
  const [task, setTask] = useState<LineTask | null>(null);
  const drafted = view.draft?.sections ?? null;
  const carried = new Map(view.carry.map((item) => [item.id, item]));
  const linesOf = (section: Section) => drafted?.[section] ?? [];
  const total = sections.reduce((sum, section) => sum + linesOf(section).length, 0);
  const names = [...new Set(people.filter((p) => p.active).map((p) => p.name))];
  const close = () => setTask(null);
  return (
    <Panel
      title={t(($) => $.handover.sections.title)}
      note={t(($) => $.handover.sections.count, { count: total })}
      flush
    >
      {mayEdit ? (
        <AddLine names={names} />
      ) : (
        <p className={css.hint}>{t(($) => $.handover.sections.readOnly)}</p>
      )}
      {sections.map((section) => {
        const lines = linesOf(section);
        return (
          <section
            key={section}
            className={css.section}
            aria-label={t(($) => $.handover.prepare.note[section])}
          >
            <h3 className={css.head}>
              {t(($) => $.handover.prepare.note[section])}
              <span className={css.count}>
                {lines.length > 0 ? lines.length : t(($) => $.handover.sections.empty)}
              </span>
            </h3>
            {lines.length > 0 && (
              <ul className={css.lines}>
                {lines.map((line) => {
                  const item = carried.get(line.key);
                  return item ? (
                    <CarriedLine key={line.key} item={item} mayEdit={mayEdit} onTask={setTask} />
                  ) : (
                    <CompiledLine
                      key={line.key}
                      line={line}
                      section={section}
                      dutyDay={view.draft?.dutyDay ?? ''}
                      mayEdit={mayEdit}
                      onTask={setTask}
                    />
                  );
                })}
              </ul>
            )}
          </section>
        );
      })}
      {task?.kind === 'end' && <EndLineDialog item={task.item} onClose={close} />}
      {task !== null && task.kind !== 'end' && <EditLineDialog task={task} names={names} onClose={close} />}
    </Panel>
  );
}

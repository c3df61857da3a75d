import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayCorrect } from '../../../shared/duty-log/history.ts';
import type { StepKind } from '../../../shared/duty-log/steps.ts';
import type { FollowUp, LogEntry } from '../../../shared/duty-log/types.ts';
import { useFormat } from '../../app/format.ts';
import { useMayCall, useSession } from '../../app/session.ts';
import { AttachmentList } from '../../components/attachments/AttachmentList.tsx';
import { EntryMarks } from '../../components/log/EntryMarks.tsx';
import { Tag } from '../../components/Tag.tsx';
import { AddFiles } from './AddFiles.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { CorrectionChain } from './CorrectionChain.tsx';
import { EntryCourse } from './EntryCourse.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import { EntryLinks } from './EntryLinks.tsx';
import css from './entry-panel.module.css';
import { FinishDialog } from './FinishDialog.tsx';
import { focusLine } from './focus-line.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { StepDialog } from './StepDialog.tsx';

const steps: readonly StepKind[] = ['reported', 'proposal', 'order', 'result'];

type Open =
  | { dialog: 'correct' | 'link' }
  | { dialog: 'step'; kind: StepKind }
  | { dialog: 'finish'; followUp: FollowUp };

type Props = {
  entry: LogEntry;
  /** Its number on the paper; null when the entry is of another day. */
  no: number | null;
  /** The shift that holds the desk; null while nobody does. */
  holderShiftId: string | null;
  /** The other entries of its day, to be linked. */
  others: readonly { id: string; label: string }[];
  /** Buttons of other parts: papers of this entry. */
  actions?: ReactNode;
  onClose: () => void;
};

/** Everything of one entry, beside the grid: its fields, its course, what was corrected, its links and files. */
export function EntryPanel({ entry, no, holderShiftId, others, actions, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMayCall();
  const { person } = useSession();
  const [open, setOpen] = useState<Open | null>(null);
  const box = useRef<HTMLElement>(null);
  const close = () => {
    setOpen(null);
    // The button that opened the dialog may be gone; the entry's line is not.
    focusLine(entry.id, box.current);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry is read from its beginning
  useEffect(() => box.current?.scrollTo({ top: 0 }), [entry.id]);

  // The desk's own line of a shift without a record stays as it is.
  const mayChange = may('dutyLog.correct') && !entry.quiet;
  const own = person !== null && mayCorrect(entry, person, holderShiftId);
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands beside the grid and is about one of its lines
    <section
      ref={box}
      className={css.panel}
      tabIndex={-1}
      role="complementary"
      aria-label={t(($) => $.log.entry.title)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || open !== null) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={css.head}>
        <Tag>{t(($) => $.common.logKind[entry.kind])}</Tag>
        <h2 className={css.title}>
          {no === null ? t(($) => $.log.entry.title) : t(($) => $.log.entry.no, { no })}
        </h2>
        <span className={css.dim}>
          {entry.actorName} · {format.dateTime(entry.recordedAtMs)}
        </span>
        <ActionIcon variant="subtle" size={34} aria-label={t(($) => $.common.close)} onClick={onClose}>
          <IconX size={20} />
        </ActionIcon>
      </header>
      <div className={css.buttons}>
        {may('dutyLog.step') &&
          steps.map((kind) => (
            <Button key={kind} size="compact-sm" onClick={() => setOpen({ dialog: 'step', kind })}>
              {t(($) => $.log.step.action[kind])}
            </Button>
          ))}
        {mayChange && own && (
          <Button size="compact-sm" onClick={() => setOpen({ dialog: 'correct' })}>
            {t(($) => $.log.correct.action)}
          </Button>
        )}
        {may('dutyLog.link') && (
          <Button size="compact-sm" onClick={() => setOpen({ dialog: 'link' })}>
            {t(($) => $.log.link.action)}
          </Button>
        )}
        {actions}
      </div>
      {mayChange && !own && <p className={css.note}>{t(($) => $.log.correct.byLead)}</p>}
      <EntryMarks entry={entry} />
      <EntryFacts entry={entry} />
      <EntryCourse
        entry={entry}
        onFinish={may('followUps.done') ? (followUp) => setOpen({ dialog: 'finish', followUp }) : undefined}
      />
      {entry.corrections.length > 0 && (
        <Section title={t(($) => $.log.correct.chain)}>
          <CorrectionChain entry={entry} />
        </Section>
      )}
      {entry.links.length > 0 && (
        <Section title={t(($) => $.log.link.title)}>
          <EntryLinks links={entry.links} />
        </Section>
      )}
      {(entry.attachments.length > 0 || may('dutyLog.attach')) && (
        <Section title={t(($) => $.log.files.title)}>
          <AttachmentList attachments={entry.attachments} />
          {may('dutyLog.attach') && <AddFiles entryId={entry.id} />}
        </Section>
      )}
      {open?.dialog === 'correct' && <CorrectDialog entry={entry} onClose={close} />}
      {open?.dialog === 'link' && <LinkDialog entryId={entry.id} others={others} onClose={close} />}
      {open?.dialog === 'step' && <StepDialog entryId={entry.id} kind={open.kind} onClose={close} />}
      {open?.dialog === 'finish' && <FinishDialog followUp={open.followUp} onClose={close} />}
    </section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h3 className={css.heading}>{title}</h3>
      {children}
    </section>
  );
}

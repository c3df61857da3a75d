import { Button, Drawer } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { logEntrySchema } from '../../../shared/duty-log/types.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { useSettings } from '../../app/settings.ts';
import { FileLines } from '../../components/attachments/FileLines.tsx';
import { FilesLeftOut } from '../../components/attachments/FilesLeftOut.tsx';
import { useFileDrop } from '../../components/attachments/use-file-drop.ts';
import { useUploads } from '../../components/attachments/use-uploads.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { submitOnCtrlEnter } from '../../components/submit-on-ctrl-enter.ts';
import { readTime } from '../../components/time-text.ts';
import { useDraft } from '../../components/use-draft.ts';
import { Disclosure } from './Disclosure.tsx';
import { type Defaults, defaultOf, type EntryDraft, emptyEntry, entryOf } from './entry-draft.ts';
import { useEntryErrors } from './entry-errors.ts';
import { FieldRows } from './FieldRows.tsx';
import { FollowUpFields } from './FollowUpFields.tsx';
import css from './form.module.css';
import { type FieldName, fieldsOfKind, formLayout } from './form-layout.ts';
import { KindChips } from './KindChips.tsx';
import { RollStamps } from './RollStamps.tsx';
import { CourseFields, ReportedFields } from './StepFieldset.tsx';

const DRAFT = 'log.entry';
const own = ['owner', 'due', 'kind'];
const course = ['proposal', 'orderWho', 'orderText', 'orderOwner', 'orderDue', 'finished'] as const;
const reported = ['reportedWho', 'reportedAt'] as const;
/** Kinds on whose paper form opinion, order and result stand. */
const withCourse = new Set(['callIn', 'document', 'walkIn', 'inspection', 'report', 'leaderInstruction']);

type Props = {
  /** Called with the entry that was saved, before `onClose`. */
  onSaved: (entryId: string) => void;
  onClose: () => void;
};

/** The full form of a new entry (新建记录): fields follow the kind, the draft survives closing, Ctrl+Enter saves. */
export function EntryForm({ onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { person } = useSession();
  const site = useSettings()?.site;
  const { values, change, clear } = useDraft<EntryDraft>(DRAFT, emptyEntry);
  const uploads = useUploads(DRAFT);
  const drop = useFileDrop(uploads.add);
  const form = useRef<HTMLFormElement>(null);
  const { errors, refuse, report, forget, clear: clearErrors } = useEntryErrors();
  const known: Defaults = {
    me: person?.name ?? '',
    desk: site?.deskName ?? '',
    rollCallText: t(($) => $.log.form.rollCallText),
  };
  const { rows, more } = formLayout[values.kind];
  const shown = (field: string) =>
    own.includes(field) ||
    field in emptyEntry ||
    (fieldsOfKind(values.kind) as readonly string[]).includes(field);
  const save = useMutation(
    desk.dutyLog.add.mutationOptions({
      onSuccess: (entry) => {
        clear();
        uploads.clear();
        notifications.show({ message: t(($) => $.log.form.saved), autoClose: 3000 });
        onSaved(entry.id);
        onClose();
      },
    }),
  );
  const put = (patch: Partial<EntryDraft>, field?: string) => {
    change(patch);
    if (field !== undefined && errors[field] !== undefined) forget(field);
  };
  const putField = (field: FieldName, typed: string) => put({ [field]: typed }, field);
  const typedIn = (field: FieldName) => values[field] ?? defaultOf(values.kind, field, known);
  const said = (fields: readonly (keyof EntryDraft)[]) =>
    fields.some((field) => (values[field] ?? '') !== '' || errors[field] !== undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending || uploads.busy) return;
    const now = engineNow();
    const { input, unreadable, names } = entryOf(values, known, (typed, sense) =>
      readTime(typed, now, format.timeZone, sense),
    );
    const issues = unreadable.map((path) => ({ path, message: 'time' }));
    for (const issue of logEntrySchema.safeParse(input).error?.issues ?? [])
      issues.push({ path: issue.path.join('.'), message: issue.message });
    if (issues.length > 0) {
      refuse(issues, names);
      showFirstError(form.current);
      return;
    }
    clearErrors();
    save.mutate(
      { ...input, attachments: uploads.attachments },
      {
        onError: (error) => {
          if (!uploads.report(error)) report(error, shown, names);
          showFirstError(form.current);
        },
      },
    );
  };

  return (
    <Drawer
      opened
      onClose={onClose}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      size={800}
      title={t(($) => $.log.newEntry)}
    >
      <form
        ref={form}
        className={css.form}
        noValidate
        onSubmit={submit}
        onKeyDown={submitOnCtrlEnter}
        {...drop.props}
      >
        <KindChips kind={values.kind} onChange={(kind) => put({ kind }, 'kind')} />
        {values.kind === 'rollCall' && (
          <RollStamps
            called={typedIn('called')}
            answered={typedIn('answered')}
            errors={errors}
            onChange={putField}
          />
        )}
        <FieldRows
          kind={values.kind}
          rows={rows.filter((row) => row[0] !== 'called')}
          typedIn={typedIn}
          errors={errors}
          onChange={putField}
        />
        {values.kind === 'document' && <ReportedFields values={values} errors={errors} put={put} />}
        <FollowUpFields values={values} errors={errors} put={put} />
        {withCourse.has(values.kind) && (
          <Disclosure
            label={t(($) => $.log.form[values.kind === 'document' ? 'course' : 'courseWithReport'])}
            said={said(values.kind === 'document' ? course : [...reported, ...course])}
          >
            {values.kind !== 'document' && <ReportedFields values={values} errors={errors} put={put} />}
            <CourseFields values={values} errors={errors} put={put} />
          </Disclosure>
        )}
        {more.length > 0 && (
          <Disclosure label={t(($) => $.log.form.more)} said={said(more.flat())}>
            <FieldRows kind={values.kind} rows={more} typedIn={typedIn} errors={errors} onChange={putField} />
          </Disclosure>
        )}
        <FileLines uploads={uploads} over={drop.over} />
        <div className={css.foot}>
          {uploads.refused > 0 && !uploads.busy ? (
            <FilesLeftOut n={uploads.refused} />
          ) : (
            <span className={css.dim}>
              {uploads.busy ? t(($) => $.log.files.waitFor) : t(($) => $.log.form.draftKept)}
            </span>
          )}
          <Button
            onClick={() => {
              clear();
              uploads.clear();
              clearErrors();
            }}
          >
            {t(($) => $.log.form.discard)}
          </Button>
          <Button
            type="submit"
            variant="filled"
            disabled={uploads.busy}
            loading={save.isPending}
            rightSection={<Kbd>Ctrl+Enter</Kbd>}
          >
            {t(($) => $.common.save)}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}

/** The first refused field comes into sight and takes the focus, once its error stands in the page. */
function showFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

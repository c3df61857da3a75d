import { useTranslation } from 'react-i18next';
import { emptyDetail } from '../../../shared/duty-log/details.ts';
import { textsBefore, valuesBefore } from '../../../shared/duty-log/history.ts';
import {
  answerSeconds,
  type FieldChange,
  isLateEntry,
  type LogEntry,
} from '../../../shared/duty-log/types.ts';
import { useFormat } from '../../app/format.ts';
import { LongText } from '../../components/LongText.tsx';
import { Tag } from '../../components/Tag.tsx';
import css from './entry-panel.module.css';
import { type FieldName, fieldsOfKind, labelKey } from './form-layout.ts';
import { useValueWords } from './value-words.ts';

type Value = FieldChange['before'];

const columns: Partial<Record<FieldName, FieldChange['field']>> = {
  occurred: 'occurredAtMs',
  called: 'calledAtMs',
  answered: 'answeredAtMs',
};

const names: Partial<Record<FieldChange['field'], FieldName>> = {
  occurredAtMs: 'occurred',
  calledAtMs: 'called',
  answeredAtMs: 'answered',
};
/** Fields whose words need the whole width. */
const wide = new Set<FieldChange['field']>([
  'handling',
  'title',
  'address',
  'subject',
  'requirements',
  'repair',
  'remarks',
]);

const valueIn = (entry: LogEntry, field: FieldChange['field']): Value =>
  Object.hasOwn(emptyDetail, field)
    ? entry.details[field as keyof LogEntry['details']]
    : (entry[field as Exclude<keyof LogEntry, 'details'>] as Value);

/** A field in which nothing was ever said is not shown. */
const isSaid = (field: FieldChange['field'], value: Value) =>
  value !== null && value !== '' && !(field === 'secrecy' && value === 'none');

/** The fields of an entry in the order of its paper form, what stood before struck through. */
export function EntryFacts({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const own = fieldsOfKind(entry.kind).filter((name) => name !== 'occurred');
  // What was said while the entry was of another kind is still part of the record.
  const corrected = entry.corrections
    .flatMap((c) => c.changes.map(({ field }) => names[field] ?? field))
    .filter((field) => field !== 'occurred');
  return (
    <dl className={css.facts}>
      <Times entry={entry} />
      {[...new Set<string>([...own, ...corrected])].map((name) => {
        if (name === 'text') return <TextFact key={name} entry={entry} />;
        const field = columns[name as FieldName] ?? (name as FieldChange['field']);
        return <Fact key={name} entry={entry} field={field} />;
      })}
      {answerSeconds(entry) !== null && (
        <div>
          <dt>{t(($) => $.log.entry.answered)}</dt>
          <dd>
            <b>{t(($) => $.log.entry.seconds, { seconds: answerSeconds(entry) })}</b>
          </dd>
        </div>
      )}
    </dl>
  );
}

function TextFact({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  return (
    <div className={css.whole}>
      <dt>{t(($) => $.log.field[labelKey(entry.kind, 'text')])}</dt>
      <dd>
        {textsBefore(entry).map(({ value, by }) => (
          <del key={by.recordedAtMs} className={css.struck}>
            <LongText text={value} />
          </del>
        ))}
        <LongText text={entry.text} />
      </dd>
    </div>
  );
}

function Fact({ entry, field }: { entry: LogEntry; field: FieldChange['field'] }) {
  const words = useValueWords(entry.kind);
  const value = valueIn(entry, field);
  const before = valuesBefore(entry, field);
  if (!isSaid(field, value) && before.length === 0) return null;
  return (
    <div className={wide.has(field) ? css.whole : undefined}>
      <dt>{words.label(field)}</dt>
      <dd>
        {before.map(({ value: old, by }) => (
          <del key={by.recordedAtMs} className={css.struck}>
            {words.value(field, old)}
          </del>
        ))}
        <LongText text={words.value(field, value)} />
      </dd>
    </div>
  );
}

/** When it happened, and when it was written down where that is another time. */
function Times({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useValueWords(entry.kind);
  const late = isLateEntry(entry);
  return (
    <div className={css.whole}>
      <dt>{words.label('occurredAtMs')}</dt>
      <dd>
        {valuesBefore(entry, 'occurredAtMs').map(({ value, by }) => (
          <del key={by.recordedAtMs} className={css.struck}>
            {words.value('occurredAtMs', value)}
          </del>
        ))}
        {format.day(entry.occurredAtMs)} {format.timeSeconds(entry.occurredAtMs)}{' '}
        {late && (
          <>
            <Tag tone="warning">{t(($) => $.common.signOfLate)}</Tag>{' '}
            {t(($) => $.log.entry.recordedAt, { at: format.dateTime(entry.recordedAtMs) })}
          </>
        )}
      </dd>
    </div>
  );
}

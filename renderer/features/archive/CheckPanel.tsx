import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DocumentCheck } from '../../../shared/archive/types.ts';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { sizeText } from '../../components/record/size-text.ts';
import { useAudit } from '../../components/record/use-audit.ts';
import css from './archive.module.css';
import { type Headline, headlineOf, provenParts } from './proven.ts';
import { useDocument } from './use-document.ts';

/** What one sealed sheet proves, in one sentence, with what does not agree and the archived bytes themselves. */
export function CheckPanel({ sha256 }: { sha256: string }) {
  const { t } = useTranslation();
  // Asked anew each time: what lies on disk may have been changed since.
  const query = useQuery(desk.archive.check.queryOptions({ input: { sha256 }, staleTime: 0, gcTime: 0 }));
  const check = query.data;
  return (
    <Panel title={t(($) => $.archive.check.title)} note={check?.row.number}>
      {query.isPending && <EmptyState>{t(($) => $.archive.check.busy)}</EmptyState>}
      {query.isError && <EmptyState>{errorText(query.error)}</EmptyState>}
      {check && <Proof check={check} onPrinted={() => void query.refetch()} />}
    </Panel>
  );
}

const marks: Record<Headline, string> = { proven: '✓', sheetOnly: '✓', elsewhere: '◆', broken: '▲' };

type ProofProps = { check: DocumentCheck; onPrinted: () => void };

function Proof({ check, onPrinted }: ProofProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const audit = useAudit()?.last ?? null;
  const { row, faults } = check;
  const parts = provenParts(check, audit);
  const words = {
    seq: row.chain?.seq.toLocaleString('en') ?? '',
    outgoing: row.outgoingLead,
    incoming: row.incomingLead,
    at: audit ? format.dateTime(audit.atMs) : '',
  };
  const sentence =
    parts.map((part) => t(($) => $.archive.check[part], words)).join(t(($) => $.archive.check.join)) +
    t(($) => $.archive.check.end);
  const headline = headlineOf(check, parts);
  return (
    <div className={css.stack}>
      <p className={css.verdict} data-headline={headline} role={headline === 'broken' ? 'alert' : 'status'}>
        <b>
          {marks[headline]} {t(($) => $.archive.check[headline])}
        </b>
      </p>
      {faults.length > 0 && (
        <ul className={css.faults}>
          {faults.map((fault) => (
            <li key={fault}>{t(($) => $.archive.check.fault[fault])}</li>
          ))}
        </ul>
      )}
      {parts.length > 0 && <p className={css.sentence}>{sentence}</p>}
      <Facts check={check} />
      <Buttons check={check} onPrinted={onPrinted} />
    </div>
  );
}

function Facts({ check }: { check: DocumentCheck }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { row, signatures } = check;
  const groups = (hex: string) => hex.match(/.{1,4}/g)?.join(' ') ?? '';
  return (
    <dl className={css.facts}>
      {signatures.map((s) => (
        <div key={s.side}>
          <dt>{t(($) => $.archive.check[s.side])}</dt>
          <dd>
            {t(($) => $.archive.check.signedBy, {
              name: s.name,
              at: `${format.day(s.atMs)} ${format.timeSeconds(s.atMs)}`,
            })}{' '}
            {s.proven ? '✓' : <b className={css.bad}>▲</b>}
          </dd>
        </div>
      ))}
      {row.readings.map((reading) => (
        <div key={`${reading.name}${reading.atMs}`}>
          <dt>{t(($) => $.archive.check.reading)}</dt>
          <dd>
            {t(($) => $.archive.check.signedBy, { name: reading.name, at: format.dateTime(reading.atMs) })}{' '}
            {reading.remark}
          </dd>
        </div>
      ))}
      <div>
        <dt>{t(($) => $.archive.check.sealedAt)}</dt>
        <dd>
          {format.dateTime(row.sealedAtMs)} · {sizeText(row.bytes)}
        </dd>
      </div>
      <div>
        <dt>{t(($) => $.archive.check.reprints)}</dt>
        <dd>{t(($) => $.archive.check.times, { count: row.reprints })}</dd>
      </div>
      {row.chain && (
        <div>
          <dt>{t(($) => $.archive.check.head)}</dt>
          <dd className={css.hex}>{groups(row.chain.head)}</dd>
        </div>
      )}
      <div>
        <dt>{t(($) => $.archive.check.sha)}</dt>
        <dd className={css.hex}>{groups(row.sha256)}</dd>
      </div>
    </dl>
  );
}

function Buttons({ check: { row, faults }, onPrinted }: ProofProps) {
  const { t } = useTranslation();
  const { open, print, save } = useDocument(row, onPrinted);
  const there = !faults.includes('fileMissing') && !faults.includes('fileChanged');
  useHotkey('Ctrl+P', () => void print(), there);
  if (!there) return null;
  return (
    <div className={css.buttons}>
      <Button onClick={() => void open()}>{t(($) => $.archive.check.open)}</Button>
      <Button onClick={() => void print()} title={t(($) => $.archive.check.printNote)}>
        {t(($) => $.archive.check.print)}
      </Button>
      <Button onClick={() => void save()}>{t(($) => $.archive.check.save)}</Button>
    </div>
  );
}

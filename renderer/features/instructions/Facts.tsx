import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { InstructionDetail } from '../../../shared/contract/instructions.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { type Format, useFormat } from '../../app/format.ts';
import { navigate } from '../../app/route.ts';
import { useSettings } from '../../app/settings.ts';
import { LongText } from '../../components/LongText.tsx';
import { Panel } from '../../components/Panel.tsx';
import classes from './DetailPage.module.css';

/** What was taken down, and who has been told or waits for it. */
export function Facts({ detail }: { detail: InstructionDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const settings = useSettings();
  const i = detail.instruction;
  const earlierKind = i.earlier?.kind ?? 'complaint';
  const danger = i.danger ?? 'none';
  const grid = settings?.grids.find((g) => g.no === i.gridNo);
  const category = settings?.categories.find((c) => c.no === i.categoryNo);
  const rows: [string, React.ReactNode][] = [
    [t(($) => $.instructions.field.centreNo), i.centreNo || '—'],
    [t(($) => $.instructions.field.issuedAtMs), format.dateTime(i.issuedAtMs)],
    [t(($) => $.instructions.detail.receivedAt), format.dateTime(i.receivedAtMs)],
    [t(($) => $.instructions.detail.receivedBy), detail.receivedByName],
    [t(($) => $.instructions.field.caller), i.caller || t(($) => $.instructions.detail.anonymous)],
    [t(($) => $.instructions.field.phone), i.phone || '—'],
    [t(($) => $.instructions.field.place), i.place],
    [t(($) => $.instructions.field.zone), t(($) => $.common.zone[i.zone])],
    [
      t(($) => $.instructions.field.gridNo),
      grid ? `${grid.no} ${grid.name} ${grid.lead}` : (i.gridNo ?? '—'),
    ],
    [t(($) => $.instructions.field.categoryNo), category?.short ?? '—'],
    [t(($) => $.instructions.field.text), <LongText key="text" text={i.text} />],
    [t(($) => $.instructions.field.severity), t(($) => $.instructions.severity[i.severity])],
    [
      t(($) => $.instructions.detail.danger),
      i.danger === null ? t(($) => $.common.unknown) : t(($) => $.instructions.detail.dangerWords[danger]),
    ],
    ...endRows(i, t, format),
  ];
  return (
    <>
      <Panel title={t(($) => $.instructions.detail.facts)}>
        <dl className={classes.facts}>
          {rows.map(([label, value]) => (
            <Row key={label} label={label}>
              {value}
            </Row>
          ))}
        </dl>
      </Panel>
      {detail.earlier && i.earlier && (
        <Panel title={t(($) => $.instructions.detail.earlier)}>
          <Button onClick={() => detail.earlier && navigate(`/instructions/${detail.earlier.id}`)}>
            {t(($) => $.instructions.detail.earlierKind[earlierKind])} · {detail.earlier.number}{' '}
            {detail.earlier.place}
          </Button>
        </Panel>
      )}
      {detail.original && (
        <Panel title={t(($) => $.instructions.duplicate)}>
          <Button onClick={() => detail.original && navigate(`/instructions/${detail.original.id}`)}>
            {t(($) => $.instructions.detail.original, { number: detail.original.number })}
          </Button>
        </Panel>
      )}
      {detail.duplicates.length > 0 && (
        <Panel title={t(($) => $.instructions.detail.duplicates)} flush>
          <ul className={classes.lines}>
            {detail.duplicates.map((d) => (
              <li key={d.id} className={classes.lineRow}>
                <span>
                  <strong>{d.number}</strong> {d.centreNo}
                  <br />
                  <span className={classes.dim}>
                    {d.caller || t(($) => $.instructions.detail.anonymous)} {d.phone}
                  </span>
                </span>
                <span>{format.time(d.issuedAtMs)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

type RowOf = [label: string, value: React.ReactNode];

/** How it ended, where it did: declined, out of scope, transferred, the disposition, the report to the centre. */
function endRows(i: Instruction, t: TFunction, format: Format): RowOf[] {
  const { declined, scope, transfer, disposition, reportBack } = i;
  const rows: RowOf[] = [];
  if (declined) {
    rows.push([
      t(($) => $.instructions.step.decline),
      `${t(($) => $.instructions.summary.explained, { to: declined.explainedTo })} ${format.dateTime(declined.atMs)} ${declined.text}`,
    ]);
  }
  if (scope && !scope.inScope) {
    const parts = [
      t(($) => $.instructions.outOfScopeKind[scope.kind]),
      scope.explainedTo && t(($) => $.instructions.summary.explained, { to: scope.explainedTo }),
      scope.competent && t(($) => $.instructions.detail.scopeAsked, { competent: scope.competent }),
    ].filter(Boolean);
    rows.push([t(($) => $.instructions.scope.outOfScope), parts.join(' · ')]);
  }
  if (transfer) {
    const parts = [
      transfer.to,
      t(($) => $.instructions.detail.received, { receiver: transfer.receiver }),
      format.dateTime(transfer.transferredAtMs),
      transfer.orderKept === true && t(($) => $.instructions.summary.orderKept),
      transfer.orderKept === false && t(($) => $.instructions.summary.orderNotKept),
    ].filter(Boolean);
    rows.push([t(($) => $.instructions.detail.transferred), parts.join(' · ')]);
  }
  if (disposition?.code) rows.push([t(($) => $.instructions.detail.code), disposition.code]);
  if (disposition) {
    rows.push([t(($) => $.instructions.field.disposition), <LongText key="d" text={disposition.text} />]);
  }
  if (reportBack) {
    rows.push([
      t(($) => $.instructions.owed.reportBack),
      `${reportBack.to} ${format.dateTime(reportBack.reportedAtMs)}`,
    ]);
  }
  return rows;
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

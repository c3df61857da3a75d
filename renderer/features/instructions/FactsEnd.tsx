import type { TFunction } from 'i18next';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Format } from '../../app/make-format.ts';
import { LongText } from '../../components/LongText.tsx';

export type RowOf = [label: string, value: React.ReactNode];

/** How it ended, where it did: declined, out of scope, transferred, the disposition, the report to the centre. */
export function endRows(i: Instruction, t: TFunction, format: Format): RowOf[] {
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

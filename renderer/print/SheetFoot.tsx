import type { Handover, Sheet, Signature } from '../../shared/handover/types.ts';
import type { PaperClock } from '../../shared/papers/paper-time.ts';
import { ChainFoot } from './ChainFoot.tsx';
import css from './handover-sheet.module.css';

/** The signatures: both leads by PIN to the second, the witness, and room for the leader's pen. */
export function SignatureRow({
  sheet,
  clock,
}: {
  sheet: Pick<Sheet, 'handover' | 'readings'>;
  clock: PaperClock;
}) {
  const { handover, readings } = sheet;
  const { witness } = handover.snapshot.preparation;
  return (
    <table className={css.grid}>
      <tbody>
        <tr className={css.signatures}>
          <SignatureCell label="交班值班长" signature={handover.outgoingSignature} clock={clock} />
          <SignatureCell label="接班值班长" signature={handover.incomingSignature} clock={clock} />
          <td>
            监交人：
            {witness !== '' && <span className={css.signed}>{witness}</span>}
          </td>
          <td>
            带班领导阅签：
            {readings.map((r) => (
              <span key={r.personId} className={css.signed}>
                {r.name} {clock.time(r.atMs)}
                {r.remark !== '' && `：${r.remark}`}
              </span>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

type CellProps = { label: string; signature: Signature | null; clock: PaperClock };

function SignatureCell({ label, signature, clock }: CellProps) {
  return (
    <td>
      {label}：
      {signature && (
        <>
          <span className={css.signed}>{signature.name}（PIN签）</span>
          <span className={css.signedAt}>
            {clock.dayTime(signature.atMs).split(' ')[0]} {clock.seconds(signature.atMs)}
          </span>
        </>
      )}
    </td>
  );
}

/** What the QR code says: enough to find this state of the chain again. ASCII keeps the code small. */
const fingerprint = (number: string, chain: { seq: number; head: string }) =>
  `duty-desk handover ${number} seq ${chain.seq} head ${chain.head}`;

/** The fingerprint of the record chain as of the incoming signature, in text and as QR code. */
export function SheetFooter({ handover, clock }: { handover: Handover; clock: PaperClock }) {
  const { chain, number, signedAtMs } = handover;
  if (!chain || signedAtMs === null) {
    return <footer className={css.unsigned}>接班签字后，此处印出记录链的序号、链首与二维码。</footer>;
  }
  return (
    <ChainFoot
      chain={chain}
      value={fingerprint(number, chain)}
      asOf="截至接班签字"
      lines={[
        `冻结 ${clock.full(handover.frozenAtMs)} · 交接 ${clock.full(signedAtMs)} · 值班台 · ${number}`,
        '凭链首可在任何时候核对此前记录未被改动。本表一经签字即封存，更正另行记载。',
      ]}
    />
  );
}

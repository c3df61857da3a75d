import type { ChainMark } from '../../shared/papers/log-papers.ts';
import { hexGroups, shortHex } from '../../shared/papers/sheet-summary.ts';
import css from './chain-foot.module.css';
import { QrCode } from './QrCode.tsx';

type Props = {
  chain: ChainMark | null;
  /** What the QR code says; ASCII keeps it small. */
  value: string | null;
  /** Up to when the chain is meant, such as 截至接班签字. */
  asOf: string;
  /** What stands below the hash. */
  lines: readonly string[];
};

/** The fingerprint of the record chain, in text that two people can read to each other and as a QR code. */
export function ChainFoot({ chain, value, asOf, lines }: Props) {
  if (!chain || value === null) return null;
  return (
    <footer className={css.foot}>
      <div className={css.qr}>
        <QrCode value={value} label="记录链指纹二维码" />
      </div>
      <div className={css.chain}>
        <p>
          记录链：序号 {chain.seq.toLocaleString('en')} · 链首 <b>{shortHex(chain.head)}</b>（{asOf}）
        </p>
        <p className={css.fullHead}>{hexGroups(chain.head)}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </footer>
  );
}

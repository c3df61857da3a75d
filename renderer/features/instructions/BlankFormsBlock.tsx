import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberBlock, ReservedNumber } from '../../../shared/numbers/types.ts';
import { useFormat } from '../../app/format.ts';
import { printPaper, savePaper } from '../../app/papers.ts';
import { navigate } from '../../app/route.ts';
import { useMayCall } from '../../app/session.ts';
import { Tag } from '../../components/Tag.tsx';
import { BlankFormsSpoil } from './BlankFormsSpoil.tsx';
import classes from './PaperPage.module.css';

const tones = { onPaper: 'warning', entered: 'good', spoiled: 'calm' } as const;

/** One block of reserved numbers: printed while any is still on paper, each with its fate. */
export function BlankFormsBlock({ block }: { block: NumberBlock }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [spoiling, setSpoiling] = useState<string | null>(null);
  const first = block.numbers[0]?.number ?? '';
  const last = block.numbers.at(-1)?.number ?? '';
  const range = first === last ? first : `${first} – ${last}`;
  const form = `#/blank-forms/${block.id}`;
  const title = t(($) => $.papers.blank.fileName, { range: `${first}_${last}` });
  const out = block.numbers.some((n) => n.state === 'onPaper');
  return (
    <section className={classes.block} aria-label={range}>
      <div className={classes.blockHead}>
        <strong>{range}</strong>
        <span>{t(($) => $.papers.blank.sheets, { count: block.numbers.length })}</span>
        {out && (
          <>
            <Button onClick={() => void printPaper(form, title, 'blankForms')}>
              {t(($) => $.papers.blank.print)}
            </Button>
            <Button ml={0} onClick={() => void savePaper(form, title, 'blankForms')}>
              {t(($) => $.papers.as.pdf)}
            </Button>
          </>
        )}
      </div>
      <p className={classes.dim}>
        {t(($) => $.papers.blank.reserved, {
          at: format.dateTime(block.reservedAtMs),
          by: block.reservedBy,
          reason: block.reason,
        })}
      </p>
      <ul className={classes.fates}>
        {block.numbers.map((n) => (
          <Fate key={n.number} number={n} onSpoil={() => setSpoiling(n.number)} />
        ))}
      </ul>
      {spoiling !== null && (
        <BlankFormsSpoil blockId={block.id} number={spoiling} onClose={() => setSpoiling(null)} />
      )}
    </section>
  );
}

function Fate({ number: n, onSpoil }: { number: ReservedNumber; onSpoil: () => void }) {
  const { t } = useTranslation();
  const may = useMayCall();
  return (
    <li className={classes.fate}>
      {n.instructionId === null ? (
        <span>{n.number}</span>
      ) : (
        <button
          type="button"
          className={classes.link}
          onClick={() => navigate(`/instructions/${n.instructionId}`)}
        >
          {n.number}
        </button>
      )}
      <Tag tone={tones[n.state]}>{t(($) => $.papers.blank.state[n.state])}</Tag>
      {n.reason !== '' && (
        <span className={classes.reason} title={n.reason}>
          {n.reason}
        </span>
      )}
      {n.state === 'onPaper' && may('numbers.spoil') && (
        <Button
          size="compact-sm"
          aria-label={t(($) => $.papers.blank.spoilOne, { number: n.number })}
          onClick={onSpoil}
        >
          {t(($) => $.papers.blank.spoil)}
        </Button>
      )}
    </li>
  );
}

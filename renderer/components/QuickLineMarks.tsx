import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { numbersIn } from '../../shared/duty-log/links.ts';
import { desk } from '../app/client.ts';
import classes from './QuickLine.module.css';
import { Tag } from './Tag.tsx';

/** More numbers than these are no sentence. */
const SHOWN = 4;
const LONG = 2000;

type Props = { text: string; from: string; important: boolean };

/** What the line is understood to say, before it is saved: who, how important, which instructions it will be linked to. */
export function QuickLineMarks({ text, from, important }: Props) {
  const { t } = useTranslation();
  const numbers = text.length > LONG ? [] : numbersIn(text).slice(0, SHOWN);
  if (from === '' && !important && numbers.length === 0) return null;
  return (
    <div className={classes.marks}>
      {important && <Tag tone="critical">{t(($) => $.desk.quick.important)}</Tag>}
      {from !== '' && <Tag>{t(($) => $.desk.quick.from, { from })}</Tag>}
      {numbers.map((number) => (
        <LinkedNumber key={number} number={number} />
      ))}
    </div>
  );
}

/** Only a number that is one of ours will be linked, and only then it is said. */
function LinkedNumber({ number }: { number: string }) {
  const { t } = useTranslation();
  const found = useQuery(
    desk.instructions.list.queryOptions({ input: { words: number, limit: 1, offset: 0 } }),
  ).data?.rows[0];
  if (found?.number !== number) return null;
  return (
    <Tag tone="accent">
      {t(($) => $.desk.quick.links, { number })} {found.place}
    </Tag>
  );
}

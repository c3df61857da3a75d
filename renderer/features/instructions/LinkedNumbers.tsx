import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import classes from './forms.module.css';

/** Beside the report back: the centre's numbers of every linked call, which are reported with it (篇三 四(二)3). */
export function LinkedNumbers({ instructionId }: { instructionId: string }) {
  const { t } = useTranslation();
  const detail = useQuery(desk.instructions.get.queryOptions({ input: { id: instructionId } })).data;
  const numbers = detail?.duplicates.map((d) => d.centreNo || d.number) ?? [];
  if (detail === undefined || numbers.length === 0) return null;
  const own = detail.instruction.centreNo || detail.instruction.number;
  return (
    <p className={classes.linked} role="note">
      {t(($) => $.instructions.linked.report, {
        list: [own, ...numbers].join(t(($) => $.common.listSeparator)),
      })}
    </p>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { navigate } from '../../app/route.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './knowledge.module.css';
import { SimilarList } from './SimilarList.tsx';

/** 以前类似: the three past instructions most like this one, with who handled them, how, and how long it took. */
export function SimilarPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(desk.instructions.similar.queryOptions({ input: { id } }));
  const similar = query.data ?? [];
  return (
    <Panel
      title={t(($) => $.intake.similar)}
      note={similar.length > 0 ? String(similar.length) : undefined}
      flush
    >
      {query.isError ? (
        <p className={classes.emptyPart}>{errorText(query.error)}</p>
      ) : similar.length === 0 ? (
        <p className={classes.emptyPart}>
          {query.isSuccess ? t(($) => $.intake.noSimilar) : t(($) => $.common.loading)}
        </p>
      ) : (
        <SimilarList similar={similar} onOpen={(past) => navigate(`/instructions/${past}`)} />
      )}
    </Panel>
  );
}

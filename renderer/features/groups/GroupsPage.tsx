import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { GroupPanel } from './GroupPanel.tsx';
import css from './groups.module.css';

/** 应急行动组: at a glance who leads each group now, which number to ring, who can go, what they are out for. */
export function GroupsPage() {
  const { t } = useTranslation();
  const board = useQuery(desk.groups.board.queryOptions());
  const groups = board.data ?? [];
  return (
    <PageFrame title={t(($) => $.groups.title)} note={t(($) => $.groups.note)}>
      {board.isError && <EmptyState>{errorText(board.error)}</EmptyState>}
      {board.isPending && <EmptyState>{t(($) => $.common.loading)}</EmptyState>}
      {board.isSuccess && groups.length === 0 && <EmptyState>{t(($) => $.groups.empty)}</EmptyState>}
      <div className={css.board}>
        {groups.map((group) => (
          <GroupPanel key={group.id} group={group} />
        ))}
      </div>
    </PageFrame>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useRouteParams } from '../../app/route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StateShape } from '../../components/StateShape.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { OutTable } from './OutTable.tsx';
import { isLow, SuppliesGrid } from './SuppliesGrid.tsx';
import css from './supplies.module.css';

/** 物资台账: what is kept, what is out and with whom, and every movement of the chosen item. */
export function SuppliesPage() {
  const { t } = useTranslation();
  const list = useQuery(desk.supplies.list.queryOptions());
  const [params, setParams] = useRouteParams();
  const chosenId = params.get('item');
  const setChosenId = (item: string) => setParams({ item });
  const items = list.data?.items ?? [];
  const out = list.data?.out ?? [];
  const chosen = items.find((item) => item.id === chosenId) ?? items[0];
  const low = items.filter(isLow).length;
  if (list.isPending || list.isError || items.length === 0) {
    return (
      <PageFrame title={t(($) => $.supplies.title)}>
        <EmptyState>
          {list.isError && errorText(list.error)}
          {list.isPending && t(($) => $.common.loading)}
          {list.isSuccess && t(($) => $.supplies.empty)}
        </EmptyState>
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t(($) => $.supplies.title)} note={t(($) => $.supplies.note)} fill>
      <div className={css.layout}>
        <div className={css.left}>
          <Panel
            title={t(($) => $.supplies.list)}
            note={t(($) => $.supplies.count, { count: items.length })}
            actions={
              low > 0 && (
                <span className={css.low}>
                  <StateShape level={2} /> {t(($) => $.supplies.lowCount, { count: low })}
                </span>
              )
            }
            flush
            fill
          >
            <SuppliesGrid items={items} chosenId={chosen?.id ?? null} onChoose={setChosenId} />
          </Panel>
          <Panel title={t(($) => $.supplies.outTitle)} note={String(out.length)} flush fill>
            <OutTable out={out} onChoose={setChosenId} />
          </Panel>
        </div>
        {chosen && <ItemPanel item={chosen} out={out.filter((o) => o.itemId === chosen.id)} />}
      </div>
    </PageFrame>
  );
}

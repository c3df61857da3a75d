import { useRoute } from 'wouter';
import { DetailPage } from './DetailPage.tsx';
import { ListPage } from './ListPage.tsx';

/** 110指令: the list, or one instruction by its address. */
export function InstructionsPage() {
  const [, params] = useRoute('/instructions/:id');
  return params?.id ? <DetailPage id={params.id} /> : <ListPage />;
}

import { useRoute } from 'wouter';
import { DetailPage } from './DetailPage.tsx';
import { ListPage } from './ListPage.tsx';
import { PaperPage } from './PaperPage.tsx';

/** 110指令: the list, the paper forms, or one instruction by its address. */
export function InstructionsPage() {
  const [, params] = useRoute('/instructions/:id');
  if (params?.id === 'paper') return <PaperPage />;
  return params?.id ? <DetailPage id={params.id} /> : <ListPage />;
}

import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../components/PageFrame.tsx';

/** Placeholder of the page while it is being written. */
export function SuppliesPage() {
  const { t } = useTranslation();
  return <PageFrame title={t(($) => $.supplies.title)}>…</PageFrame>;
}

import { Button } from '@mantine/core';
import type { FallbackProps } from 'react-error-boundary';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';

/** One broken page never takes the frame, the alarms or the other pages with it. */
export function PageProblem({ error, resetErrorBoundary }: FallbackProps) {
  const { t } = useTranslation();
  return (
    <main>
      <EmptyState action={<Button onClick={resetErrorBoundary}>{t(($) => $.errors.page.retry)}</Button>}>
        <strong>{t(($) => $.errors.page.title)}</strong>
        <br />
        {t(($) => $.errors.page.text)}
        <br />
        <small>{error instanceof Error ? error.message : String(error)}</small>
      </EmptyState>
    </main>
  );
}

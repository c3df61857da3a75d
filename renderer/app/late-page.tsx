import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../components/PageFrame.tsx';
import type { Words } from '../locales/index.ts';

/** A page whose code comes only when it is opened: what is heavy must not make the start slower. */
export function latePage(
  word: keyof Words['desk']['page'],
  load: () => Promise<ComponentType>,
): ComponentType {
  const Page = lazy(async () => ({ default: await load() }));
  return function LatePage() {
    return (
      <Suspense fallback={<Loading word={word} />}>
        <Page />
      </Suspense>
    );
  };
}

function Loading({ word }: { word: keyof Words['desk']['page'] }) {
  const { t } = useTranslation();
  return (
    <PageFrame title={t(($) => $.desk.page[word])}>
      <p>{t(($) => $.common.loading)}</p>
    </PageFrame>
  );
}

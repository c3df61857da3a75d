import i18next from 'i18next';
import { resources } from '../../locales/index.ts';

/** Starts the words without a window, for tests. */
export async function startWords(language: 'zh-CN' | 'en' = 'zh-CN'): Promise<void> {
  await i18next.init({
    resources,
    lng: language,
    fallbackLng: 'zh-CN',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/protocol.ts';
import { resources } from '../locales/index.ts';
import { bridge } from './bridge.ts';
import { shell } from './client.ts';

/** Starts the words of the window, Chinese until main says otherwise. Its events carry the language kept. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources,
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  bridge.onEvent((event) => {
    if (event.t === 'language' && event.language !== i18next.language)
      void i18next.changeLanguage(event.language);
  });
}

/** Changes the language here and tells main, which keeps it. */
export async function chooseLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  await shell({ op: 'language', language });
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText, type Format, makeFormat } from './make-format.ts';
import { DEFAULT_ZONE, useSettings } from './settings.ts';

export { clockText, type Format, makeFormat };

/** The formatter of this desk: the site's zone, the window's language. */
export function useFormat(): Format {
  const site = useSettings()?.site;
  const { i18n } = useTranslation();
  const zone = site?.timeZone ?? DEFAULT_ZONE;
  const changeover = site?.changeover ?? '08:30';
  return useMemo(() => makeFormat(zone, i18n.language, changeover), [zone, i18n.language, changeover]);
}

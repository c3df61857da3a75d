import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shell } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';
import { chooseLanguage } from '../../app/i18n.ts';
import { Panel } from '../../components/Panel.tsx';
import { OwnCredentials } from './OwnCredentials.tsx';
import classes from './settings.module.css';

const wasHeard = (value: unknown) =>
  typeof value === 'object' && value !== null && 'heard' in value && value.heard === true;

/** What belongs to this seat alone: theme, language, size, tone; and everyone's own password. */
export function SeatTab() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [tone, setTone] = useState<'ok' | 'failed' | null>(null);
  const zoom = (step: -1 | 0 | 1) => shell({ op: 'zoom', step }).catch(notifyError);
  return (
    <div className={classes.narrow}>
      <Panel title={t(($) => $.settings.seat.title)}>
        <div className={classes.rows}>
          <span className={classes.label}>{t(($) => $.settings.seat.theme)}</span>
          <SegmentedControl
            aria-label={t(($) => $.settings.seat.theme)}
            w="fit-content"
            value={colorScheme === 'dark' ? 'dark' : 'light'}
            onChange={(value) => setColorScheme(value === 'dark' ? 'dark' : 'light')}
            data={[
              { value: 'light', label: t(($) => $.settings.seat.light) },
              { value: 'dark', label: t(($) => $.settings.seat.dark) },
            ]}
          />
          <span className={classes.label}>{t(($) => $.settings.seat.language)}</span>
          <SegmentedControl
            aria-label={t(($) => $.settings.seat.language)}
            w="fit-content"
            value={i18n.language === 'en' ? 'en' : 'zh-CN'}
            onChange={(value) => chooseLanguage(value === 'en' ? 'en' : 'zh-CN').catch(notifyError)}
            data={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
          <span className={classes.label}>{t(($) => $.settings.seat.zoom)}</span>
          <div className={classes.inline}>
            <Button onClick={() => zoom(-1)}>{t(($) => $.settings.seat.smaller)}</Button>
            <Button onClick={() => zoom(0)}>{t(($) => $.settings.seat.normal)}</Button>
            <Button onClick={() => zoom(1)}>{t(($) => $.settings.seat.larger)}</Button>
          </div>
          <span className={classes.label}>{t(($) => $.settings.seat.tone)}</span>
          <div className={classes.inline}>
            <Button
              onClick={() =>
                shell({ op: 'testTone' })
                  .then((value) => setTone(wasHeard(value) ? 'ok' : 'failed'))
                  .catch(notifyError)
              }
            >
              {t(($) => $.settings.seat.testTone)}
            </Button>
            <span role="status">
              {tone === 'ok' && t(($) => $.settings.seat.toneOk)}
              {tone === 'failed' && t(($) => $.settings.seat.toneFailed)}
            </span>
          </div>
        </div>
      </Panel>
      <OwnCredentials />
    </div>
  );
}

import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PostureMark } from '../../components/PostureMark.tsx';
import { desk } from '../client.ts';
import { useFormat } from '../format.ts';
import { useNow } from '../now.ts';
import { navigate, POSTURE_PAGE } from '../route.ts';
import classes from './PostureLamp.module.css';

/** 常态 or 应急, always visible: since when and by which plan; coloured in an emergency only. A click opens its page. */
export function PostureLamp() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const posture = useQuery(desk.desk.view.queryOptions()).data?.posture;
  if (!posture) return null;
  const emergency = posture.posture === 'emergency';
  return (
    <button
      type="button"
      className={classes.lamp}
      data-posture={posture.posture}
      title={t(($) => $.posture.bar, { state: t(($) => $.posture.state[posture.posture]) })}
      onClick={() => navigate(POSTURE_PAGE)}
    >
      <VisuallyHidden>{t(($) => $.posture.title)} </VisuallyHidden>
      <PostureMark posture={posture.posture} size={emergency ? 24 : 18} />
      <span className={classes.words}>
        <span className={classes.name} data-loud={emergency || undefined}>
          {t(($) => $.posture[posture.posture])}
          {emergency && posture.sinceMs !== null && (
            <span className={classes.since}>
              {' '}
              {t(($) => $.posture.since, { at: format.near(posture.sinceMs, now) })}
            </span>
          )}
        </span>
        {emergency && <span className={classes.plan}>{posture.planName || t(($) => $.posture.noPlan)}</span>}
      </span>
    </button>
  );
}

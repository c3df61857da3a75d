import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { desk } from '../client.ts';
import { pages } from '../pages.tsx';
import { navigate } from '../route.ts';
import classes from './Rail.module.css';

/** The pages, icon and word; the last stands at the foot. */
export function Rail() {
  const { t } = useTranslation();
  const [path] = useLocation();
  const live = useQuery(desk.instructions.live.queryOptions()).data?.length ?? 0;
  return (
    <nav className={classes.rail} aria-label={t(($) => $.desk.nav)}>
      {pages.map(({ path: to, word, icon: Icon }) => {
        const here = to === '/' ? path === '/' : path.startsWith(to);
        return (
          <a
            key={to}
            href={`#${to}`}
            className={classes.item}
            data-here={here || undefined}
            data-foot={to === '/settings' || undefined}
            aria-current={here ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              navigate(to);
            }}
          >
            <Icon size={24} stroke={1.6} />
            <span className={classes.word}>{t(($) => $.desk.page[word])}</span>
            {to === '/instructions' && live > 0 && (
              <span className={classes.count} aria-hidden="true">
                {live}
              </span>
            )}
          </a>
        );
      })}
    </nav>
  );
}

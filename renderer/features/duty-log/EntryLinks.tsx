import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LogLink } from '../../../shared/duty-log/links.ts';
import css from './entry-panel.module.css';

const address = ({ kind, targetId }: LogLink): string =>
  kind === 'instruction'
    ? `/instructions/${targetId}`
    : kind === 'supply'
      ? `/supplies?item=${targetId}`
      : `/log?entry=${targetId}`;

/** What an entry points to; each opens where it belongs. */
export function EntryLinks({ links }: { links: readonly LogLink[] }) {
  const { t } = useTranslation();
  return (
    <ul className={css.links}>
      {links.map((link) => (
        <li key={`${link.kind} ${link.targetId}`}>
          <span className={css.dim}>{t(($) => $.log.link.kindOf[link.kind])}</span>{' '}
          <Link href={address(link)} className={css.link}>
            {link.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

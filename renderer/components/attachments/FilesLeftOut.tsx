import { useTranslation } from 'react-i18next';
import classes from './attachments.module.css';

/** Beside the button that saves: so many of the files that stand here were refused and will not be with the entry. */
export function FilesLeftOut({ n }: { n: number }) {
  const { t } = useTranslation();
  return (
    <span className={classes.leftOut} role="status">
      ▲ {t(($) => $.log.files.leftOut, { n })}
    </span>
  );
}

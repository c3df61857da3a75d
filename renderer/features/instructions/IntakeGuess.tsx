import { useTranslation } from 'react-i18next';
import type { CategoryGuess } from '../../../shared/instructions/intake.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { useSettings } from '../../app/settings.ts';
import { Kbd } from '../../components/Kbd.tsx';
import classes from './intake.module.css';

/**
 * What the words point to, and which words did. A guess is never received as a decision: it fills the field only when
 * a person takes it (Alt+G), and until then the field is empty.
 */
export function IntakeGuess({ guess, onTake }: { guess: CategoryGuess; onTake: () => void }) {
  const { t } = useTranslation();
  useHotkey('Alt+G', onTake);
  const category = useSettings()?.categories.find((c) => c.no === guess.no);
  return (
    <>
      <span className={classes.guessWords}>
        {t(($) => $.intake.guess, {
          category: `${guess.no} ${category?.short ?? ''}`,
          because: guess.because.join(t(($) => $.common.listSeparator)),
        })}
      </span>
      <button type="button" className={classes.smallButton} onClick={onTake} tabIndex={-1}>
        {t(($) => $.intake.takeGuess)} <Kbd>Alt+G</Kbd>
      </button>
    </>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { guessCategory } from '../../../shared/instructions/category-guess.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useSettings } from '../../app/settings.ts';

/**
 * Without a category the clock proposes nobody: what the words point to is offered, as a correction already filled in. It is
 * recorded only when a person saves it.
 */
export function CategoryHint({ instruction: i }: { instruction: Instruction }) {
  const { t } = useTranslation();
  const categories = useSettings()?.categories ?? [];
  if (i.categoryNo !== null) return null;
  const guess = guessCategory(i.text, categories);
  if (!guess) return null;
  const category = `${guess.no} ${categories.find((c) => c.no === guess.no)?.short ?? ''}`;
  const because = guess.because.join(t(($) => $.common.listSeparator));
  const reason = t(($) => $.instructions.dispatchForm.guessReason, { because });
  return (
    <>
      <span>{t(($) => $.intake.guess, { category, because })}</span>{' '}
      <Button
        size="compact-sm"
        onClick={() =>
          openDialog({
            kind: 'action',
            instructionId: i.id,
            action: 'correct',
            preset: { field: 'category', value: String(guess.no), reason },
          })
        }
      >
        {t(($) => $.instructions.dispatchForm.correctCategory)}
      </Button>
    </>
  );
}

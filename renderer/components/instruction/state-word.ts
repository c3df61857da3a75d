import { useTranslation } from 'react-i18next';
import type { Instruction } from '../../../shared/instructions/types.ts';

/** The state of an instruction in one word: linked ones are duplicates, and what was told to the centre is no longer owed to it. */
export function useStateWord(): (
  i: Pick<Instruction, 'state' | 'duplicateOf'> & { reportBack?: Instruction['reportBack'] },
) => string {
  const { t } = useTranslation();
  return (i) => {
    if (i.duplicateOf) return t(($) => $.instructions.duplicate);
    if (i.state === 'resolved' && i.reportBack) return t(($) => $.instructions.reported);
    return t(($) => $.instructions.state[i.state]);
  };
}

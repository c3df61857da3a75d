import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { previewPaper, savePaper } from '../../app/papers.ts';
import { Kbd } from '../../components/Kbd.tsx';

/** The slip of one instruction (110指令单): as it lies on paper and to the printer, or as a PDF where the officer chooses. */
export function SlipButtons({ instruction: i }: { instruction: Pick<Instruction, 'id' | 'number'> }) {
  const { t } = useTranslation();
  const form = `#/instruction/${i.id}`;
  const title = t(($) => $.papers.slipTitle, { number: i.number });
  const print = () => previewPaper(form, title, 'slip');
  useHotkey('Ctrl+P', print, true, true);
  return (
    <>
      <Button onClick={print}>
        {t(($) => $.common.print)}&nbsp;<Kbd>Ctrl+P</Kbd>
      </Button>
      <Button onClick={() => void savePaper(form, title, 'slip')}>{t(($) => $.common.export)}</Button>
    </>
  );
}

import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Obligation } from '../../../shared/instructions/obligations.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Limits } from '../../../shared/settings/types.ts';
import classes from './OwedList.module.css';
import { OwedList } from './OwedList.tsx';
import { shownWords } from './OwedTag.tsx';
import type { Step } from './steps.ts';

type Props = {
  instruction: Instruction;
  owed: readonly Obligation[];
  limits: Limits;
  run: (i: Instruction, step: Step, about: Record<string, string>) => void;
};

/** The rest of what a card owes: opens over the card, so that nothing under the pointer moves. */
export function OwedMore({ instruction: i, owed, limits, run }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (owed.length < 2) return null;
  const kinds = new Set(owed.map((o) => o.code)).size;
  const hidden = owed.length - Math.min(kinds, shownWords(kinds));
  const text = hidden > 0 ? `+${hidden}` : '⋯';
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start" width={420}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${text} ${t(($) => $.instructions.owedLine.all, { count: owed.length })}`}
          onClick={() => setOpened((is) => !is)}
        >
          {text}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.more} data-holds-live>
        <div className={classes.scroll}>
          <OwedList
            instruction={i}
            owed={owed}
            limits={limits}
            onAnswer={(step, about) => {
              setOpened(false);
              run(i, step, about);
            }}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

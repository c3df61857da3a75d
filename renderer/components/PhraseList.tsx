import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PhraseTextarea.module.css';
import { SuggestList } from './SuggestList.tsx';
import type { usePhrases } from './use-phrases.ts';

type Props = {
  phrases: ReturnType<typeof usePhrases>;
  above?: boolean;
  /** The field whose phrases they are. */
  children: ReactElement;
};

/** The phrases offered at a field, each with the letters by which it is found. */
export function PhraseList({ phrases: { list, offered, insert }, above, children }: Props) {
  const { t } = useTranslation();
  return (
    <SuggestList
      id={list.id}
      label={t(($) => $.dictionary.phrases.offered)}
      above={above}
      opened={list.opened}
      suggestions={offered.map((p) => ({
        key: p.id,
        content: (
          <>
            <span className={classes.initials}>{p.initials.slice(0, 8)}</span>
            <span>{p.text}</span>
          </>
        ),
      }))}
      active={list.active}
      onChoose={insert}
    >
      {children}
    </SuggestList>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PhraseList } from './PhraseList.tsx';
import classes from './QuickLine.module.css';
import { SuggestList } from './SuggestList.tsx';
import type { usePhrases } from './use-phrases.ts';
import type { useQuickMarks } from './use-quick-marks.ts';

type FieldProps = ReturnType<typeof usePhrases>['list']['fieldProps'];

/** Two lists watch one field: both hear what happens to it, the one that is open describes it. */
export const both = (a: FieldProps, b: FieldProps, shown: FieldProps): FieldProps => ({
  ...shown,
  onFocus: () => {
    a.onFocus();
    b.onFocus();
  },
  onBlur: () => {
    a.onBlur();
    b.onBlur();
  },
  onCompositionStart: () => {
    a.onCompositionStart();
    b.onCompositionStart();
  },
  onCompositionEnd: () => {
    a.onCompositionEnd();
    b.onCompositionEnd();
  },
});

type OffersProps = {
  marks: ReturnType<typeof useQuickMarks>;
  phrases: ReturnType<typeof usePhrases>;
  children: ReactElement;
};

/** What is offered above the line: kinds and names after a mark, else the quick phrases. */
export function QuickLineOffers({ marks, phrases, children }: OffersProps) {
  const { t } = useTranslation();
  return (
    <PhraseList phrases={phrases} above>
      <span className={classes.offers}>
        <SuggestList
          id={marks.list.id}
          label={t(($) => $.desk.quick.marks)}
          above
          opened={marks.list.opened}
          suggestions={marks.offered.map(({ name, note }) => ({
            key: name,
            content: (
              <>
                <span>{name}</span>
                <span className={classes.note}>{note}</span>
              </>
            ),
          }))}
          active={marks.list.active}
          onChoose={marks.insert}
        >
          {children}
        </SuggestList>
      </span>
    </PhraseList>
  );
}

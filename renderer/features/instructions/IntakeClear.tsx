import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** How long the question stands; after that the button asks again. */
const ASKED_MS = 4000;

/** 清空: a whole form is not lost by one slip, so the button asks once before it empties it. */
export function IntakeClear({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => setAsked(false), ASKED_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <Button
      tabIndex={-1}
      color={asked ? 'red' : undefined}
      onClick={() => {
        setAsked(!asked);
        if (asked) onClear();
      }}
    >
      {asked ? t(($) => $.instructions.intake.clearAgain) : t(($) => $.instructions.intake.clear)}
    </Button>
  );
}

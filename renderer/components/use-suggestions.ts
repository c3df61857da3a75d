import { type KeyboardEvent, useEffect, useId, useState } from 'react';

type Options = {
  count: number;
  /** Changes when other suggestions stand in the list: the choice begins anew. */
  of: string;
  /** The first one is meant already, so that Enter and Tab take it; otherwise only what the arrows chose. */
  firstIsMeant: boolean;
  onChoose: (index: number) => void;
};

/**
 * The keys of a list of suggestions under a field: ↑↓ choose, Enter and Tab take, Esc closes the list and nothing else.
 * While an input method composes every key is its own.
 */
export function useSuggestions({ count, of, firstIsMeant, onChoose }: Options) {
  const id = useId();
  const first = firstIsMeant ? 0 : -1;
  const [active, setActive] = useState(first);
  const [dismissed, setDismissed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [composing, setComposing] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other suggestions, another choice
  useEffect(() => {
    setActive(first);
    setDismissed(false);
  }, [of, first]);

  const opened = focused && !composing && !dismissed && count > 0;
  const take = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || firstIsMeant) event.preventDefault();
    setDismissed(true);
    onChoose(active);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!opened || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        setActive((n) => (n + 1) % count);
        return;
      case 'ArrowUp':
        event.preventDefault();
        setActive((n) => (n <= 0 ? count : n) - 1);
        return;
      case 'Enter':
      case 'Tab':
        if (!event.shiftKey && active >= 0 && active < count) take(event);
        return;
      case 'Escape':
        event.preventDefault();
        event.stopPropagation();
        setDismissed(true);
    }
  };

  return {
    id,
    opened,
    active,
    onKeyDown,
    /** Opens again what Esc or a choice has closed. */
    reopen: () => setDismissed(false),
    close: () => setDismissed(true),
    fieldProps: {
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
      'aria-autocomplete': 'list' as const,
      'aria-controls': opened ? id : undefined,
      'aria-activedescendant': opened && active >= 0 ? `${id}-${active}` : undefined,
      // Esc belongs to the list while it is open, not to the dialog around it.
      'data-mantine-stop-propagation': opened || undefined,
    },
  };
}

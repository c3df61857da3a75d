import { Popover } from '@mantine/core';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import classes from './SuggestList.module.css';

export type Suggestion = { key: string; content: ReactNode };

type Props = {
  id: string;
  /** What the list is, for readers. */
  label: string;
  opened: boolean;
  /** Above the field instead of under it. */
  above?: boolean;
  suggestions: readonly Suggestion[];
  /** -1: none yet. */
  active: number;
  onChoose: (index: number) => void;
  /** The field under which the list stands; it keeps the focus. */
  children: ReactElement;
};

/** Suggestions under a field that keeps the focus: it never takes a key or a click from what is being typed. */
export function SuggestList({ id, label, opened, above, suggestions, active, onChoose, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <Popover
      opened={opened}
      position={above ? 'top-start' : 'bottom-start'}
      width="target"
      offset={2}
      trapFocus={false}
      returnFocus={false}
      closeOnEscape={false}
      withRoles={false}
      zIndex={400}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown p={0}>
        <div ref={list} id={id} className={classes.list} role="listbox" aria-label={label}>
          {suggestions.map(({ key, content }, n) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys of the list
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
            <div
              key={key}
              id={`${id}-${n}`}
              role="option"
              aria-selected={n === active}
              className={classes.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(n)}
            >
              {content}
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

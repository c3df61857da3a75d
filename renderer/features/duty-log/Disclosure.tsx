import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import css from './form.module.css';

type Props = {
  label: string;
  /** Something in it is filled or refused: it stands open and cannot hide that. */
  said: boolean;
  children: ReactNode;
};

/** Fields that are rarely filled, one line until they are asked for. */
export function Disclosure({ label, said, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const shown = open || said;
  const Icon = shown ? IconChevronDown : IconChevronRight;
  return (
    <div className={css.disclosure}>
      <button
        type="button"
        className={css.more}
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        onClick={() => setOpen(!shown)}
      >
        <Icon size={18} aria-hidden /> {label}
      </button>
      {shown && (
        <div id={id} className={css.group}>
          {children}
        </div>
      )}
    </div>
  );
}

import { Modal } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { closeDialog } from '../../app/dialogs.ts';
import { navigate } from '../../app/route.ts';
import { closeSearch, useSearchDoor } from '../../app/search-door.ts';
import { SearchPanel } from './SearchPanel.tsx';
import css from './search.module.css';

/** F4: the search over everything, above whatever lies open; closing it gives the focus back. */
export function SearchOverlay() {
  const { t } = useTranslation();
  const door = useSearchDoor();
  const panel = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every opening, also of the open search, selects its words
  useEffect(() => {
    if (door.open) panel.current?.querySelector<HTMLInputElement>('[data-autofocus]')?.select();
  }, [door.open, door.opened]);
  const open = (address: string) => {
    closeSearch();
    // The page that opens may take the focus, which would vanish with this field.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    // A form that lies open would cover what was found; its draft stays.
    closeDialog();
    navigate(address);
  };
  return (
    <Modal
      opened={door.open}
      onClose={closeSearch}
      title={t(($) => $.search.title)}
      size={1040}
      centered={false}
      // Below the clock and the lamps: they are read while one searches.
      yOffset={72}
      zIndex={250}
      padding="md"
      classNames={{ content: css.content ?? '', body: css.body ?? '' }}
    >
      <div ref={panel} className={css.panel}>
        <SearchPanel handedIn={door.words} opened={door.opened} onOpen={open} />
      </div>
    </Modal>
  );
}

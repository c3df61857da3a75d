import { type ClipboardEvent, type DragEvent, useState } from 'react';

const filesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];
const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/**
 * Files dropped on an element or pasted into it: spread `props` on it. Text that is pasted stays a matter of the field; a
 * spreadsheet puts a picture beside the text, and then the text is meant.
 */
export function useFileDrop(add: (files: readonly File[], pasted?: boolean) => void) {
  const [over, setOver] = useState(false);
  const props = {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      setOver(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      add(filesIn(event.dataTransfer));
    },
    onPaste: (event: ClipboardEvent<HTMLElement>) => {
      const files = filesIn(event.clipboardData);
      if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return;
      event.preventDefault();
      add(files, true);
    },
  };
  return { over, props };
}

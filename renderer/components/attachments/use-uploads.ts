import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentInput } from '../../../shared/duty-log/attachments.ts';
import { FILE_NAME } from '../../../shared/duty-log/attachments.ts';
import { fieldErrorsOf } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { UploadBox, type UploadItem } from './upload-box.ts';

const boxes = new Map<string, UploadBox>();

function boxOf(storageKey: string): UploadBox {
  const known = boxes.get(storageKey) ?? new UploadBox(storageKey);
  boxes.set(storageKey, known);
  return known;
}

/** The files of a form and what can be done with them. */
export type Uploads = {
  items: readonly UploadItem[];
  /** Some have not arrived yet: the entry waits for them. */
  busy: boolean;
  /** How many were refused and still stand there: the entry is saved without them. */
  refused: number;
  /** What is sent with the entry. */
  attachments: AttachmentInput[];
  add: (files: readonly File[], pasted?: boolean) => void;
  remove: (key: string) => void;
  clear: () => void;
  /** Puts what the engine refused of the attachments to their lines; true when there was something. */
  report: (error: unknown) => boolean;
};

/** The files of the form of this name, kept with its draft for who is signed in. */
export function useUploads(name: string): Uploads {
  const { t } = useTranslation();
  const format = useFormat();
  const person = useSession().person?.id ?? 'nobody';
  const box = boxOf(`duty-desk-draft:${person}:${name}.files`);
  const items = useSyncExternalStore(box.subscribe, box.items);
  const done = items.filter((item) => item.stored !== null);

  const nameOf = (file: File, pasted: boolean) => {
    const ending = /\.[a-z0-9]{1,5}$/i.exec(file.name)?.[0] ?? '';
    // What a clipboard holds is always called image.png.
    const own = pasted && /^image\./i.test(file.name) ? '' : file.name.trim().slice(0, FILE_NAME);
    return (
      own ||
      `${t(($) => $.log.files.pasted, { at: format.timeSeconds(engineNow()).replaceAll(':', '') })}${ending}`
    );
  };
  return {
    items,
    busy: items.some((item) => item.state === 'waiting' || item.state === 'sending'),
    refused: items.filter((item) => item.state === 'refused').length,
    attachments: done.flatMap(({ name: called, stored }) =>
      stored ? [{ sha256: stored.sha256, name: called }] : [],
    ),
    add: (files, pasted = false) => box.add(files.map((file) => ({ file, name: nameOf(file, pasted) }))),
    remove: (key) => box.remove(key),
    clear: () => box.clear(),
    report: (error) => {
      const refused = Object.entries(fieldErrorsOf(error)).flatMap(([path, words]) => {
        const item = done[Number(/^attachments\.(\d+)/.exec(path)?.[1] ?? Number.NaN)];
        return item ? [{ key: item.key, words }] : [];
      });
      for (const { key, words } of refused) box.refuse(key, words);
      return refused.length > 0;
    },
  };
}

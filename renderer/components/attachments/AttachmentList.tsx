import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/duty-log/attachments.ts';
import { shell } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';
import { attachmentUrl } from './attachment-url.ts';
import classes from './attachments.module.css';
import { fileSize } from './file-size.ts';
import { Lightbox } from './Lightbox.tsx';

/** The files of an entry: pictures as thumbnails that open large, recordings to be played, PDFs to be opened outside. */
export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<number | null>(null);
  const images = attachments.filter((a) => a.kind === 'image');
  return (
    <>
      {images.length > 0 && (
        <ul className={classes.thumbs}>
          {images.map((a, n) => (
            <li key={a.id}>
              <button
                type="button"
                className={classes.thumb}
                aria-label={t(($) => $.log.files.enlarge, { name: a.name })}
                title={a.name}
                onClick={() => setShown(n)}
              >
                <img src={attachmentUrl(a)} alt="" />
                <bdi>{a.name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className={classes.lines}>
        {attachments.map((a) => (
          <Played key={a.id} attachment={a} />
        ))}
      </ul>
      {shown !== null && (
        <Lightbox images={images} at={shown} onMove={setShown} onClose={() => setShown(null)} />
      )}
    </>
  );
}

function Played({ attachment: a }: { attachment: Attachment }) {
  const { t } = useTranslation();
  if (a.kind === 'image') return null;
  return (
    <li className={classes.played}>
      <span className={classes.name} title={a.name}>
        {a.kind === 'pdf' && <IconFileTypePdf size={18} aria-hidden />} <bdi>{a.name}</bdi>{' '}
        <span className={classes.size}>{fileSize(a.bytes)}</span>
      </span>
      {a.kind === 'audio' ? (
        // biome-ignore lint/a11y/useMediaCaption: a recorded call has no captions
        <audio controls preload="metadata" src={attachmentUrl(a)} aria-label={a.name} />
      ) : (
        <Button
          size="compact-sm"
          onClick={() =>
            void shell({ op: 'openAttachment', sha256: a.sha256, name: a.name }).catch(notifyError)
          }
        >
          {t(($) => $.log.files.open)}
        </Button>
      )}
    </li>
  );
}

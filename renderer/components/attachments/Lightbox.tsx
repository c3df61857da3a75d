import { ActionIcon, Modal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../shared/duty-log/attachments.ts';
import { useFormat } from '../../app/format.ts';
import { attachmentUrl } from './attachment-url.ts';
import classes from './attachments.module.css';

type Props = {
  images: readonly Attachment[];
  at: number;
  onMove: (to: number) => void;
  onClose: () => void;
};

/** A picture as large as the window; ← and → go to its neighbours. */
export function Lightbox({ images, at, onMove, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const image = images[at];
  if (!image) return null;
  const go = (by: number) => onMove((at + by + images.length) % images.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    go(event.key === 'ArrowLeft' ? -1 : 1);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      title={<bdi>{image.name}</bdi>}
      onKeyDown={onKeyDown}
    >
      <img className={classes.large} src={attachmentUrl(image)} alt={image.name} />
      <div className={classes.largeFoot}>
        <span className={classes.size}>
          {t(($) => $.log.files.addedBy, { by: image.actorName, at: format.dateTime(image.recordedAtMs) })}
        </span>
        {images.length > 1 && (
          <>
            <ActionIcon
              variant="default"
              size={34}
              aria-label={t(($) => $.log.files.previous)}
              onClick={() => go(-1)}
            >
              <IconChevronLeft size={20} />
            </ActionIcon>
            {at + 1} / {images.length}
            <ActionIcon
              variant="default"
              size={34}
              aria-label={t(($) => $.log.files.next)}
              onClick={() => go(1)}
            >
              <IconChevronRight size={20} />
            </ActionIcon>
          </>
        )}
      </div>
    </Modal>
  );
}

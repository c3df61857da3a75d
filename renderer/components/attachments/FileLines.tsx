import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconFileMusic, IconFileTypePdf, IconPaperclip, IconPhoto, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentTypes, limitMegabytes } from '../../../shared/duty-log/attachments.ts';
import { attachmentUrl } from './attachment-url.ts';
import classes from './attachments.module.css';
import { fileSize } from './file-size.ts';
import type { UploadItem } from './upload-box.ts';
import type { Uploads } from './use-uploads.ts';

const ACCEPTED = [...Object.keys(attachmentTypes), '.amr', '.m4a'].join(',');

type Props = {
  uploads: Uploads;
  /** Files are being held over the form. */
  over?: boolean;
  compact?: boolean;
};

/** The files of a form that is not saved yet: chosen, on their way, taken in or refused, each line can be taken off. */
export function FileLines({ uploads, over, compact }: Props) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className={classes.files} data-over={over || undefined}>
      {uploads.items.length > 0 && (
        <ul className={classes.lines} aria-label={t(($) => $.log.files.title)}>
          {uploads.items.map((item) => (
            <FileLine
              key={item.key}
              item={item}
              onRemove={() => {
                uploads.remove(item.key);
                // The line goes; the keyboard stays in the form.
                button.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      {!compact && (
        <div className={classes.pick}>
          <Button
            ref={button}
            size="compact-md"
            leftSection={<IconPaperclip size={16} aria-hidden />}
            onClick={() => picker.current?.click()}
          >
            {t(($) => $.log.files.add)}
          </Button>
          <span className={classes.hint}>
            {over
              ? t(($) => $.log.files.drop)
              : t(($) => $.log.files.hint, {
                  image: limitMegabytes('image'),
                  other: limitMegabytes('audio'),
                })}
          </span>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            accept={ACCEPTED}
            data-files
            onChange={(event) => {
              uploads.add([...(event.currentTarget.files ?? [])]);
              // The same file may be chosen again after it was taken off.
              event.currentTarget.value = '';
            }}
          />
        </div>
      )}
    </div>
  );
}

function FileLine({ item, onRemove }: { item: UploadItem; onRemove: () => void }) {
  const { t } = useTranslation();
  const sending = item.state === 'sending' || item.state === 'waiting';
  return (
    <li className={classes.line} data-state={item.state}>
      <Picture item={item} />
      <span className={classes.words}>
        <bdi className={classes.name} title={item.name}>
          {item.name}
        </bdi>
        {item.state === 'refused' ? (
          <span className={classes.problem} role="alert">
            ▲ {item.problem}
          </span>
        ) : (
          <span className={classes.size}>
            {item.state === 'sending'
              ? t(($) => $.log.files.sending, { sent: fileSize(item.sent), size: fileSize(item.bytes) })
              : item.state === 'waiting'
                ? t(($) => $.log.files.waiting, { size: fileSize(item.bytes) })
                : fileSize(item.bytes)}
          </span>
        )}
        {item.state === 'sending' && (
          <Progress size="sm" value={(100 * item.sent) / item.bytes} aria-label={item.name} />
        )}
      </span>
      <ActionIcon
        variant="subtle"
        aria-label={
          sending
            ? t(($) => $.log.files.cancel, { name: item.name })
            : t(($) => $.log.files.remove, { name: item.name })
        }
        onClick={onRemove}
      >
        <IconX size={18} />
      </ActionIcon>
    </li>
  );
}

function Picture({ item: { stored } }: { item: UploadItem }) {
  const kind = stored === null ? null : attachmentTypes[stored.type];
  if (stored && kind === 'image') return <img className={classes.small} src={attachmentUrl(stored)} alt="" />;
  const Icon = kind === 'audio' ? IconFileMusic : kind === 'pdf' ? IconFileTypePdf : IconPhoto;
  return (
    <span className={classes.small} aria-hidden>
      <Icon size={20} />
    </span>
  );
}

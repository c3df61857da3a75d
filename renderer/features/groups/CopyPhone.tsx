import { ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './groups.module.css';

const SHOWN_MS = 2000;

/** Copies by a selection: the desk grants no page the clipboard permission, and this needs none. */
function copyText(text: string): boolean {
  const holder = document.createElement('textarea');
  holder.value = text;
  holder.className = css.offscreen ?? '';
  document.body.append(holder);
  holder.select();
  const done = document.execCommand('copy');
  holder.remove();
  return done;
}

/** A phone number to read from afar, with a button that copies it. */
export function CopyPhone({ phone, name, big }: { phone: string; name: string; big?: boolean }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  if (phone === '') return <span className={css.dim}>{t(($) => $.groups.noPhone)}</span>;
  const label = copied ? t(($) => $.groups.copied) : t(($) => $.groups.copy);
  return (
    <span className={css.phone} data-big={big || undefined}>
      <span className={css.digits}>{phone}</span>
      <ActionIcon
        variant="subtle"
        size={big ? 'lg' : 'md'}
        aria-label={`${label} ${name}`}
        title={label}
        onClick={() => setCopied(copyText(phone))}
      >
        {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
      </ActionIcon>
    </span>
  );
}

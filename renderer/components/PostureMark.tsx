import { IconShieldCheck, IconUrgent } from '@tabler/icons-react';
import type { Posture } from '../../shared/posture/types.ts';
import classes from './PostureMark.module.css';

/** The sign of a posture: its shape says it without the colour, and only an emergency has one. Words are the caller's. */
export function PostureMark({ posture, size = 18 }: { posture: Posture; size?: number }) {
  const Icon = posture === 'emergency' ? IconUrgent : IconShieldCheck;
  return (
    <span className={classes.mark} data-posture={posture} aria-hidden="true">
      <Icon size={size} stroke={1.8} />
    </span>
  );
}

import type { AlarmClass } from '../../../shared/alarms/types.ts';
import { classWords } from '../../../shared/alarms/words.ts';

/** One line for a notification: what, which instruction, where. */
export const alarmText = (alarmClass: AlarmClass, number: string, place: string): string =>
  [classWords[alarmClass], number, place].filter((part) => part !== '').join(' · ');

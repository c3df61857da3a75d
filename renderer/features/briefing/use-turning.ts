import { useHotkey } from '../../app/hotkeys.ts';

type Turning = { at: number; last: number; turn: (to: number) => void; leave: () => void };

/** Keys of the wall: → Space PgDn forward, ← PgUp back, Home and End, Esc leaves; a presenter's remote sends the same. */
export function useTurning({ at, last, turn, leave }: Turning): void {
  const forward = () => turn(at + 1);
  const back = () => turn(at - 1);
  useHotkey('ArrowRight', forward, true, true);
  useHotkey(' ', forward, true, true);
  useHotkey('PageDown', forward, true, true);
  useHotkey('ArrowLeft', back, true, true);
  useHotkey('PageUp', back, true, true);
  useHotkey('Home', () => turn(0), true, true);
  useHotkey('End', () => turn(last), true, true);
  useHotkey('Escape', leave, true, true);
}

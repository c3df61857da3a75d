import { useQuery } from '@tanstack/react-query';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { useSettings } from '../../app/settings.ts';
import { type Leader, leadersOf } from './leaders.ts';

/** `leadersOf` with what the desk knows now. */
export function useLeaders(i: Instruction): Leader[] {
  const settings = useSettings();
  const groups = useQuery(desk.groups.board.queryOptions()).data ?? [];
  if (!settings) return [];
  return leadersOf(i, {
    head: settings.site.head,
    units: settings.units,
    categories: settings.categories,
    groups,
  });
}

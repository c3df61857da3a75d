import { useQuery } from '@tanstack/react-query';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { desk } from './client.ts';

/** The zone of a desk that is not set up yet. */
export const DEFAULT_ZONE = 'Asia/Shanghai';

/** Site, limits, units, grids and categories; undefined until they are known. */
export function useSettings(): SettingsView | undefined {
  return useQuery(desk.settings.get.queryOptions({ staleTime: Number.POSITIVE_INFINITY })).data;
}

import {
  type FilterAddress,
  filterFromAddress,
  type InstructionFilter,
} from '../../../shared/instructions/filter.ts';
import { useRouteParams } from '../../app/route.ts';

const keys: readonly (keyof FilterAddress)[] = [
  'state',
  'day',
  'from',
  'to',
  'words',
  'category',
  'team',
  'zone',
  'late',
];

/** What the list shows, as its address says; without one the open instructions. */
export type ListFilter = {
  filter: InstructionFilter;
  address: FilterAddress;
  change: (patch: Partial<FilterAddress>) => void;
  clear: () => void;
  /** Whether anything but the state narrows the list. */
  narrowed: boolean;
  /** The address of the register that shows the same instructions. */
  form: string;
};

/** The filter of the list in its address: it survives a restart, and the paper shows exactly what the list shows. */
export function useListFilter(): ListFilter {
  const [params, change] = useRouteParams();
  const get = (key: keyof FilterAddress) => params.get(key) ?? (key === 'state' ? 'open' : null);
  const address = Object.fromEntries(keys.map((key) => [key, get(key) ?? ''])) as FilterAddress;
  const said = Object.entries(address).filter(([, value]) => value !== '');
  return {
    filter: filterFromAddress(get),
    address,
    change,
    clear: () => change(Object.fromEntries(keys.map((key) => [key, null]))),
    narrowed: said.some(([key]) => key !== 'state'),
    form: `#/register?${new URLSearchParams(said)}`,
  };
}

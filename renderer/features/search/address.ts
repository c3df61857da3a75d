import type { Hit } from '../../../shared/search/find.ts';
import { entryAddress } from '../../app/route.ts';

/** The address at which a hit is opened. */
export function addressOf(hit: Hit): string {
  switch (hit.kind) {
    case 'log':
      return entryAddress({ id: hit.id, dutyDay: hit.dutyDay ?? '' });
    case 'instruction':
      return `/instructions/${hit.id}`;
    case 'supply':
      return `/supplies?item=${hit.itemId ?? hit.id}`;
    case 'paper':
      return `/handover?id=${hit.id}`;
  }
}

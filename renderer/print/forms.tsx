import type { ReactElement } from 'react';
import { filterFromAddress } from '../../shared/instructions/filter.ts';
import { deskClient } from '../app/client.ts';
import { BlankForms } from './BlankForms.tsx';
import { HandoverSheet } from './HandoverSheet.tsx';
import type { PageLayout } from './page.ts';
import { Register } from './Register.tsx';
import { Slip } from './Slip.tsx';

/** A form of the print window: its address without filters, its paper, and how its contents come. */
type Form = {
  address: RegExp;
  page: PageLayout;
  /** `key` is what the address names (an id, a month), `query` what stands behind its question mark. */
  load: (key: string, query: URLSearchParams) => Promise<ReactElement>;
};

/** Every form, one line each. Those a page may ask for stand in electron/main/paper/forms.ts as well. */
export const forms: readonly Form[] = [
  {
    address: /^#\/handover\/([^/]+)$/,
    page: 'portrait',
    load: async (id) => <HandoverSheet sheet={await deskClient.handover.sheet({ id })} />,
  },
  {
    address: /^#\/register$/,
    page: 'landscape',
    load: async (_, query) => (
      <Register
        register={await deskClient.instructions.register(filterFromAddress((key) => query.get(key)))}
      />
    ),
  },
  {
    address: /^#\/instruction\/([^/]+)$/,
    page: 'portrait',
    load: async (id) => <Slip data={await deskClient.papers.slip({ id })} />,
  },
  {
    address: /^#\/blank-forms\/([^/]+)$/,
    page: 'blank',
    load: async (blockId) => <BlankForms data={await deskClient.numbers.blankForms({ blockId })} />,
  },
];

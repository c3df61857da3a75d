import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { useSettings } from '../../app/settings.ts';

/** Whom an instruction's leaders are: deputies of its groups, the bureau's head, heads of its units. */
export function useLeaders(i: Instruction): { name: string; note: string }[] {
  const { t } = useTranslation();
  const settings = useSettings();
  const groups = useQuery(desk.groups.board.queryOptions()).data ?? [];
  if (!settings) return [];
  const category = settings.categories.find((c) => c.no === i.categoryNo);
  const ids = new Set([...i.dispatches.map((d) => d.to.id), category?.groupId ?? '', category?.unitId ?? '']);
  const own = groups.filter((g) => ids.has(g.id) || ids.has(g.unitId));
  const deputies = own.flatMap((g) =>
    g.people
      .filter((p) => p.duty === 'deputyInCharge' || p.duty === 'responsible')
      .map((p) => ({ name: p.name, note: `${g.name} ${p.phone}` })),
  );
  const heads = settings.units
    .filter((u) => ids.has(u.id) && u.head !== '')
    .map((u) => ({ name: u.head, note: `${u.name} ${u.phone}` }));
  const head = settings.site.head ? [{ name: settings.site.head, note: t(($) => $.settings.site.head) }] : [];
  const all = [...deputies, ...head, ...heads];
  return all.filter((leader, n) => all.findIndex((each) => each.name === leader.name) === n);
}

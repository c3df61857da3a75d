import type { ActionGroup } from '../../../shared/groups/types.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Category, Unit } from '../../../shared/people/types.ts';

/** Somebody to tell of an instruction: 分管领导, 局主要领导, 责任人, 单位负责人. */
export type Leader = {
  name: string;
  role: 'deputy' | 'head' | 'responsible' | 'unitHead';
  /** Group or unit; empty for the bureau's head. */
  of: string;
  phone: string;
};

type World = {
  head: string;
  units: readonly Unit[];
  categories: readonly Category[];
  groups: readonly ActionGroup[];
};

/**
 * Whom to tell, in the order in which they are told: the deputies in charge who answer for it, as the engine counts them
 * (of the teams sent, else of the category, else any), then the head, then those responsible and heads of units.
 */
export function leadersOf(i: Instruction, world: World): Leader[] {
  const { groups } = world;
  const category = world.categories.find((c) => c.no === i.categoryNo);
  const sent = new Set(i.dispatches.map((d) => d.to.id));
  const ofSent = groups.filter((g) => sent.has(g.id) || sent.has(g.unitId));
  const ofCategory = groups.filter((g) => g.id === category?.groupId);
  const withDuty = (list: readonly ActionGroup[], duty: 'deputyInCharge' | 'responsible') =>
    list.flatMap((g) => g.people.filter((p) => p.duty === duty).map((p) => ({ ...p, of: g.name })));
  const deputies =
    [ofSent, ofCategory, groups].map((list) => withDuty(list, 'deputyInCharge')).find((l) => l.length > 0) ??
    [];
  const own = ofSent.length > 0 ? ofSent : ofCategory;
  const unitIds = new Set([...sent, ...own.map((g) => g.unitId)]);
  const all: Leader[] = [
    ...deputies.map((p): Leader => ({ name: p.name, role: 'deputy', of: p.of, phone: p.phone })),
    ...(world.head === '' ? [] : [headOf(world)]),
    ...withDuty(own, 'responsible').map(
      (p): Leader => ({ name: p.name, role: 'responsible', of: p.of, phone: p.phone }),
    ),
    ...world.units
      .filter((u) => unitIds.has(u.id) && u.head !== '')
      .map((u): Leader => ({ name: u.head, role: 'unitHead', of: u.name, phone: u.phone })),
  ];
  return all.filter((leader, n) => all.findIndex((each) => each.name === leader.name) === n);
}

function headOf({ head, units }: World): Leader {
  const unit = units.find((u) => u.head === head);
  return { name: head, role: 'head', of: '', phone: unit?.phone ?? '' };
}

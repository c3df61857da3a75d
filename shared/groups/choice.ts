import { type CategoryRoute, type Proposal, propose } from '../instructions/routing.ts';
import type { Site } from '../settings/types.ts';
import type { TeamOut } from './out.ts';
import { anybodyCanGo } from './ringing.ts';
import type { ActionGroup } from './types.ts';

/** A unit or an action group an instruction may be sent to. */
export type Target = { kind: 'unit' | 'group'; id: string };

/** Whom the clock names for an instruction, what speaks against it, and who of the same kind is free instead. */
export type TeamChoice = {
  proposal: Proposal;
  /** Already sent to this very instruction. */
  sent: boolean;
  /** What else the proposed team is out for. */
  out: TeamOut[];
  /** Another of the kind the clock asks for (篇三 三) when the proposed one is sent or out; null when none is free. */
  instead: Target | null;
};

/** What a target is out for besides one instruction. */
export const outElsewhere = (target: Target, out: readonly TeamOut[], instructionId: string): TeamOut[] =>
  out.filter((o) => o.to.kind === target.kind && o.to.id === target.id && o.instructionId !== instructionId);

/** The teams an alternative is looked for among: those that some category goes to, and the groups with their people. */
export type KnownTeams = {
  routes: readonly CategoryRoute[];
  groups: readonly Pick<ActionGroup, 'id' | 'unitId' | 'people'>[];
};

/**
 * Proposes by category and clock (篇三 三), and says when that team is in the field already: it is never proposed again in
 * silence, and the alternative obeys the clock too. Undefined when the category has no route.
 */
export function chooseTeam(
  route: CategoryRoute | undefined,
  instruction: { id: string; sentTo: readonly Target[] },
  out: readonly TeamOut[],
  clock: { nowMs: number; site: Site },
  known: KnownTeams,
): TeamChoice | undefined {
  const proposal = propose(route, clock.nowMs, clock.site);
  if (!proposal) return undefined;
  const sent = instruction.sentTo.some((s) => s.kind === proposal.kind && s.id === proposal.id);
  const outNow = outElsewhere(proposal, out, instruction.id);
  const busy = [...out.map((o) => o.to), ...instruction.sentTo];
  const others = known.routes
    .map((r): Target => ({ kind: proposal.kind, id: proposal.kind === 'unit' ? r.unitId : r.groupId }))
    .filter((t) => t.id !== '' && t.id !== proposal.id && isFree(t, busy, known.groups));
  return { proposal, sent, out: outNow, instead: sent || outNow.length > 0 ? (others[0] ?? null) : null };
}

/** The people of a unit are its group's: sent by either name they are out. */
function isFree(target: Target, busy: readonly Target[], groups: KnownTeams['groups']): boolean {
  const group = groups.find((g) => target.id === (target.kind === 'unit' ? g.unitId : g.id));
  const ids = group ? [group.id, group.unitId] : [target.id];
  if (busy.some((b) => ids.includes(b.id))) return false;
  return group === undefined || anybodyCanGo(group) !== false;
}

import { type CategoryRoute, type Proposal, propose } from '../instructions/routing.ts';
import type { Site } from '../settings/types.ts';
import type { TeamOut } from './out.ts';

/** A unit or an action group an instruction may be sent to. */
export type Target = { kind: 'unit' | 'group'; id: string };

/** Whom the clock names for an instruction, what speaks against it, and who of the same category is free instead. */
export type TeamChoice = {
  proposal: Proposal;
  /** Already sent to this very instruction. */
  sent: boolean;
  /** What else the proposed team is out for. */
  out: TeamOut[];
  /** The other of the category (unit ↔ group) when the proposed one is sent or out and the other is free. */
  instead: Target | null;
};

/** What a target is out for besides one instruction. */
export const outElsewhere = (target: Target, out: readonly TeamOut[], instructionId: string): TeamOut[] =>
  out.filter((o) => o.to.kind === target.kind && o.to.id === target.id && o.instructionId !== instructionId);

/**
 * Proposes by category and clock (篇三 三), and says when that team is in the field already: it is never proposed again in
 * silence. Undefined when the category has no route.
 */
export function chooseTeam(
  route: CategoryRoute | undefined,
  instruction: { id: string; sentTo: readonly Target[] },
  out: readonly TeamOut[],
  clock: { nowMs: number; site: Site },
): TeamChoice | undefined {
  const proposal = propose(route, clock.nowMs, clock.site);
  if (!proposal || !route) return undefined;
  const isSent = (t: Target) => instruction.sentTo.some((s) => s.kind === t.kind && s.id === t.id);
  const elsewhere = (t: Target) => outElsewhere(t, out, instruction.id);
  const sent = isSent(proposal);
  const outNow = elsewhere(proposal);
  const other: Target =
    proposal.kind === 'unit' ? { kind: 'group', id: route.groupId } : { kind: 'unit', id: route.unitId };
  const free = other.id !== '' && !isSent(other) && elsewhere(other).length === 0;
  return { proposal, sent, out: outNow, instead: (sent || outNow.length > 0) && free ? other : null };
}

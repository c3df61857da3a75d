import type { ActionName, Instruction } from '../../../shared/instructions/types.ts';
import { type FormText, forms } from './forms.ts';
import type { Leader } from './leaders.ts';
import { teamsFor } from './teams.ts';

/** What a form starts with besides the record. */
export type DefaultsWorld = {
  /** `unit:id` or `group:id` that the clock proposes; empty for nobody. */
  proposal: string;
  leaders: readonly Leader[];
};

type Preset = Readonly<Record<string, string | boolean>>;

/** Presets that only suggest: the person may change them. All others are part of the button pressed. */
const suggested = new Set(['dispatchId', 'orderId', 'tell', 'who']);

/** The part of a preset that is sent as it is. */
export const fixedOf = (preset: Preset): Preset =>
  Object.fromEntries(Object.entries(preset).filter(([name]) => !suggested.has(name)));

const yesNo = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');

/**
 * What stands in a form before anybody typed: the team that owes it, the leader still to be told, the department already
 * asked to come, the crew as it is known. `typed` may change the rest, as the chosen team does.
 */
export function defaultsOf(
  i: Instruction,
  action: Exclude<ActionName, 'correct'>,
  preset: Preset,
  typed: FormText,
  world: DefaultsWorld,
): FormText {
  const field = forms[action].find((f) => f.kind === 'team');
  const teams = field?.kind === 'team' ? teamsFor(i, field.among) : [];
  const first = field?.required && teams.length > 1 ? undefined : teams[0];
  const asked = teams.find((d) => d.id === preset.dispatchId) ?? first;
  const team = i.dispatches.find((d) => d.id === typed.dispatchId) ?? asked;
  const base: FormText = asked ? { dispatchId: asked.id } : {};
  switch (action) {
    case 'dispatch':
      return { ...base, to: world.proposal };
    case 'notify':
      return { ...base, ...notice(i, preset, typed, world) };
    case 'enRoute':
    case 'turnout':
      return {
        ...base,
        members: team?.members.join('、') ?? '',
        vehicle: team?.vehicle ?? '',
        uniformed: yesNo(team?.uniformed ?? null),
      };
    case 'orderDone': {
      const open = i.orders.filter((o) => o.done === null);
      return { ...base, orderId: (open.find((o) => o.id === preset.orderId) ?? open[0])?.id ?? '' };
    }
    case 'confirmScope':
      return i.scope && !i.scope.inScope
        ? { ...base, kind: i.scope.kind, competent: i.scope.competent, explainedTo: i.scope.explainedTo }
        : base;
    case 'transfer':
      return { ...base, to: i.scope?.competent ?? '' };
    default:
      return base;
  }
}

/** 较大 goes to the deputy in charge, 重大 to the deputy first and through the deputy to the head (篇三 四(二)2). */
function notice(i: Instruction, preset: Preset, typed: FormText, { leaders }: DefaultsWorld): FormText {
  const told = (name: string) => i.notices.some((n) => n.who === name);
  const deputies = leaders.filter((l) => l.role === 'deputy');
  const head = leaders.find((l) => l.role === 'head')?.name ?? '';
  const deputy = deputies.find((l) => !told(l.name)) ?? deputies[0];
  const named = typeof preset.who === 'string' ? preset.who : '';
  const who = preset.tell === 'head' ? head : preset.tell === 'deputy' ? (deputy?.name ?? '') : named;
  const present = typed.who ?? who;
  const passedOn = deputies.find((l) => told(l.name)) ?? deputies[0];
  const through = head !== '' && present === head ? (passedOn?.name ?? '') : '';
  return { who, through: through === head ? '' : through };
}

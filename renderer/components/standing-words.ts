import i18next from 'i18next';
import { type GroupPerson, standingOf } from '../../shared/groups/types.ts';

/** How a person of a group stands now, and what for where a team in the field names them. */
export function standingWords(person: GroupPerson): string {
  const state = i18next.t(($) => $.groups.availability[standingOf(person)]);
  if (!person.outFor || standingOf(person) !== 'out') return state;
  const { number, place } = person.outFor;
  return i18next.t(($) => $.groups.outForOne, { state, number: number.replace(/^\d{4}-0*/, ''), place });
}

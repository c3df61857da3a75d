import { useQuery } from '@tanstack/react-query';
import { chooseTeam, type TeamChoice } from '../../../shared/groups/choice.ts';
import { teamsOut } from '../../../shared/groups/out.ts';
import { activeDispatches } from '../../../shared/instructions/clock.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { desk } from '../../app/client.ts';
import { engineNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';

/** Whom the clock names for an instruction now, and which teams are in the field. */
export function useTeamChoice(i: Instruction): TeamChoice | undefined {
  const settings = useSettings();
  const live = useQuery(desk.instructions.live.queryOptions()).data ?? [];
  const groups = useQuery(desk.groups.board.queryOptions()).data ?? [];
  if (!settings) return undefined;
  const route = settings.categories.find((c) => c.no === i.categoryNo);
  const sentTo = activeDispatches(i).map((d) => d.to);
  const clock = { nowMs: engineNow(), site: settings.site };
  return chooseTeam(route, { id: i.id, sentTo }, teamsOut(live), clock, {
    routes: settings.categories,
    groups,
  });
}

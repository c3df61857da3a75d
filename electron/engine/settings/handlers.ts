import type { Kysely } from 'kysely';
import type { SettingsView } from '../../../shared/contract/settings.ts';
import { type Context, change } from '../context.ts';
import type { Database } from '../db/schema.ts';
import { newId } from '../ids.ts';
import type { Deps } from '../router.ts';
import { limitsHistory } from './limits-history.ts';
import { limitsAt, listCategories, listGrids, listUnits, siteAt } from './store.ts';

/** Site, limits and reference data in one answer. */
export async function settingsView(db: Kysely<Database>, nowMs: number): Promise<SettingsView> {
  const { limits, sinceMs } = await limitsAt(db, nowMs);
  return {
    site: await siteAt(db, nowMs),
    limits,
    limitsSinceMs: sinceMs,
    units: await listUnits(db),
    grids: await listGrids(db),
    categories: await listCategories(db),
  };
}

function addSetting(context: Context, kind: 'site' | 'limits', value: unknown, effectiveFromMs: number) {
  return change(context, async (tx) => {
    const id = newId();
    tx.about('setting', id);
    const row = {
      id,
      kind,
      value: JSON.stringify(value),
      effective_from: effectiveFromMs,
      recorded_at: tx.nowMs,
    };
    await tx.insert('setting', row);
    return settingsView(tx.db, tx.nowMs);
  });
}

export const settingsHandlers = (os: Deps) => ({
  get: os.settings.get.handler(({ context }) => settingsView(context.db, context.nowMs)),
  setSite: os.settings.setSite.handler(({ input, context }) =>
    addSetting(context, 'site', input, context.nowMs),
  ),
  setLimits: os.settings.setLimits.handler(({ input, context }) =>
    addSetting(context, 'limits', input.limits, input.effectiveFromMs ?? context.nowMs),
  ),
  limitsHistory: os.settings.limitsHistory.handler(({ context }) => limitsHistory(context.db)),
});

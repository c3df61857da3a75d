import { change } from '../context.ts';
import { peopleNames } from '../people/store.ts';
import type { Deps } from '../router.ts';
import { acknowledge, activeAlarms, alarmHistory, alarmOf, LOCKED_DESK } from './store.ts';

export const alarmsHandlers = (os: Deps) => ({
  active: os.alarms.active.handler(async ({ context }) => {
    const names = await peopleNames(context.db);
    return (await activeAlarms(context.db)).map((row) => alarmOf(row, names));
  }),
  history: os.alarms.history.handler(({ input, context }) => alarmHistory(context.db, input.limit)),
  acknowledge: os.alarms.acknowledge.handler(({ input, context }) => {
    const by = context.actor?.id ?? LOCKED_DESK;
    return change(context, async (tx) => {
      tx.about('alarm', input.id);
      return alarmOf(await acknowledge(tx, input.id, by), await peopleNames(tx.db));
    });
  }),
});

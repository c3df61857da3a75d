import { LOCKED_DESK } from '../../../shared/alarms/words.ts';
import { change } from '../context.ts';
import { peopleNames } from '../people/store.ts';
import type { Deps } from '../router.ts';
import { entriesOfAlarms } from './entries.ts';
import { activeAlarms, alarmHistory, alarmOf, alarmResponses } from './reading.ts';
import { acknowledge } from './store.ts';
import { alarmWorkbook } from './workbook.ts';

export const alarmsHandlers = (os: Deps) => ({
  active: os.alarms.active.handler(({ context }) => activeAlarms(context.db)),
  history: os.alarms.history.handler(({ input, context }) => alarmHistory(context.db, input, context.nowMs)),
  responses: os.alarms.responses.handler(({ input, context }) =>
    alarmResponses(context.db, input, context.nowMs),
  ),
  workbook: os.alarms.workbook.handler(({ input, context }) =>
    alarmWorkbook(context.db, input, context.nowMs),
  ),
  acknowledge: os.alarms.acknowledge.handler(({ input, context }) => {
    const by = context.actor?.id ?? LOCKED_DESK;
    return change(context, async (tx) => {
      tx.about('alarm', input.id);
      const row = await acknowledge(tx, input.id, by);
      const entry = (await entriesOfAlarms(tx.db, [row])).get(row.subject_id) ?? null;
      return alarmOf(row, await peopleNames(tx.db), entry);
    });
  }),
});

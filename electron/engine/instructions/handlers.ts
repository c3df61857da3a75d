import type { Deps } from '../router.ts';
import { act } from './act.ts';
import { backEnter } from './back-enter.ts';
import { instructionDetail } from './detail.ts';
import { intakeHints } from './hints.ts';
import { linkedCalls } from './linked.ts';
import { listInstructions } from './list.ts';
import { receive } from './receive.ts';
import { register } from './register.ts';
import { registerWorkbook } from './register-workbook.ts';
import { similarBefore } from './similar.ts';
import { liveInstructions } from './store.ts';

export const instructionsHandlers = (os: Deps) => {
  const i = os.instructions;
  return {
    receive: i.receive.handler(({ input, context }) => receive(context, input)),
    backEnter: i.backEnter.handler(({ input, context }) => backEnter(context, input)),
    decline: i.decline.handler(({ input, context }) =>
      act(context, input, { name: 'decline', input: input.action }),
    ),
    duplicate: i.duplicate.handler(({ input, context }) =>
      act(context, input, { name: 'duplicate', input: input.action }),
    ),
    void: i.void.handler(({ input, context }) => act(context, input, { name: 'void', input: input.action })),
    dispatch: i.dispatch.handler(({ input, context }) =>
      act(context, input, { name: 'dispatch', input: input.action }),
    ),
    take: i.take.handler(({ input, context }) => act(context, input, { name: 'take', input: input.action })),
    recall: i.recall.handler(({ input, context }) =>
      act(context, input, { name: 'recall', input: input.action }),
    ),
    notify: i.notify.handler(({ input, context }) =>
      act(context, input, { name: 'notify', input: input.action }),
    ),
    orderDone: i.orderDone.handler(({ input, context }) =>
      act(context, input, { name: 'orderDone', input: input.action }),
    ),
    raiseSeverity: i.raiseSeverity.handler(({ input, context }) =>
      act(context, input, { name: 'raiseSeverity', input: input.action }),
    ),
    enRoute: i.enRoute.handler(({ input, context }) =>
      act(context, input, { name: 'enRoute', input: input.action }),
    ),
    turnout: i.turnout.handler(({ input, context }) =>
      act(context, input, { name: 'turnout', input: input.action }),
    ),
    returned: i.returned.handler(({ input, context }) =>
      act(context, input, { name: 'returned', input: input.action }),
    ),
    delayed: i.delayed.handler(({ input, context }) =>
      act(context, input, { name: 'delayed', input: input.action }),
    ),
    onScene: i.onScene.handler(({ input, context }) =>
      act(context, input, { name: 'onScene', input: input.action }),
    ),
    sceneReport: i.sceneReport.handler(({ input, context }) =>
      act(context, input, { name: 'sceneReport', input: input.action }),
    ),
    confirmScope: i.confirmScope.handler(({ input, context }) =>
      act(context, input, { name: 'confirmScope', input: input.action }),
    ),
    transfer: i.transfer.handler(({ input, context }) =>
      act(context, input, { name: 'transfer', input: input.action }),
    ),
    resolve: i.resolve.handler(({ input, context }) =>
      act(context, input, { name: 'resolve', input: input.action }),
    ),
    reportBack: i.reportBack.handler(({ input, context }) =>
      act(context, input, { name: 'reportBack', input: input.action }),
    ),
    followUp: i.followUp.handler(({ input, context }) =>
      act(context, input, { name: 'followUp', input: input.action }),
    ),
    followUpNote: i.followUpNote.handler(({ input, context }) =>
      act(context, input, { name: 'followUpNote', input: input.action }),
    ),
    followUpDone: i.followUpDone.handler(({ input, context }) =>
      act(context, input, { name: 'followUpDone', input: input.action }),
    ),
    close: i.close.handler(({ input, context }) =>
      act(context, input, { name: 'close', input: input.action }),
    ),
    reopen: i.reopen.handler(({ input, context }) =>
      act(context, input, { name: 'reopen', input: input.action }),
    ),
    restore: i.restore.handler(({ input, context }) =>
      act(context, input, { name: 'restore', input: input.action }),
    ),
    correct: i.correct.handler(({ input, context }) =>
      act(context, input, { name: 'correct', input: input.action }),
    ),
    intakeHints: i.intakeHints.handler(({ input, context }) => intakeHints(context.db, input, context.nowMs)),
    similar: i.similar.handler(({ input, context }) => similarBefore(context.db, input.id)),
    live: i.live.handler(async ({ context }) => {
      const live = await liveInstructions(context.db);
      const linked = await linkedCalls(
        context.db,
        live.map(({ id }) => id),
      );
      return live.map((each) => ({ ...each, linked: linked.get(each.id) ?? [] }));
    }),
    get: i.get.handler(({ input, context }) => instructionDetail(context.db, input.id)),
    list: i.list.handler(({ input, context }) => listInstructions(context.db, input, context.nowMs)),
    register: i.register.handler(({ input, context }) => register(context, input)),
    workbook: i.workbook.handler(({ input, context }) => registerWorkbook(context, input)),
  };
};

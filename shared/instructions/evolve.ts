import { applyCorrection } from './correction.ts';
import { reminder } from './reminder.ts';
import type {
  ActionInput,
  Dispatch,
  Instruction,
  InstructionEvent,
  InstructionState,
  Notice,
} from './types.ts';

/** The record after one accepted event. Pure; an event carries all it needs, so events alone rebuild the record. */
export function evolve(i: Instruction, event: InstructionEvent): Instruction {
  return { ...step(i, event), version: i.version + 1 };
}

function step(i: Instruction, event: InstructionEvent): Instruction {
  const recordedAtMs = event.recordedAtMs;
  const happened = event.occurredAtMs;
  const dispatchId = event.resolved.dispatchId;
  const patchTeam = (
    patch: (d: Dispatch) => Partial<Dispatch>,
    state: InstructionState = i.state,
  ): Instruction => ({
    ...i,
    state,
    dispatches: i.dispatches.map((d) => (d.id === dispatchId ? { ...d, ...patch(d) } : d)),
  });

  switch (event.name) {
    case 'decline':
      return {
        ...i,
        stateBefore: i.state,
        state: 'declined',
        declined: { ...event.input, atMs: recordedAtMs },
        closedAtMs: recordedAtMs,
      };
    case 'duplicate':
      return {
        ...i,
        stateBefore: i.state,
        state: 'voided',
        duplicateOf: event.input.ofId,
        closedAtMs: recordedAtMs,
      };
    case 'void':
      return {
        ...i,
        stateBefore: i.state,
        state: 'voided',
        voided: { reason: event.input.reason, atMs: recordedAtMs },
        closedAtMs: recordedAtMs,
      };
    case 'dispatch':
      return {
        ...i,
        state: i.state === 'received' ? 'dispatched' : i.state,
        dispatches: [...i.dispatches, newDispatch(event.input, event)],
        leaderNeededAtMs: event.input.leaderNeeded ? recordedAtMs : i.leaderNeededAtMs,
      };
    case 'take':
      return patchTeam(() => ({
        takenBy: event.input.takenBy,
        takenAtMs: happened,
        clockSetAtMs: recordedAtMs,
      }));
    case 'recall':
      return patchTeam(() => ({ recalled: { atMs: recordedAtMs, reason: event.input.reason } }));
    case 'notify':
      return addOrder(addNotice(i, event, event.input), event);
    case 'orderDone':
      return {
        ...i,
        orders: i.orders.map((o) =>
          o.id === event.resolved.orderId ? { ...o, done: { atMs: happened, text: event.input.text } } : o,
        ),
      };
    case 'raiseSeverity': {
      // A raise that nobody was told of keeps its clock: raising further must not postpone the notice.
      const severityAtMs = awaitsNotice(i) ? i.severityAtMs : recordedAtMs;
      const raised = { ...i, severity: event.input.to, severityAtMs };
      const { notified: who, means } = event.input;
      return who ? addNotice(raised, event, { who, means, text: '', through: '' }) : raised;
    }
    case 'enRoute': {
      const { members, vehicle, uniformed } = event.input;
      return patchTeam(
        () => ({ leftAtMs: happened, members, vehicle, uniformed }),
        i.state === 'dispatched' ? 'enRoute' : i.state,
      );
    }
    case 'turnout': {
      const { members, vehicle, uniformed } = event.input;
      return patchTeam(() => ({ members, vehicle, uniformed }));
    }
    case 'returned':
      return patchTeam(() => ({ returnedAtMs: happened }));
    case 'delayed': {
      const { reason, explainedTo, expectedAtMs } = event.input;
      const explanation = { reason, explainedTo, explainedAtMs: happened, expectedAtMs, recordedAtMs };
      return patchTeam((d) => ({ explanations: [...d.explanations, explanation] }));
    }
    case 'onScene': {
      const first = i.state === 'dispatched' || i.state === 'enRoute';
      const scene = event.input.text ? { sceneText: event.input.text, sceneRecordedAtMs: recordedAtMs } : {};
      return patchTeam(
        () => ({ arrivedAtMs: happened, arrivalRecordedAtMs: recordedAtMs, ...scene }),
        first ? 'onScene' : i.state,
      );
    }
    case 'sceneReport':
      return patchTeam((d) => ({
        sceneText: d.sceneText ? `${d.sceneText}\n${event.input.text}` : event.input.text,
        sceneRecordedAtMs: recordedAtMs,
      }));
    case 'confirmScope':
      return {
        ...i,
        state: scopeState(i.state, event.input.inScope),
        scope: {
          inScope: event.input.inScope,
          explainedTo: event.input.explainedTo || (i.scope?.explainedTo ?? ''),
          kind: event.input.kind,
          competent: event.input.competent || (i.scope?.competent ?? ''),
          atMs: recordedAtMs,
        },
      };
    case 'transfer':
      return {
        ...i,
        state: 'transferred',
        transfer: {
          to: event.input.to,
          receiver: event.input.receiver,
          transferredAtMs: happened,
          orderKept: event.input.orderKept,
        },
      };
    case 'resolve':
      return {
        ...i,
        state: 'resolved',
        disposition: { text: event.input.text, code: event.resolved.code ?? '', recordedAtMs },
        reportBack: null,
      };
    case 'reportBack':
      return {
        ...i,
        reportBack: {
          to: event.input.to,
          reportedAtMs: happened,
          recordedAtMs,
          linked: event.resolved.linked ?? [],
        },
      };
    case 'followUp': {
      const { owner, dueAtMs, text, remindAtMs } = event.input;
      const opened = {
        id: event.resolved.followUpId ?? event.id,
        owner,
        dueAtMs,
        remindAtMs,
        remindSetAtMs: remindAtMs === null ? null : recordedAtMs,
        text,
        recordedAtMs,
        notes: [],
        done: null,
      };
      return { ...i, state: 'followUp', followUps: [...i.followUps, opened] };
    }
    case 'followUpNote': {
      const { text, dueAtMs, remindAtMs } = event.input;
      return {
        ...i,
        followUps: i.followUps.map((f) =>
          f.id === event.resolved.followUpId
            ? {
                ...f,
                dueAtMs: dueAtMs ?? f.dueAtMs,
                ...reminder(f, dueAtMs ?? f.dueAtMs, remindAtMs, recordedAtMs),
                notes: [...f.notes, { atMs: recordedAtMs, text, byId: event.actorId }],
              }
            : f,
        ),
      };
    }
    case 'followUpDone':
      return {
        ...i,
        followUps: i.followUps.map((f) =>
          f.id === event.resolved.followUpId
            ? { ...f, done: { atMs: recordedAtMs, text: event.input.text } }
            : f,
        ),
      };
    case 'close':
      return { ...i, state: 'closed', closedAtMs: recordedAtMs };
    case 'reopen':
      return {
        ...i,
        state: 'handling',
        // What was not ours then is ours to handle now; what was handed over stays told.
        scope: i.scope && { ...i.scope, inScope: true },
        earlierResults: [
          ...i.earlierResults,
          { disposition: i.disposition, reportBack: i.reportBack, closedAtMs: i.closedAtMs },
        ],
        disposition: null,
        reportBack: null,
        closedAtMs: null,
        reopenedAtMs: recordedAtMs,
      };
    case 'restore':
      return {
        ...i,
        state: i.stateBefore ?? 'received',
        stateBefore: null,
        declined: null,
        duplicateOf: null,
        voided: null,
        closedAtMs: null,
        restoredAtMs: recordedAtMs,
      };
    case 'correct':
      return applyCorrection(i, event.input, event);
  }
}

/** An explanation to the centre that comes after the transfer leaves it transferred. */
function scopeState(state: InstructionState, inScope: boolean): InstructionState {
  if (inScope) return 'handling';
  return state === 'transferred' ? state : 'outOfScopeOnScene';
}

const awaitsNotice = (i: Instruction) =>
  i.severity !== 'ordinary' && !i.notices.some((n) => n.role !== 'other' && n.recordedAtMs >= i.severityAtMs);

function newDispatch(input: ActionInput<'dispatch'>, event: InstructionEvent): Dispatch {
  const taken = input.takenBy !== '' || input.takenAtMs !== undefined;
  return {
    id: event.resolved.dispatchId ?? event.id,
    to: event.resolved.to ?? { ...input.to, name: '' },
    dispatchedAtMs: input.dispatchedAtMs ?? event.recordedAtMs,
    limitMinutes: event.resolved.limitMinutes ?? 0,
    takenBy: input.takenBy,
    takenAtMs: taken ? (input.takenAtMs ?? input.dispatchedAtMs ?? event.recordedAtMs) : null,
    clockSetAtMs: event.recordedAtMs,
    recalled: null,
    leftAtMs: null,
    members: [],
    vehicle: '',
    uniformed: null,
    explanations: [],
    arrivedAtMs: null,
    arrivalRecordedAtMs: null,
    sceneText: '',
    sceneRecordedAtMs: null,
    returnedAtMs: null,
    despite: input.despite,
  };
}

function addNotice(
  i: Instruction,
  event: InstructionEvent,
  { who, text, means, through }: Pick<Notice, 'who' | 'text' | 'means' | 'through'>,
): Instruction {
  const notice = {
    who,
    role: event.resolved.noticeRole ?? 'other',
    notifiedAtMs: event.occurredAtMs,
    recordedAtMs: event.recordedAtMs,
    text,
    means,
    through,
  };
  return { ...i, notices: [...i.notices, notice] };
}

function addOrder(i: Instruction, event: InstructionEvent & { name: 'notify' }): Instruction {
  const { order, who } = event.input;
  if (!order) return i;
  const id = event.resolved.orderId ?? event.id;
  return { ...i, orders: [...i.orders, { id, who, ...order, recordedAtMs: event.recordedAtMs, done: null }] };
}

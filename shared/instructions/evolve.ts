import type { ActionInput, Dispatch, Instruction, InstructionEvent, InstructionState } from './types.ts';

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
        state: 'declined',
        declined: { ...event.input, atMs: recordedAtMs },
        closedAtMs: recordedAtMs,
      };
    case 'duplicate':
      return { ...i, state: 'voided', duplicateOf: event.input.ofId, closedAtMs: recordedAtMs };
    case 'void':
      return {
        ...i,
        state: 'voided',
        voided: { reason: event.input.reason, atMs: recordedAtMs },
        closedAtMs: recordedAtMs,
      };
    case 'dispatch':
      return {
        ...i,
        state: i.state === 'received' ? 'dispatched' : i.state,
        dispatches: [...i.dispatches, newDispatch(event.input, event)],
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
      return addNotice(i, event, event.input.who, event.input.text);
    case 'raiseSeverity': {
      // A raise that nobody was told of keeps its clock: raising further must not postpone the notice.
      const severityAtMs = awaitsNotice(i) ? i.severityAtMs : recordedAtMs;
      const raised = { ...i, severity: event.input.to, severityAtMs };
      return event.input.notified ? addNotice(raised, event, event.input.notified, '') : raised;
    }
    case 'enRoute': {
      const { members, vehicle, uniformed } = event.input;
      return patchTeam(
        () => ({ leftAtMs: happened, members, vehicle, uniformed }),
        i.state === 'dispatched' ? 'enRoute' : i.state,
      );
    }
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
          atMs: recordedAtMs,
        },
      };
    case 'transfer':
      return {
        ...i,
        state: 'transferred',
        transfer: { to: event.input.to, receiver: event.input.receiver, transferredAtMs: happened },
      };
    case 'resolve':
      return {
        ...i,
        state: 'resolved',
        disposition: { text: event.input.text, recordedAtMs },
        reportBack: null,
      };
    case 'reportBack':
      return { ...i, reportBack: { to: event.input.to, reportedAtMs: happened, recordedAtMs } };
    case 'followUp': {
      const { owner, dueAtMs, text } = event.input;
      const opened = {
        id: event.resolved.followUpId ?? event.id,
        owner,
        dueAtMs,
        text,
        recordedAtMs,
        done: null,
      };
      return { ...i, state: 'followUp', followUps: [...i.followUps, opened] };
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
        disposition: null,
        reportBack: null,
        closedAtMs: null,
        reopenedAtMs: recordedAtMs,
      };
    case 'correct':
      return correct(i, event.input, event);
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
    dispatchedAtMs: event.recordedAtMs,
    limitMinutes: event.resolved.limitMinutes ?? 0,
    takenBy: input.takenBy,
    takenAtMs: taken ? (input.takenAtMs ?? event.recordedAtMs) : null,
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
  };
}

function addNotice(i: Instruction, event: InstructionEvent, who: string, text: string): Instruction {
  const role = event.resolved.noticeRole ?? 'other';
  const notice = { who, role, notifiedAtMs: event.occurredAtMs, recordedAtMs: event.recordedAtMs, text };
  return { ...i, notices: [...i.notices, notice] };
}

function correct(i: Instruction, input: ActionInput<'correct'>, event: InstructionEvent): Instruction {
  const { dispatchId, limits } = event.resolved;
  const time = input.timeMs ?? null;
  const onTeam = (patch: Partial<Dispatch>) => ({
    ...i,
    dispatches: i.dispatches.map((d) => (d.id === dispatchId ? { ...d, ...patch } : d)),
  });
  switch (input.field) {
    case 'zone':
      return {
        ...i,
        zone: input.zone ?? i.zone,
        dispatches: i.dispatches.map((d) => ({
          ...d,
          limitMinutes: limits?.[d.id] ?? d.limitMinutes,
          clockSetAtMs: event.recordedAtMs,
        })),
      };
    case 'takenAt':
      return onTeam({ takenAtMs: time, clockSetAtMs: event.recordedAtMs });
    case 'arrivedAt':
      return onTeam({ arrivedAtMs: time });
    case 'category':
      return { ...i, categoryNo: Number(input.text) };
    default:
      return { ...i, [input.field]: input.text ?? '' };
  }
}

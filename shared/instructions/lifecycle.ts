import type { ActionName, InstructionState } from './types.ts';

const open = [
  'received',
  'dispatched',
  'enRoute',
  'onScene',
  'handling',
  'outOfScopeOnScene',
  'transferred',
  'followUp',
  'resolved',
] as const satisfies readonly InstructionState[];

const sent = [
  'dispatched',
  'enRoute',
  'onScene',
  'handling',
  'outOfScopeOnScene',
  'transferred',
  'followUp',
  'resolved',
] as const satisfies readonly InstructionState[];

const arrived = [
  'onScene',
  'handling',
  'outOfScopeOnScene',
  'transferred',
  'followUp',
  'resolved',
] as const satisfies readonly InstructionState[];

/**
 * In which states an action may be taken (篇三 四). The same table enables the buttons and decides in the engine.
 * `close` stands in every open state because what forbids it there is an open obligation (`owed`), not the table.
 */
export const lifecycle = {
  decline: ['received'],
  duplicate: ['received', 'dispatched', 'enRoute', 'onScene', 'handling'],
  void: open,
  dispatch: open,
  take: sent,
  recall: sent,
  notify: open,
  orderDone: open,
  raiseSeverity: open,
  enRoute: sent,
  turnout: [...sent, 'closed'],
  returned: [...sent, 'closed'],
  delayed: sent,
  onScene: sent,
  sceneReport: arrived,
  confirmScope: ['onScene', 'outOfScopeOnScene', 'transferred'],
  transfer: ['outOfScopeOnScene'],
  resolve: ['handling', 'followUp'],
  reportBack: ['resolved'],
  followUp: ['handling', 'followUp', 'resolved'],
  followUpNote: ['followUp', 'resolved'],
  followUpDone: ['followUp', 'resolved'],
  close: open,
  reopen: ['closed'],
  restore: ['voided', 'declined'],
  correct: [...open, 'closed'],
} as const satisfies Record<ActionName, readonly InstructionState[]>;

/** Whether the table allows an action in a state. */
export const allows = (action: ActionName, state: InstructionState): boolean =>
  (lifecycle[action] as readonly InstructionState[]).includes(state);

/** Whether an instruction still lives: not closed, declined or voided. */
export const isOpen = (state: InstructionState): boolean =>
  (open as readonly InstructionState[]).includes(state);

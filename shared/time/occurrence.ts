import { MINUTE } from './zone.ts';

/** People round times up: a typed time may lie this far after the recording and still counts as typed. */
export const FUTURE_TOLERANCE_MS = 5 * MINUTE;

/** Whether a typed time lies too far in the future to be true. */
export const tooFarAhead = (typedMs: number, nowMs: number) => typedMs > nowMs + FUTURE_TOLERANCE_MS;

import { z } from 'zod';

/** 主城区 / 其它区域: decides the arrival limit (篇三 四(二)1). */
export const zoneSchema = z.enum(['mainUrban', 'other'], 'required');
export type Zone = z.infer<typeof zoneSchema>;

/** 一般 / 较大 / 重大: a person's judgement that may rise (篇三 四(二)2). */
export const severitySchema = z.enum(['ordinary', 'serious', 'grave'], 'required');
export type Severity = z.infer<typeof severitySchema>;
export const severityRank: Record<Severity, number> = { ordinary: 0, serious: 1, grave: 2 };

/** 有无人身危险: asked of every caller; null while it has not been asked. */
export const dangerSchema = z.enum(['none', 'present']);
export type Danger = z.infer<typeof dangerSchema>;

export const stateSchema = z.enum([
  'received',
  'declined',
  'dispatched',
  'enRoute',
  'onScene',
  'handling',
  'outOfScopeOnScene',
  'transferred',
  'followUp',
  'resolved',
  'closed',
  'voided',
]);
export type InstructionState = z.infer<typeof stateSchema>;

/** How an order or notice was passed on. */
export const meansSchema = z.enum(['phone', 'radio', 'inPerson', 'message']);
export type Means = z.infer<typeof meansSchema>;

/** Why a team is late; 特殊情况 / 特殊区域 / 其他 of 篇三 四(二)1. */
export const delayKindSchema = z.enum(['circumstance', 'area', 'other']);

/** Why a thing on scene is not ours: another department's (职责外), or nobody knows whose (权属不清). */
export const outOfScopeKindSchema = z.enum(['theirs', 'unclear']);

/** How a caller's new instruction follows an earlier one: 重复投诉 (not yet settled for them) or 返工 (settled badly). */
export const repeatKindSchema = z.enum(['complaint', 'rework']);
export type RepeatKind = z.infer<typeof repeatKindSchema>;

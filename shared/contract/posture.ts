import {
  type Plan,
  type PostureChange,
  type PostureNow,
  type PostureStep,
  planSchema,
  postureChangeSchema,
  postureStepSchema,
} from '../posture/types.ts';
import { procedure, typed } from './base.ts';

export type PostureView = {
  now: PostureNow;
  /** The checklist of the emergency under way. */
  steps: PostureStep[];
  plans: Plan[];
  /** The newest first. */
  history: PostureChange[];
};

export const postureContract = {
  view: procedure.output(typed<PostureView>()),
  /** 平急转换 by an authorised person with a reason; logged, and refused when nothing would change. */
  change: procedure.input(postureChangeSchema).output(typed<PostureView>()),
  /** The checklist of the emergency under way is editable; what was ticked off keeps name and time. */
  saveStep: procedure.input(postureStepSchema).output(typed<PostureView>()),
  savePlan: procedure.input(planSchema).output(typed<PostureView>()),
};

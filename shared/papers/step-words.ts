import type { StepKind } from '../duty-log/steps.ts';

/** What happens to a paper, in the words of its forms. */
export const stepWords: Record<StepKind, string> = {
  reported: '报告领导',
  proposal: '拟办意见',
  order: '领导批示',
  result: '办理结果',
};

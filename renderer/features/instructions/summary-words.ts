import type { Instruction, InstructionEvent } from '../../../shared/instructions/types.ts';
import { useFormat } from '../../app/format.ts';
import { useSettings } from '../../app/settings.ts';
import { type SummaryContext, summaryOf } from './summary.ts';

/** What the words of one instruction's events need. */
export function useSummaryContext(instruction: Instruction): SummaryContext {
  const format = useFormat();
  const categories = useSettings()?.categories;
  const categoryName = (no: string) => categories?.find((c) => String(c.no) === no)?.short ?? no;
  return { instruction, format, categoryName };
}

/** The words of one instruction's events. */
export function useSummary(instruction: Instruction): (event: InstructionEvent) => string {
  const context = useSummaryContext(instruction);
  return (event) => summaryOf(event, context);
}

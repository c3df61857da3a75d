import type { Instruction } from '../../../shared/instructions/types.ts';

/** Words of the paper; the sheet is an official Chinese form whatever language the window speaks. */
export const severityWords = { ordinary: '', serious: '【较大】', grave: '【重大】' } as const;

/** Which leaders were told of an instruction; empty when none was. */
export const toldText = (i: Instruction) => {
  const told = [...new Set(i.notices.filter((n) => n.role !== 'other').map((n) => n.who))];
  return told.length > 0 ? `已告知${told.join('、')}` : '';
};

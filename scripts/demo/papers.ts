import { ask } from '../../e2e/ask.ts';
import type { NumberBlock } from '../../shared/numbers/types.ts';
import type { PaperKind } from '../../shared/papers/types.ts';
import type { Camera } from './camera.ts';

type Paper = { kind: PaperKind; form: string; file: string };

/** Every paper that leaves the desk in the middle of the storm, made by the built program as an officer would save it. */
export async function papersOf(camera: Camera, dutyDay: string): Promise<string[]> {
  const live = await ask<{ id: string }[]>(camera.page, 'instructions.live');
  const block = await ask<NumberBlock>(camera.page, 'numbers.reserve', { count: 2, reason: '计划停电' });
  const papers: Paper[] = [
    { kind: 'register', form: '#/register', file: 'register.pdf' },
    { kind: 'slip', form: `#/instruction/${live[0]?.id ?? ''}`, file: 'slip.pdf' },
    { kind: 'blankForms', form: `#/blank-forms/${block.id}`, file: 'blank-forms.pdf' },
    { kind: 'bulletin', form: `#/bulletin?from=${dutyDay}&to=${dutyDay}`, file: 'bulletin.pdf' },
    { kind: 'allowance', form: `#/allowance/${dutyDay.slice(0, 7)}`, file: 'allowance.pdf' },
    { kind: 'alarms', form: '#/alarms?', file: 'alarms.pdf' },
  ];
  const files: string[] = [];
  for (const { kind, form, file } of papers) files.push(await camera.paper(kind, form, file));
  return files;
}

import { ask } from '../../e2e/ask.ts';
import type { LogDay } from '../../shared/contract/duty-log.ts';
import type { NumberBlock } from '../../shared/numbers/types.ts';
import {
  entryFormAddress,
  entryForms,
  logDayAddress,
  registerAddress,
} from '../../shared/papers/entry-forms.ts';
import type { PaperKind } from '../../shared/papers/types.ts';
import type { Camera } from './camera.ts';

const WHO = '值班台';

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
  papers.push(...(await papersOfTheLog(camera, dutyDay)));
  const files: string[] = [];
  for (const { kind, form, file } of papers) files.push(await camera.paper(kind, form, file));
  return files;
}

/** The day as an auditor reads it, both registers, and every form that an entry of the day has, each kind once. */
async function papersOfTheLog(camera: Camera, dutyDay: string): Promise<Paper[]> {
  const { entries } = await ask<LogDay>(camera.page, 'dutyLog.day', { dutyDay });
  const forms = entries.flatMap((entry) => entryForms(entry).map((form) => ({ form, id: entry.id })));
  const once = [...new Map(forms.map((each) => [each.form, each])).values()];
  const period = { from: dutyDay, to: dutyDay };
  return [
    { kind: 'logDay', form: logDayAddress(dutyDay, WHO), file: 'log-day.pdf' },
    { kind: 'visits', form: registerAddress('visits', period, WHO), file: 'visits.pdf' },
    { kind: 'rollCalls', form: registerAddress('rollCalls', period, WHO), file: 'roll-calls.pdf' },
    ...once.map(({ form, id }) => ({
      kind: form,
      form: entryFormAddress(form, id, WHO),
      file: `${form}.pdf`,
    })),
  ];
}

import { expect, it, vi } from 'vitest';
import { Space } from './db/space.ts';
import { act, receive } from './testing/acts.ts';
import { at, cast, heldDesk, refusal } from './testing/harness.ts';

vi.mock('node:crypto', () => import('./testing/cheap-scrypt.ts'));

it('a full disk still takes 110 work to its end and the way to paper, and refuses the rest in words', async () => {
  const desk = await heldDesk();
  const { id } = await receive(desk);
  await act(desk, id, 'dispatch');
  const order = { text: '增派一组', owner: '执法大队', dueAtMs: at('20:00') };
  await act(desk, id, 'notify', { who: cast.leader, order });
  const [owed] = await desk.by('officer').followUps.open();

  const state = vi.spyOn(Space.prototype, 'state').mockReturnValue('full');
  const taken = [
    () => receive(desk),
    () => act(desk, id, 'onScene'),
    () => desk.by('liaison').followUps.done({ id: owed?.id ?? '', text: '已到位' }),
    () => desk.by('liaison').numbers.reserve({ count: 2, reason: '磁盘已满' }),
    () => desk.by('liaison').papers.log({ kind: 'blankForms', title: '空白登记表', means: 'print' }),
  ];
  for (const call of taken) expect(await refusal(call())).toBe('ok');
  const { site } = await desk.by('admin').settings.get();
  const refused = [
    () => desk.by('officer').dutyLog.add({ kind: 'callIn', text: '来电' }),
    () => desk.by('admin').settings.setSite(site),
  ];
  for (const call of refused) expect(await refusal(call())).toBe('storage:full');
  state.mockRestore();
});

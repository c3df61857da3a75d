import type { BellAnswer, BellOrder, WindowEvent } from '../../shared/protocol.ts';
import { playLevels } from './tones.ts';

type BellDesk = {
  call: (door: 'bell', body: string) => Promise<string>;
  onEvent: (listener: (event: WindowEvent | BellOrder) => void) => () => void;
};

const { desk } = window as unknown as { desk: BellDesk };
const audio = new AudioContext();

/** The audio clock stands still when there is no device: the bell would be silent without knowing it. */
async function clockRuns(): Promise<boolean> {
  if (audio.state !== 'running') await Promise.race([audio.resume(), pause(300)]);
  const before = audio.currentTime;
  for (let waited = 0; waited < 8; waited += 1) {
    await pause(60);
    if (audio.currentTime > before) return true;
  }
  return false;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function ring(order: BellOrder): Promise<void> {
  playLevels(audio, order.levels);
  const answer: BellAnswer = { order: order.order, running: await clockRuns() };
  await desk.call('bell', JSON.stringify(answer));
}

desk.onEvent((event) => {
  if (event.t !== 'ring') return;
  ring(event).catch((error: unknown) => console.error('bell', error));
});

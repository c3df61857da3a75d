import type { FromEngine, ToEngine } from '../../shared/protocol.ts';
import { systemClock } from './clock.ts';
import { FatalError } from './db/fatal.ts';
import { Engine } from './engine.ts';

type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
};

/** The two ways of being a child: Electron's utility process, or a forked Node where Electron's own is too old. */
const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;

const send = (message: FromEngine): void => {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
};

function onMessage(listener: (message: ToEngine) => void): void {
  if (parentPort) parentPort.on('message', (event) => listener(event.data as ToEngine));
  else process.on('message', (message) => listener(message as ToEngine));
}

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Ticks on whole seconds of the clock; an early or late tick only changes when, never what, is raised. */
function tickEverySecond(engine: Engine): void {
  const next = () => {
    engine.tick().catch((error: unknown) => {
      log(`tick failed: ${error instanceof Error ? error.stack : String(error)}`);
      process.exit(1);
    });
    setTimeout(next, 1000 - (Date.now() % 1000));
  };
  next();
}

function fatalOf(error: unknown): FromEngine {
  if (error instanceof FatalError) return { t: 'fatal', code: error.code, message: error.message };
  const code = (error as { code?: string } | null)?.code ?? '';
  const message = error instanceof Error ? error.message : String(error);
  return { t: 'fatal', code: /^SQLITE_(CORRUPT|NOTADB)/.test(code) ? 'brokenDatabase' : 'storage', message };
}

async function main(): Promise<void> {
  const dataDir = process.env.DUTY_DESK_DATA;
  if (!dataDir) throw new Error('DUTY_DESK_DATA is not set');
  const startAt = process.env.DUTY_DESK_NOW;
  const clock = systemClock(startAt ? Date.parse(startAt) : undefined);
  const engine = await Engine.open({ dataDir, clock, emit: send, log });
  onMessage((message) => {
    if (message.t === 'ping') send({ t: 'pong', id: message.id, nowMs: clock.now() });
    else if (message.t === 'call')
      void engine
        .call(message.session, message.body)
        .then((body) => send({ t: 'reply', id: message.id, body }));
    else if (message.t === 'stop') void engine.close().finally(() => process.exit(0));
  });
  send({ t: 'ready', nowMs: clock.now(), rev: await engine.rev(), readOnly: false });
  await engine.tick();
  await engine.announceAll();
  tickEverySecond(engine);
}

process.on('disconnect', () => process.exit(0));

main().catch((error: unknown) => {
  log(`engine cannot start: ${error instanceof Error ? error.stack : String(error)}`);
  send(fatalOf(error));
  // The message must leave before the process does.
  setTimeout(() => process.exit(2), 200);
});

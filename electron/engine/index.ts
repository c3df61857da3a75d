import type { FromEngine, ToEngine } from '../../shared/protocol.ts';
import { ClockWatch, systemClock } from './clock.ts';
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
function tickEverySecond(engine: Engine, watch: ClockWatch): void {
  const next = () => {
    const stepMs = watch.step();
    if (stepMs !== 0) engine.clockStepped(stepMs);
    engine.tick().catch((error: unknown) => {
      log(`tick failed: ${error instanceof Error ? error.stack : String(error)}`);
      process.exit(1);
    });
    setTimeout(next, 1000 - (Date.now() % 1000));
  };
  next();
}

/** What no new process would mend; anything else only ends this one, and main starts another. */
function fatalOf(error: unknown): FromEngine | null {
  if (error instanceof FatalError) return { t: 'fatal', code: error.code, message: error.message };
  const code = (error as { code?: string } | null)?.code ?? '';
  const message = error instanceof Error ? error.message : String(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return { t: 'fatal', code: 'brokenDatabase', message };
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code))
    return { t: 'fatal', code: 'storage', message };
  return null;
}

async function main(): Promise<void> {
  const dataDir = process.env.DUTY_DESK_DATA;
  if (!dataDir) throw new Error('DUTY_DESK_DATA is not set');
  const startAt = process.env.DUTY_DESK_NOW;
  const clock = systemClock(startAt ? Date.parse(startAt) : undefined);
  const onBroken = () => setTimeout(() => process.exit(3), 100);
  const engine = await Engine.open({
    dataDir,
    clock,
    emit: send,
    log,
    onBroken,
    keepReserve: true,
    upkeep: true,
    lockWaitMs: 5000,
  });
  const watch = new ClockWatch();
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
  tickEverySecond(engine, watch);
}

process.on('disconnect', () => process.exit(0));

main().catch((error: unknown) => {
  log(`engine cannot start: ${error instanceof Error ? error.stack : String(error)}`);
  const fatal = fatalOf(error);
  if (fatal) send(fatal);
  // The message must leave before the process does.
  setTimeout(() => process.exit(2), 200);
});

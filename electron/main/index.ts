import { join, resolve } from 'node:path';
import { app } from 'electron';
import { folderProblem, refuseFolder } from './data-folder.ts';
import { startDesk } from './desk.ts';
import { log, openLog } from './log.ts';
import { readOptions } from './options.ts';
import { guardAllContents } from './windows/guards.ts';
import { declareScheme } from './windows/scheme.ts';

const options = readOptions(process.argv, process.env);

/** Electron's own files go below a given data folder, so that two desks on one machine share nothing. */
function placeData(): string {
  if (options.dataDir === null) {
    app.setPath('sessionData', join(app.getPath('userData'), 'electron'));
    return app.getPath('userData');
  }
  const dataDir = resolve(options.dataDir);
  app.setPath('userData', join(dataDir, 'electron'));
  return dataDir;
}

const dataDir = placeData();
// With --no-sandbox, as root in a container, enableSandbox() never shows a window; each window states its own anyway.
if (!options.noSandbox) app.enableSandbox();
if (options.noSandbox && app.isPackaged) {
  process.stderr.write('--no-sandbox is refused.\n');
  app.exit(1);
}
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
// The desk works in a closed network: Chromium must not look anything up by itself.
app.commandLine.appendSwitch('disable-component-update');
app.commandLine.appendSwitch('disable-background-networking');
declareScheme();
guardAllContents();

const problem = folderProblem(dataDir);
if (problem !== null) {
  refuseFolder(dataDir, problem, options.job !== null);
} else if (!app.requestSingleInstanceLock()) {
  process.stderr.write('Duty Desk is already open with this data folder.\n');
  app.exit(options.job ? 1 : 0);
} else {
  openLog(dataDir, !app.isPackaged && Boolean(process.env.DUTY_DESK_LOG));
  log.info(
    `start ${app.getVersion()}, Electron ${process.versions.electron}, Node-API ${process.versions.napi}`,
  );
  app
    .whenReady()
    .then(() => startDesk(dataDir, options))
    .catch((error: Error) => {
      log.error('start failed', error.stack);
      process.stderr.write(`${error.message}\n`);
      app.exit(1);
    });
}

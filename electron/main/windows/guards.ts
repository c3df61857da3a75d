import { app, type Session, type WebContents } from 'electron';
import { log } from '../log.ts';
import { ORIGIN } from './scheme.ts';

/** Requests that may leave a page: its own files and what it made itself. Everything else is cancelled. */
const allowedPrefixes = [`${ORIGIN}/`, `blob:${ORIGIN}/`, 'data:', 'devtools:', 'chrome-devtools:'];

function guardContents(contents: WebContents): void {
  const deny = (what: string) => (event: { preventDefault: () => void }) => {
    event.preventDefault();
    log.warn(`denied: ${what}`);
  };
  contents.on('will-navigate', deny('navigation'));
  contents.on('will-frame-navigate', deny('frame navigation'));
  contents.on('will-redirect', deny('redirect'));
  contents.on('will-attach-webview', deny('webview'));
  contents.setWindowOpenHandler(() => {
    log.warn('denied: new window');
    return { action: 'deny' };
  });
}

/** Denies navigation, redirects, new windows and webviews in every page that will ever exist. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** Denies every permission and every request to anywhere but the desk itself. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !allowedPrefixes.some((prefix) => details.url.startsWith(prefix)) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

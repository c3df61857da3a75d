import { ipcMain } from 'electron';
import type { CallSession, ReplyBody } from '../../shared/protocol.ts';
import { log } from './log.ts';
import { errorReply } from './reply.ts';
import { senderKind } from './windows/factory.ts';

/** A bureau file or a pasted text is well below this; more is a mistake or an attack. */
const BODY_LIMIT = 16 * 1024 * 1024;

export type Doors = {
  engine: (session: CallSession, body: string) => Promise<string>;
  caller: () => CallSession;
  session: (body: string) => Promise<ReplyBody>;
  shell: (body: string) => Promise<ReplyBody>;
  bell: (body: string) => ReplyBody;
};

const refused = (reason: string) => JSON.stringify(errorReply('notAllowed', { reason }));

/** The one channel from pages to main. What a page may do depends on its window, never on what it says of itself. */
export function openDoors(doors: Doors): void {
  ipcMain.handle('desk', async (event, door: unknown, body: unknown): Promise<string> => {
    const kind = senderKind(event);
    if (kind === null) {
      log.warn('denied: call from a foreign frame');
      return refused('sender');
    }
    if (typeof body !== 'string' || body.length > BODY_LIMIT) return refused('body');
    try {
      if (kind === 'desk' && door === 'engine') return await doors.engine(doors.caller(), body);
      if (kind === 'print' && door === 'engine') {
        return await doors.engine({ personId: null, locked: false, system: 'print' }, body);
      }
      if (kind === 'desk' && door === 'session') return JSON.stringify(await doors.session(body));
      if (kind === 'desk' && door === 'shell') return JSON.stringify(await doors.shell(body));
      if (kind === 'bell' && door === 'bell') return JSON.stringify(doors.bell(body));
      return refused('door');
    } catch (error) {
      const id = Math.random().toString(36).slice(2, 10);
      log.error(`bug ${id}`, error instanceof Error ? error.stack : String(error));
      return JSON.stringify(errorReply('bug', { id }));
    }
  });
}

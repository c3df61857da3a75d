import type { PaperKind } from './papers/types.ts';

/**
 * What travels between the processes. Everything a screen asks is a contract procedure and travels as one JSON
 * string that main forwards unread; only the envelope below is typed here.
 */

/** Who speaks, added by main and never taken from a payload. `system` is main itself (rendering, sealing). */
export type CallSession = { personId: string | null; locked: boolean; system?: 'main' | 'print' };

/** The JSON inside `body` of a call: path such as `instructions.dispatch`, input, request id (UUIDv7). */
export type CallBody = [path: string, input: unknown, requestId: string];

/** The JSON inside `body` of a reply: a value or a typed error (codes in shared/errors.ts). */
export type ReplyBody = { v: unknown } | { e: { code: string; data?: unknown; message?: string } };

/** An alarm as main needs it: enough to ring, flash and name it without asking the engine. */
export type AlarmSignal = {
  id: string;
  class: string;
  /** 1 = most urgent tone, 3 = least. */
  level: 1 | 2 | 3;
  dueAtMs: number;
  raisedAtMs: number;
  repeat: number;
  /** One line for the native notification, in the desk's language. */
  text: string;
};

/** A deadline that main keeps in its own file, so that a dead engine cannot silence it. */
export type DueSignal = { key: string; class: string; level: 1 | 2 | 3; dueAtMs: number; text: string };

/** Facts announced after a commit; the window invalidates what it names. `rev` is the audit seq of the commit. */
export type Change = { rev: number; features: string[]; ids: string[] };

export type ToEngine =
  | { t: 'call'; id: number; session: CallSession; body: string }
  | { t: 'ping'; id: number }
  | { t: 'stop' };

export type FromEngine =
  | { t: 'ready'; nowMs: number; rev: number; readOnly: boolean }
  /** The engine refuses this data folder; it must not be respawned for this. `code` is a key in locales `fatal.*`. */
  | {
      t: 'fatal';
      code:
        | 'newerDatabase'
        | 'lockedFolder'
        | 'brokenChain'
        | 'brokenDatabase'
        | 'storage'
        | 'networkFolder'
        | 'pragma';
      message: string;
    }
  | { t: 'reply'; id: number; body: string }
  | { t: 'pong'; id: number; nowMs: number }
  | { t: 'change'; change: Change }
  /** Every alarm that rings now (raised, not acknowledged, its thing still owed) and the next deadlines (60 min). */
  | { t: 'alarms'; active: AlarmSignal[]; due: DueSignal[]; nowMs: number }
  /** Handovers signed by both sides whose sheet is not yet rendered and archived. */
  | { t: 'sealPending'; handoverIds: string[] };

/**
 * The doors of the preload's `call(door, body)`. `engine` is forwarded unread; the others are main's own. `bell` is for
 * the hidden bell window only.
 */
export type Door = 'engine' | 'session' | 'shell' | 'bell';

/** Main's own typed door for identity. Replies are ReplyBody with a SessionState as value. */
export type SessionCall =
  | { op: 'state' }
  | { op: 'signIn'; staffNo: string; password: string }
  /** Six digits; only while somebody has opened the session with a password since the program started. */
  | { op: 'switch'; personId: string; pin: string }
  | { op: 'lock' }
  | { op: 'unlock'; pin: string }
  | { op: 'signOut' };

export type SessionState = {
  person: { id: string; staffNo: string; name: string; roles: string[] } | null;
  locked: boolean;
  /** True once a password sign-in has opened this desk session: PIN switching is allowed. */
  opened: boolean;
};

/** Main's door for the shell: sound, windows, paper. */
export type ShellCall =
  /** 消音: stops this seat's sound until the next raise or repeat. */
  | { op: 'silence' }
  | { op: 'testTone' }
  | { op: 'zoom'; step: -1 | 0 | 1 }
  /** The window tells main its language, for the menu and the tray; kept for the next start. */
  | { op: 'language'; language: Language }
  /** Opens an archived document (by its SHA-256) in the system's PDF reader. */
  | { op: 'openDocument'; sha256: string }
  /** Copies an archived document to a file the officer chooses; value `{ saved: boolean; path?: string }`. */
  | { op: 'saveDocument'; sha256: string; suggestedName: string }
  | { op: 'printDocument'; sha256: string }
  /** Opens a copy of an attached PDF (by its SHA-256) in the system's reader; value `{ opened: true }`. */
  | { op: 'openAttachment'; sha256: string; name: string }
  /** Saves a text export (bureau file); value as for saveDocument. */
  | { op: 'saveText'; text: string; suggestedName: string }
  /**
   * Makes a form into a PDF and opens, saves or prints it. `form` is its address in the print window, such as
   * `#/register?state=open`; only those of electron/main/paper/forms.ts are made. Values: `{ opened: true }`,
   * `{ printed: true }` or, where no spooler takes files, `{ opened: true }`, `{ saved: boolean; path?: string }`.
   */
  | ({ op: 'paper'; form: string; action: PaperAction; suggestedName: string } & PaperName)
  /** Saves a workbook, or the .docx of a sheet; value as for saveDocument. */
  | ({ op: 'saveBytes'; base64: string; suggestedName: string } & PaperName);

/** Under which name main writes a paper into the log before it leaves. */
export type PaperName = { kind: PaperKind; title: string };

/** What is done with a form once it is a PDF. */
export type PaperAction = 'open' | 'save' | 'print';

/** What the preload's `onEvent` delivers to the window. */
export type WindowEvent =
  | { t: 'change'; change: Change }
  | { t: 'alarms'; active: AlarmSignal[]; silenced: boolean }
  | { t: 'session'; state: SessionState }
  /** Chosen in the menu, or as kept from the last start. */
  | { t: 'language'; language: Language }
  | {
      t: 'engine';
      /** `down`: away, coming back. `degraded`: away after three crashes in five minutes, retried more slowly. */
      status: 'up' | 'down' | 'degraded' | 'fatal';
      nowMs?: number;
      /** It answers, but crashed three times in the last five minutes. */
      unstable?: true;
      fatalCode?: string;
      message?: string;
    };

/** The languages of the desk. */
export type Language = 'zh-CN' | 'en';

/** Main's order to the bell window: one pattern of tones, urgent first. */
export type BellOrder = { t: 'ring'; order: number; levels: (1 | 2 | 3)[] };

/** The bell's answer through the `bell` door. `running` is false when the audio clock stands still. */
export type BellAnswer = { order: number; running: boolean };

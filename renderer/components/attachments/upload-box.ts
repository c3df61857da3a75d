import {
  limitMegabytes,
  MOST_ATTACHMENTS,
  refusedBySize,
  type StoredFile,
} from '../../../shared/duty-log/attachments.ts';
import { errorText, fieldMessage } from '../../app/errors.ts';
import { FileGone, upload } from './upload.ts';

/** A file chosen for an entry: on its way, taken in, or refused with the reason in words. */
export type UploadItem = {
  key: string;
  name: string;
  bytes: number;
  state: 'waiting' | 'sending' | 'done' | 'refused';
  /** Bytes that have arrived. */
  sent: number;
  stored: StoredFile | null;
  problem: string;
};

type Kept = { name: string; stored: StoredFile };

const newKey = () => crypto.randomUUID();

const doneItem = ({ name, stored }: Kept): UploadItem => ({
  key: newKey(),
  name,
  bytes: stored.bytes,
  state: 'done',
  sent: stored.bytes,
  stored,
  problem: '',
});

function readKept(storageKey: string): UploadItem[] {
  try {
    return (JSON.parse(localStorage.getItem(storageKey) ?? '[]') as Kept[]).map(doneItem);
  } catch {
    // A draft that cannot be read is no draft; the files are still in the archive and can be chosen again.
    return [];
  }
}

/**
 * The files of one form. It goes on when the form is closed, and what has been taken in is kept with the draft, so that
 * neither closing nor a crash loses it. Files travel one after the other.
 */
export class UploadBox {
  readonly #storageKey: string;
  #items: readonly UploadItem[];
  readonly #waiting: { key: string; file: File }[] = [];
  readonly #controllers = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();
  #running = false;

  constructor(storageKey: string) {
    this.#storageKey = storageKey;
    this.#items = readKept(storageKey);
  }

  readonly items = () => this.#items;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes files on; what is refused already stands there with its reason and does not keep the others back. */
  add(files: readonly { file: File; name: string }[]): void {
    for (const { file, name } of files) {
      const refusal = this.#refusalOf(file);
      const key = newKey();
      const state = refusal === null ? 'waiting' : 'refused';
      const item: UploadItem = {
        key,
        name,
        bytes: file.size,
        state,
        sent: 0,
        stored: null,
        problem: refusal ?? '',
      };
      if (refusal === null) this.#waiting.push({ key, file });
      this.#set([...this.#items, item]);
    }
    void this.#run();
  }

  /** Takes a file off, stopping it when it is on its way. */
  remove(key: string): void {
    this.#controllers.get(key)?.abort();
    const at = this.#waiting.findIndex((w) => w.key === key);
    if (at >= 0) this.#waiting.splice(at, 1);
    this.#set(this.#items.filter((item) => item.key !== key));
  }

  /** Forgets everything: the entry is saved, or the form was cleared. */
  clear(): void {
    for (const { key } of this.#items) this.remove(key);
  }

  /** Marks a file that the engine did not take with the entry. */
  refuse(key: string, problem: string): void {
    this.#patch(key, { state: 'refused', problem, stored: null });
  }

  #refusalOf(file: File): string | null {
    const taken = this.#items.filter((item) => item.state !== 'refused').length;
    if (taken >= MOST_ATTACHMENTS) return fieldMessage('tooManyFiles', { limit: MOST_ATTACHMENTS });
    const refused = refusedBySize({ bytes: file.size, claimed: file.type });
    if (refused === null) return null;
    if (refused === 'emptyFile') return fieldMessage('emptyFile');
    return fieldMessage('fileTooLarge', { limit: limitMegabytes(refused) });
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#send(next);
    this.#running = false;
  }

  async #send({ key, file }: { key: string; file: File }): Promise<void> {
    const controller = new AbortController();
    this.#controllers.set(key, controller);
    this.#patch(key, { state: 'sending' });
    try {
      const stored = await upload(file, (sent) => this.#patch(key, { sent }), controller.signal);
      this.#patch(key, { state: 'done', stored });
    } catch (error) {
      if (controller.signal.aborted) return;
      const problem = error instanceof FileGone ? fieldMessage('fileUnreadable') : errorText(error);
      this.#patch(key, { state: 'refused', problem });
    } finally {
      this.#controllers.delete(key);
    }
  }

  #patch(key: string, patch: Partial<UploadItem>): void {
    this.#set(this.#items.map((item) => (item.key === key ? { ...item, ...patch } : item)));
  }

  #set(items: readonly UploadItem[]): void {
    this.#items = items;
    const kept = items.flatMap(({ name, stored }): Kept[] => (stored ? [{ name, stored }] : []));
    if (kept.length === 0) localStorage.removeItem(this.#storageKey);
    else localStorage.setItem(this.#storageKey, JSON.stringify(kept));
    for (const listener of this.#listeners) listener();
  }
}

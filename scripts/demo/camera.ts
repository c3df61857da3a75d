import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { door } from '../../e2e/ask.ts';
import { type Desk, launchDesk } from '../../e2e/launch.ts';
import type { PaperKind } from '../../shared/papers/types.ts';

export type Look = { width: number; height: number; theme: 'light' | 'dark' };

/** The looks in which every page is pictured. */
export const looks: readonly Look[] = [
  { width: 1440, height: 900, theme: 'light' },
  { width: 1440, height: 900, theme: 'dark' },
  { width: 1280, height: 720, theme: 'light' },
  { width: 1280, height: 720, theme: 'dark' },
];

/** Which page, by what name its picture goes, and what to do on it before the picture. */
export type Scene = { name: string; route: string; act?: (desk: Desk) => Promise<void> };

/** Long enough for queries, fonts and transitions of a page. */
const SETTLE_MS = 700;

/** The real desk on a data folder, standing at an instant, with somebody signed in. */
export class Camera {
  readonly #desk: Desk;
  readonly #folder: string;

  private constructor(desk: Desk, folder: string) {
    this.#desk = desk;
    this.#folder = folder;
  }

  /** Opens the desk; its clock goes on from `atMs`. */
  static async open(dataDir: string, atMs: number, folder: string): Promise<Camera> {
    mkdirSync(folder, { recursive: true });
    // Nobody touches the desk while it is pictured: it must not lock itself.
    const env = { DUTY_DESK_NOW: new Date(atMs).toISOString(), DUTY_DESK_IDLE_S: '86400' };
    return new Camera(await launchDesk({ dataDir, env }), folder);
  }

  async signIn(staffNo: string, password: string): Promise<void> {
    const { page } = this.#desk;
    await page.getByRole('textbox').first().fill(staffNo);
    await page.locator('input[type=password]').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('navigation').first().waitFor();
  }

  /** One picture as the window is now; returns its file name. */
  async picture(name: string): Promise<string> {
    await this.#desk.page.waitForTimeout(SETTLE_MS);
    const file = `${name}.png`;
    await this.#desk.page.screenshot({ path: join(this.#folder, file), animations: 'disabled' });
    return file;
  }

  get page(): Desk['page'] {
    return this.#desk.page;
  }

  /** Lets the program make a paper and save it beside the pictures; returns its file name. */
  async paper(kind: PaperKind, form: string, file: string): Promise<string> {
    const filePath = join(this.#folder, file);
    await this.#desk.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, filePath);
    const call = { op: 'paper', form, action: 'save', suggestedName: file, kind, title: file };
    const reply = await door(this.#desk.page, 'shell', call);
    if (reply.e) throw new Error(`${file} was not made: ${reply.e.code}`);
    return file;
  }

  /** Pictures of scenes in one look, named `scene-1440-light.png`. */
  async pictures(scenes: readonly Scene[], look: Look): Promise<string[]> {
    await this.wear(look);
    const files: string[] = [];
    for (const { name, route, act } of scenes) {
      await this.go(route);
      await act?.(this.#desk);
      files.push(await this.picture(`${name}-${look.width}-${look.theme}`));
      await this.#desk.page.keyboard.press('Escape');
    }
    return files;
  }

  async go(route: string): Promise<void> {
    await this.#desk.page.evaluate((to) => {
      window.location.hash = to;
    }, route);
    await this.#desk.page.waitForTimeout(SETTLE_MS);
  }

  async wear({ width, height, theme }: Look): Promise<void> {
    const { app, page } = this.#desk;
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        const isDesk = (url: string) => /^app:\/\/desk\/(index\.html)?(#|$)/.test(url);
        const window = BrowserWindow.getAllWindows().find((w) => isDesk(w.webContents.getURL()));
        window?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    // As if another window had chosen it: the page follows without a reload.
    await page.evaluate((newValue) => {
      localStorage.setItem('duty-desk-theme', newValue);
      window.dispatchEvent(
        new StorageEvent('storage', { key: 'duty-desk-theme', newValue, storageArea: localStorage }),
      );
    }, theme);
    await page.waitForTimeout(SETTLE_MS);
  }

  async speak(language: 'zh-CN' | 'en'): Promise<void> {
    await this.#desk.page.evaluate(async (wanted) => {
      const { desk } = globalThis as unknown as { desk: { call: (door: string, body: string) => unknown } };
      await desk.call('shell', JSON.stringify({ op: 'language', language: wanted }));
    }, language);
    await this.#desk.page.waitForTimeout(SETTLE_MS);
  }

  close(): Promise<void> {
    return this.#desk.close();
  }
}

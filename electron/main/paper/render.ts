import { createWindow, loadPage } from '../windows/factory.ts';
import type { PaperLayout } from './forms.ts';

const READY_LIMIT_MS = 120_000;
const POLL_MS = 50;

/** Millimetres as printToPDF wants them. */
const inches = (mm: number) => mm / 25.4;

const footer =
  '<div style="width:100%;font-size:9px;text-align:center;color:#000">第 <span class="pageNumber"></span> / ' +
  '<span class="totalPages"></span> 页</div>';

/** Fonts load per text: asking for the page's own text brings every part that the paper needs. */
const loadFonts = `(async () => {
  const text = document.body.innerText;
  const faces = ['400 12px "Noto Sans SC"', '700 12px "Noto Sans SC"'];
  await Promise.all(faces.map((face) => document.fonts.load(face, text)));
  await document.fonts.ready;
})()`;

const a4 = { portrait: { width: 794, height: 1123 }, landscape: { width: 1123, height: 794 } };

/** A form that cannot be printed, with the code and reason its page gave (codes as in shared/errors.ts). */
export class PaperError extends Error {
  readonly code: string;
  readonly reason: string;
  constructor(code: string, reason: string) {
    super(`print page: ${code} ${reason}`);
    this.code = code;
    this.reason = reason;
  }
}

/** Reads the title by which a print page says why it cannot be printed: `error: conflict tooManyRows`. */
export function paperError(title: string): PaperError {
  const [code = 'bug', reason = ''] = title.replace(/^error:\s*/, '').split(' ');
  return new PaperError(code, reason);
}

/**
 * Renders one print page to an A4 PDF. The page says through its title when it is ready, or why it cannot be
 * (PaperError). The form's own @page rule says how wide the margins are; those here are for a form that says nothing.
 */
export async function renderPdf(
  route: string,
  layout: PaperLayout = { orientation: 'portrait', pageNumbers: true },
): Promise<Uint8Array> {
  const window = createWindow('print', { ...a4[layout.orientation], show: false });
  try {
    await loadPage(window, 'print', route);
    const until = performance.now() + READY_LIMIT_MS;
    for (let title = ''; title !== 'ready'; title = window.webContents.getTitle()) {
      if (title.startsWith('error:')) throw paperError(title);
      if (performance.now() > until) throw new PaperError('conflict', 'paperNotReady');
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    await window.webContents.executeJavaScript(loadFonts);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      landscape: layout.orientation === 'landscape',
      printBackground: true,
      displayHeaderFooter: layout.pageNumbers,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
      preferCSSPageSize: true,
      margins: { top: inches(14), bottom: inches(17), left: inches(25), right: inches(14) },
    });
  } finally {
    window.destroy();
  }
}

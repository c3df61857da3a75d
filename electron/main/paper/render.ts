import { createWindow, loadPage } from '../windows/factory.ts';

const READY_LIMIT_MS = 30_000;
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

/** Renders one print page to an A4 PDF. The page says through its title when it is ready, or why it cannot be. */
export async function renderPdf(route: string): Promise<Uint8Array> {
  const window = createWindow('print', { width: 794, height: 1123, show: false });
  try {
    await loadPage(window, 'print', route);
    const until = performance.now() + READY_LIMIT_MS;
    for (let title = ''; title !== 'ready'; title = window.webContents.getTitle()) {
      if (title.startsWith('error:')) throw new Error(`print page ${title}`);
      if (performance.now() > until) throw new Error(`print page not ready: ${route}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    await window.webContents.executeJavaScript(loadFonts);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
      // The form's own @page rule says how wide the margins are (room for binder and page number); these are the same,
      // for a form that says nothing.
      preferCSSPageSize: true,
      margins: { top: inches(14), bottom: inches(17), left: inches(25), right: inches(14) },
    });
  } finally {
    window.destroy();
  }
}

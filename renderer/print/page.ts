/** How a form lies on A4. All have room on the left for the binder and below for the page number. */
export type PageLayout = 'portrait' | 'landscape' | 'blank';

/** Millimetres: the sheet, then its margins from the top clockwise. */
type PageBox = { width: number; height: number; margin: readonly [number, number, number, number] };

/** The paper of each layout; `blank` is to be filled in by hand and has no page number below. */
export const pageBox: Record<PageLayout, PageBox> = {
  portrait: { width: 210, height: 297, margin: [12, 14, 15, 25] },
  landscape: { width: 297, height: 210, margin: [14, 10, 14, 22] },
  blank: { width: 210, height: 297, margin: [10, 12, 9, 24] },
};

/** Sets the page of this document: one print window shows one form, and each has its own paper. */
export function layOut(page: PageLayout): void {
  const { width, height, margin } = pageBox[page];
  const sheet = new CSSStyleSheet();
  const turn = width > height ? 'landscape' : 'portrait';
  sheet.replaceSync(`@page { size: A4 ${turn}; margin: ${margin.map((mm) => `${mm}mm`).join(' ')}; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

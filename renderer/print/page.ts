/** How a form lies on A4. All have room on the left for the binder and below for the page number. */
export type PageLayout = 'portrait' | 'landscape' | 'blank';

const rules: Record<PageLayout, string> = {
  portrait: '@page { size: A4 portrait; margin: 12mm 14mm 15mm 25mm; }',
  landscape: '@page { size: A4 landscape; margin: 14mm 10mm 14mm 22mm; }',
  /** To be filled in by hand: no page number below. */
  blank: '@page { size: A4 portrait; margin: 10mm 12mm 9mm 24mm; }',
};

/** Sets the page of this document: one print window shows one form, and each has its own paper. */
export function layOut(page: PageLayout): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules[page]);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

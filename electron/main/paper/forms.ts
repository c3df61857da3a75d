/** How a form lies on the sheet; its own @page rule says the same, with its margins. */
export type PaperLayout = {
  orientation: 'portrait' | 'landscape';
  /** 第 x / y 页 at the foot. */
  pageNumbers: boolean;
};

/** A day, a month, an id: what may stand in the address of a form. */
const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const ID = '[A-Za-z0-9-]{1,64}';
const FILTER = String.raw`[\w%=&.~+*-]{0,2000}`;

const portrait: PaperLayout = { orientation: 'portrait', pageNumbers: true };
const landscape: PaperLayout = { orientation: 'landscape', pageNumbers: true };

/** Every form a page may ask for, by its address in the print window; anything else is refused. */
const forms: readonly (readonly [RegExp, PaperLayout])[] = [
  [new RegExp(String.raw`^#/register(\?${FILTER})?$`), landscape],
  [new RegExp(`^#/instruction/${ID}$`), portrait],
  // Each form is a sheet of its own; a count of pages would only mislead.
  [new RegExp(`^#/blank-forms/${ID}$`), { orientation: 'portrait', pageNumbers: false }],
  [new RegExp(String.raw`^#/allowance/\d{4}-\d{2}(\?${FILTER})?$`), portrait],
  [new RegExp(String.raw`^#/bulletin\?from=${DAY}&to=${DAY}(&${FILTER})?$`), portrait],
  [new RegExp(String.raw`^#/alarms(\?${FILTER})?$`), landscape],
  [new RegExp(String.raw`^#/log-day/${DAY}(\?${FILTER})?$`), landscape],
  [new RegExp(String.raw`^#/(phone-record|visit|document-slip|leader-order)/${ID}(\?${FILTER})?$`), portrait],
  [new RegExp(String.raw`^#/test-page\?${FILTER}$`), portrait],
  [new RegExp(String.raw`^#/(visits|roll-calls)\?from=${DAY}&to=${DAY}(&${FILTER})?$`), landscape],
  [new RegExp(String.raw`^#/reprint/${ID}\?entry=${ID}$`), portrait],
];

/** The layout of a form that may be made into paper; null for any other address. */
export function layoutOf(form: unknown): PaperLayout | null {
  if (typeof form !== 'string') return null;
  return forms.find(([address]) => address.test(form))?.[1] ?? null;
}

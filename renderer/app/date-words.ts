import type { MantineThemeComponents } from '@mantine/core';

/** How every date and month field and the head of its calendar are written: 2026年3月12日 in Chinese, 2026-03-12 else. */
export function dateWords(zh: boolean): MantineThemeComponents {
  if (!zh) {
    return {
      DatePickerInput: { defaultProps: { valueFormat: 'YYYY-MM-DD' } },
      MonthPickerInput: { defaultProps: { valueFormat: 'YYYY-MM' } },
    };
  }
  return {
    DatePickerInput: { defaultProps: { valueFormat: 'YYYY年M月D日' } },
    MonthPickerInput: { defaultProps: { valueFormat: 'YYYY年M月' } },
    MonthLevel: { defaultProps: { monthLabelFormat: 'YYYY年M月' } },
    YearLevel: { defaultProps: { yearLabelFormat: 'YYYY年' } },
  };
}

/** `2026-03-12` or `2026-03` as the fields above show it, for the name of a field that must hold what it shows. */
export function dateAsShown(date: string, zh: boolean): string {
  const [year, month, day] = date.split('-').map(Number);
  if (!zh) return date;
  return day === undefined ? `${year}年${month}月` : `${year}年${month}月${day}日`;
}

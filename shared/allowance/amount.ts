const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** An amount in fen as figures with two decimals and thousands marks, `1,234.50`. */
export const yuanText = (fen: number): string =>
  (fen / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A plain amount for a field, `80.50`. */
export const yuanField = (fen: number): string => (fen / 100).toFixed(2);

/** The fen of a typed amount in yuan with at most two decimals; undefined when it is none. */
export function readYuan(text: string): number | undefined {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').replace(/[,\s¥元]/g, ''));
  if (!found) return undefined;
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}

/** Four digits of a whole amount, `仟佰拾`, with one 零 for the zeros inside. */
function fourDigits(n: number): string {
  let words = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) zero = words !== '';
    else {
      words += `${zero ? '零' : ''}${digits[digit]}${places[place]}`;
      zero = false;
    }
  }
  return words;
}

function wholeYuan(yuan: number): string {
  let words = '';
  let gap = false;
  for (let group = groups.length - 1; group >= 0; group -= 1) {
    const part = Math.floor(yuan / 10_000 ** group) % 10_000;
    if (part === 0) gap = words !== '';
    else {
      words += `${words !== '' && (gap || part < 1000) ? '零' : ''}${fourDigits(part)}${groups[group]}`;
      gap = false;
    }
  }
  return words;
}

/** An amount in fen in capital words as a receipt needs it (大写金额), `壹仟贰佰叁拾肆元伍角整`. Not negative. */
export function capitalAmount(fen: number): string {
  const whole = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  const yuan = whole === 0 ? '' : `${wholeYuan(whole)}元`;
  if (jiao === 0 && rest === 0) return `${yuan || '零元'}整`;
  const small = `${jiao > 0 ? `${digits[jiao]}角` : yuan && '零'}${rest > 0 ? `${digits[rest]}分` : '整'}`;
  return yuan + small;
}

import { pinyin } from 'pinyin-pro';

/** 新华街口 → xhjk: how a word is found by typing its initials. */
export const initialsOf = (text: string): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

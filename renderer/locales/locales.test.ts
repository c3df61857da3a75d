import { expect, test } from 'vitest';
import { en } from './en.ts';
import { zhCN } from './index.ts';

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : leaves(value, `${prefix}${key}.`),
  );
const variables = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();

const chinese = leaves(zhCN);
const english = new Map(leaves(en));

test('English has exactly the keys of Chinese', () => {
  expect([...english.keys()].sort()).toEqual(chinese.map(([key]) => key).sort());
});

test('no words are empty, and both languages use the same variables', () => {
  for (const [key, words] of chinese) {
    expect(words, key).not.toBe('');
    expect(variables(english.get(key) ?? ''), key).toEqual(variables(words));
  }
});

test('no Chinese is left in the English words, but for what is typed as it is', () => {
  const typed = new Set(['field.personKind']);
  const left = [...english].filter(([key, words]) => !typed.has(key) && /[\u4e00-\u9fff]/.test(words));
  expect(left).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  clockTime,
  id,
  LONG_TEXT,
  localDate,
  name,
  optionalText,
  outsideNumber,
  password,
  phone,
  pin,
  quantity,
  text,
  timeMs,
} from './fields.ts';

const long = (n: number) => '长'.repeat(n);
const NUL = String.fromCharCode(0);
const LONE_SURROGATE = String.fromCharCode(0xd800);

describe.each<[field: string, schema: z.ZodType, cases: [value: unknown, expected: unknown][]]>([
  [
    'text',
    text(),
    [
      ['a', 'a'],
      ['  两端空白 \n', '两端空白'],
      ['第一行\n第二行', '第一行\n第二行'],
      ['', { refused: 'required' }],
      [' \n\t', { refused: 'required' }],
      [undefined, { refused: 'required' }],
      [5, { refused: 'required' }],
      [long(LONG_TEXT), long(LONG_TEXT)],
      [long(LONG_TEXT + 1), { refused: 'tooLong' }],
      [long(100_000), { refused: 'tooLong' }],
      [`a${NUL}b`, { refused: 'badCharacters' }],
      [`a${LONE_SURROGATE}`, { refused: 'badCharacters' }],
      ['🚒', '🚒'],
    ],
  ],
  [
    'optionalText',
    optionalText(3),
    [
      [undefined, ''],
      ['', ''],
      ['abcd', { refused: 'tooLong' }],
      [NUL, { refused: 'badCharacters' }],
    ],
  ],
  [
    'outsideNumber',
    outsideNumber(),
    [
      [undefined, ''],
      [' ＬＤ２０２６－０３１２ ', 'LD2026-0312'],
      [NUL, { refused: 'badCharacters' }],
    ],
  ],
  [
    'name',
    name(),
    [
      [long(60), long(60)],
      [long(61), { refused: 'tooLong' }],
    ],
  ],
  [
    'phone',
    phone(),
    [
      [undefined, ''],
      ['', ''],
      ['110', '110'],
      ['0570-8110000 转 12', '0570-8110000 转 12'],
      ['+86 (570) 811 0000', '+86 (570) 811 0000'],
      ['１３９００００１１１１', '13900001111'],
      ['＋８６（５７０）８１１　００００－１', '+86(570)811 0000-1'],
      ['１', { refused: 'phone' }],
      ['1', { refused: 'phone' }],
      ['12', { refused: 'phone' }],
      ['12345678901234567890', '12345678901234567890'],
      ['123456789012345678901', { refused: 'phone' }],
      ['call me', { refused: 'phone' }],
    ],
  ],
  [
    'timeMs',
    timeMs(),
    [
      [946_684_800_000, 946_684_800_000],
      [946_684_799_999, { refused: 'time' }],
      [4_102_444_800_001, { refused: 'time' }],
      [1.5e12 + 0.5, { refused: 'time' }],
      [Number.NaN, { refused: 'time' }],
      ['2026-03-11', { refused: 'time' }],
    ],
  ],
  [
    'quantity',
    quantity(),
    [
      [1, 1],
      [1_000_000, 1_000_000],
      [0, { refused: 'quantity' }],
      [-1, { refused: 'quantity' }],
      [1.5, { refused: 'quantity' }],
      [1_000_001, { refused: 'quantity' }],
      ['4', { refused: 'quantity' }],
    ],
  ],
  [
    'pin',
    pin(),
    [
      ['012345', '012345'],
      ['12345', { refused: 'pin' }],
      ['1234567', { refused: 'pin' }],
      ['12345６', { refused: 'pin' }],
      ['123456\n', { refused: 'pin' }],
    ],
  ],
  [
    'password',
    password(),
    [
      ['12345678', '12345678'],
      ['1234567', { refused: 'passwordShort' }],
      [long(201), { refused: 'tooLong' }],
    ],
  ],
  [
    'clockTime',
    clockTime(),
    [
      ['00:00', '00:00'],
      ['23:59', '23:59'],
      ['24:00', { refused: 'clockTime' }],
      ['8:30', { refused: 'clockTime' }],
      ['08:30:00', { refused: 'clockTime' }],
    ],
  ],
  [
    'localDate',
    localDate(),
    [
      ['2026-03-11', '2026-03-11'],
      ['2026-3-11', { refused: 'date' }],
      ['11.03.2026', { refused: 'date' }],
      ['2026-13-01', { refused: 'date' }],
      ['2026-02-29', { refused: 'date' }],
      ['2028-02-29', '2028-02-29'],
      [undefined, { refused: 'date' }],
    ],
  ],
  [
    'id',
    id(),
    [
      ['x', 'x'],
      ['', { refused: 'required' }],
    ],
  ],
])('%s', (_field, schema, cases) => {
  it.each(cases)('%j → %j', (value, expected) => {
    const parsed = schema.safeParse(value);
    expect(parsed.success ? parsed.data : { refused: parsed.error.issues[0]?.message }).toEqual(expected);
  });
});

import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const plain = { dataDir: null, job: null, firstWindowPng: null, noSandbox: false };

test.each([
  [['electron', '/app'], {}, plain],
  [['electron', '/app', '--data-dir', '/d'], { DUTY_DESK_DATA: '/e' }, { ...plain, dataDir: '/d' }],
  [['electron', '/app', '--data-dir=/d'], {}, { ...plain, dataDir: '/d' }],
  [['electron', '/app'], { DUTY_DESK_DATA: '/e' }, { ...plain, dataDir: '/e' }],
  [['electron', '/app'], { DUTY_DESK_DATA: '' }, plain],
  [['electron', '/app', '--data-dir', '--no-sandbox'], {}, { ...plain, noSandbox: true }],
  [
    ['e', '/a', '--job', 'sheet', '--out', 'x.pdf'],
    {},
    { ...plain, job: { handover: 'last', out: 'x.pdf' } },
  ],
  [
    ['e', '/a', '--job', 'sheet', '--handover', 'h', '--out', 'x.pdf'],
    {},
    { ...plain, job: { handover: 'h', out: 'x.pdf' } },
  ],
])('%j', (argv, env, expected) => {
  expect(readOptions(argv, env)).toEqual(expected);
});

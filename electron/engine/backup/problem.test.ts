import { expect, it } from 'vitest';
import { problemOf } from './problem.ts';

it.each([
  ['ENOSPC', 'full'],
  ['SQLITE_FULL', 'full'],
  ['EDQUOT', 'full'],
  ['ENOENT', 'folderGone'],
  ['ENOTDIR', 'folderGone'],
  ['EACCES', 'notWritable'],
  ['EROFS', 'notWritable'],
  ['SQLITE_CANTOPEN', 'notWritable'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['COPY_DIFFERS', 'copyDiffers'],
  ['EMFILE', 'other'],
  ['', 'other'],
])('%s is said as %s', (code, said) => {
  const error = Object.assign(new Error('why'), { code });
  expect(problemOf(error, 7)).toEqual({ code: said, atMs: 7, detail: 'why' });
});

import { expect, test } from 'vitest';
import { layoutOf } from './forms.ts';

test.each([
  ['#/register', 'landscape'],
  ['#/register?state=open&words=%E5%B9%BF%E5%91%8A&from=2026-03-01', 'landscape'],
  ['#/instruction/0195a7c2-1111-7000-8000-000000000001', 'portrait'],
  ['#/blank-forms/0195a7c2-1111-7000-8000-000000000001', 'portrait'],
  ['#/allowance/2026-03', 'portrait'],
  ['#/bulletin?from=2026-03-01&to=2026-03-07', 'portrait'],
  ['#/alarms?class=arrivalOverdue', 'landscape'],
  ['#/log-day/2026-03-11?who=%E7%94%B0', 'landscape'],
  ['#/phone-record/0195a7c2-1111-7000-8000-000000000001', 'portrait'],
  ['#/visit/0195a7c2-1111-7000-8000-000000000001?who=%E7%94%B0', 'portrait'],
  ['#/document-slip/0195a7c2-1111-7000-8000-000000000001', 'portrait'],
  ['#/leader-order/0195a7c2-1111-7000-8000-000000000001', 'portrait'],
  ['#/visits?from=2026-03-01&to=2026-03-31', 'landscape'],
  ['#/roll-calls?from=2026-03-01&to=2026-03-31&who=%E7%94%B0', 'landscape'],
  ['#/reprint/0195a7c2-1111-7000-8000-000000000001?entry=0195a7c2-1111-7000-8000-000000000002', 'portrait'],
])('%s is a form on %s paper', (form, orientation) => {
  expect(layoutOf(form)?.orientation).toBe(orientation);
});

test.each([
  '#/handover/1',
  '#/instruction/',
  '#/instruction/../register',
  '#/register?x=<script>',
  '#/register#/alarms',
  'http://example.org/#/register',
  `#/register?words=${'a'.repeat(2001)}`,
  '#/bulletin?from=2026-03-01',
  '#/blank-forms/1?x=1',
  '#/log-day/today',
  '#/visits',
  '#/reprint/1',
  '#/phone-record/',
  '',
  null,
  7,
])('%j is none', (form) => {
  expect(layoutOf(form)).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { byDueThenClass } from '../alarms/order.ts';
import { stepsBetween } from '../alarms/plan.ts';
import { defaultLimits, type Limits } from '../settings/types.ts';
import { alarmSeriesOf } from './alarms.ts';
import { DEPUTY, given, HEAD, min, START, type Step, wayTo } from './testing/story.ts';

/** Every ring up to a minute, as `minute class[/repeat]`, in the order in which they are raised. */
function rings(steps: Step[], until: number, limits: Limits = defaultLimits): string[] {
  const all = alarmSeriesOf(given(steps), limits).flatMap((s) => stepsBetween(s, START - 1, min(until)));
  return all
    .sort(byDueThenClass(() => ''))
    .map((s) => `${(s.dueAtMs - START) / 60_000} ${s.class}${s.repeat > 0 ? `/${s.repeat}` : ''}`);
}

const sent: Step = [1, 'dispatch', { takenAtMs: min(1) }];
const explained = (at: number, expected?: number): Step => [
  at,
  'delayed',
  expected === undefined ? {} : { expectedAtMs: min(expected) },
];

describe.each<[group: string, cases: [name: string, steps: Step[], until: number, expected: string[]][]]>([
  [
    'dispatchDue',
    [
      ['3 min after receipt, then every 5', [], 13, ['3 dispatchDue', '8 dispatchDue/1', '13 dispatchDue/2']],
      ['a dispatch at the due minute settles it', [[3, 'dispatch']], 20, []],
      ['a dispatch one minute later ends the repeats', [[4, 'dispatch']], 20, ['3 dispatchDue']],
      ['declined in time', [[2, 'decline']], 20, []],
      ['voided after the first', [[5, 'void']], 20, ['3 dispatchDue']],
      [
        'voided by mistake and taken back: the last past step at once, then on as before',
        [
          [1, 'void'],
          [12, 'restore'],
        ],
        13,
        ['8 dispatchDue/1', '13 dispatchDue/2'],
      ],
      [
        'recalling the only team asks for a dispatch again, from the recall on',
        [
          [1, 'dispatch'],
          [2, 'recall'],
          [12, 'dispatch'],
        ],
        20,
        ['5 dispatchDue', '10 dispatchDue/1'],
      ],
    ],
  ],
  [
    'followUpRemind',
    [
      ['not without a reminder', wayTo.followUp, 700, []],
      [
        'once, before the due time',
        [...wayTo.handling, [20, 'followUp', { remindAtMs: min(500) }]],
        700,
        ['500 followUpRemind'],
      ],
      [
        'done before it',
        [...wayTo.handling, [20, 'followUp', { remindAtMs: min(500) }], [400, 'followUpDone']],
        450,
        [],
      ],
      [
        'moved with a note',
        [
          ...wayTo.handling,
          [20, 'followUp', { remindAtMs: min(500) }],
          [400, 'followUpNote', { remindAtMs: min(550) }],
        ],
        700,
        ['550 followUpRemind'],
      ],
    ],
  ],
  [
    'arrivalSoon and arrivalOverdue',
    [
      [
        '10 and 5 min before the limit, at it, then every 5',
        [sent],
        41,
        [
          '21 arrivalSoon',
          '26 arrivalSoon',
          '31 arrivalOverdue',
          '36 arrivalOverdue/1',
          '41 arrivalOverdue/2',
        ],
      ],
      ['arrival recorded at the warning settles it', [sent, [21, 'onScene', { text: '有序' }]], 60, []],
      [
        'an arrival that happened before but is recorded later has rung',
        [sent, [33, 'onScene', { arrivedAtMs: min(20), text: '有序' }]],
        60,
        ['21 arrivalSoon', '26 arrivalSoon', '31 arrivalOverdue'],
      ],
      [
        'an explanation ends the warnings, not the limit itself',
        [sent, explained(22)],
        60,
        ['21 arrivalSoon', '31 arrivalOverdue'],
      ],
      [
        'explained until an expected time: silent until then',
        [sent, explained(20, 40)],
        46,
        ['31 arrivalOverdue', '41 arrivalOverdue/2', '46 arrivalOverdue/3'],
      ],
      [
        'at the expected time itself it rings again',
        [sent, explained(20, 41)],
        41,
        ['31 arrivalOverdue', '41 arrivalOverdue/2'],
      ],
      [
        'explained after the limit',
        [sent, explained(33, 50)],
        51,
        ['21 arrivalSoon', '26 arrivalSoon', '31 arrivalOverdue', '51 arrivalOverdue/4'],
      ],
      [
        'explained at a repeat silences that repeat',
        [sent, explained(36)],
        90,
        ['21 arrivalSoon', '26 arrivalSoon', '31 arrivalOverdue'],
      ],
      [
        'a second explanation without a time silences for good',
        [sent, explained(20, 40), explained(42)],
        90,
        ['31 arrivalOverdue', '41 arrivalOverdue/2'],
      ],
      ['a recall ends it', [sent, [27, 'recall']], 29, ['21 arrivalSoon', '26 arrivalSoon']],
      [
        'provisional from the dispatch until somebody takes it',
        [
          [2, 'dispatch'],
          [10, 'take', { takenAtMs: min(10) }],
        ],
        40,
        ['30 arrivalSoon', '35 arrivalSoon', '40 arrivalOverdue'],
      ],
      [
        'warnings already past when the team is recorded never ring',
        [[40, 'dispatch', { takenAtMs: min(18) }]],
        48,
        [
          '3 dispatchDue',
          '8 dispatchDue/1',
          '13 dispatchDue/2',
          '18 dispatchDue/3',
          '23 dispatchDue/4',
          '28 dispatchDue/5',
          '33 dispatchDue/6',
          '38 dispatchDue/7',
          '43 arrivalSoon',
          '48 arrivalOverdue',
        ],
      ],
    ],
  ],
  [
    'corrections move the alarms with the limit',
    [
      [
        'zone outwards',
        [sent, [20, 'correct', { field: 'zone', zone: 'other' }]],
        61,
        ['51 arrivalSoon', '56 arrivalSoon', '61 arrivalOverdue'],
      ],
      [
        'taken later than typed',
        [sent, [20, 'correct', { field: 'takenAt', timeMs: min(9) }]],
        39,
        ['29 arrivalSoon', '34 arrivalSoon', '39 arrivalOverdue'],
      ],
      [
        'a limit that had passed rings once at the correction',
        [
          [1, 'dispatch', { takenAtMs: min(1) }],
          [50, 'correct', { field: 'takenAt', timeMs: START }],
        ],
        51,
        ['50 arrivalOverdue/4'],
      ],
    ],
  ],
  [
    'sceneReportDue',
    [
      [
        '5 min after the arrival was recorded, once',
        [sent, [10, 'onScene', { arrivedAtMs: min(7) }]],
        60,
        ['15 sceneReportDue'],
      ],
      ['arrival with a report', [sent, [10, 'onScene', { text: '有序' }]], 60, []],
      ['report in the due minute', [sent, [10, 'onScene'], [15, 'sceneReport']], 60, []],
    ],
  ],
  [
    'leaderNoticeDue',
    [
      ['5 min after raising', [...wayTo.handling, [12, 'raiseSeverity']], 60, ['17 leaderNoticeDue']],
      ['told with it', [...wayTo.handling, [12, 'raiseSeverity', { notified: DEPUTY }]], 60, []],
      ['told before it is due', [...wayTo.handling, [12, 'raiseSeverity'], [16, 'notify']], 60, []],
      [
        'somebody else told',
        [...wayTo.handling, [12, 'raiseSeverity', { notified: '罗雁秋' }]],
        60,
        ['17 leaderNoticeDue'],
      ],
      [
        'raised twice with nobody told: from the first, raising further postpones nothing',
        [...wayTo.handling, [12, 'raiseSeverity'], [14, 'raiseSeverity', { to: 'grave' }]],
        60,
        ['17 leaderNoticeDue'],
      ],
      [
        'grave: one of them told is enough for the bell',
        [...wayTo.handling, [12, 'raiseSeverity', { to: 'grave', notified: HEAD }]],
        60,
        [],
      ],
    ],
  ],
  [
    'reportBackDue',
    [
      [
        '10 min after the result, then every 5',
        wayTo.resolved,
        40,
        ['30 reportBackDue', '35 reportBackDue/1', '40 reportBackDue/2'],
      ],
      ['reported at the due minute', [...wayTo.resolved, [30, 'reportBack']], 60, []],
      [
        'reopened and resolved again: its own clock',
        [...wayTo.closed, [60, 'reopen'], [70, 'resolve']],
        80,
        ['80 reportBackDue'],
      ],
      [
        'a follow-up agreed with the centre ends it',
        [...wayTo.resolved, [32, 'followUp']],
        60,
        ['30 reportBackDue'],
      ],
      [
        'resolved after the follow-up: a new clock',
        [...wayTo.followUp, [40, 'followUpDone'], [41, 'resolve']],
        51,
        ['51 reportBackDue'],
      ],
    ],
  ],
])('%s', (_group, cases) => {
  it.each(cases)('%s', (_name, steps, until, expected) => {
    expect(rings(steps, until)).toEqual(expected);
  });
});

it('every limit is a setting', () => {
  const limits: Limits = {
    ...defaultLimits,
    dispatchMinutes: 1,
    overdueRepeatMinutes: 2,
    arrivalWarnings: [],
  };
  expect(rings([[4, 'dispatch', { takenAtMs: min(4) }]], 36, limits)).toEqual([
    '1 dispatchDue',
    '3 dispatchDue/1',
    '34 arrivalOverdue',
    '36 arrivalOverdue/1',
  ]);
});

it('several teams ring by themselves', () => {
  const subjects = alarmSeriesOf(
    given([sent, [2, 'dispatch', { takenAtMs: min(2) }], [30, 'onScene']]),
    defaultLimits,
  )
    .filter((s) => s.class === 'arrivalOverdue')
    .map((s) => [s.subjectId, stepsBetween(s, START, min(32)).length]);
  expect(subjects).toEqual([
    ['t1', 0],
    ['t2', 1],
  ]);
});

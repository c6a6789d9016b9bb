import { describe, expect, test } from 'vitest';
import type { Process, ProcessStage, ProcessTask } from '../../../contract/catalogue.ts';
import type { ItemContent } from '../../../contract/item-content.ts';
import type { Role } from '../../../contract/values.ts';
import { workCalendar } from '../deadlines/calendar.rules.ts';
import { lengthOf, namedOrganFaults, postFaults, processFaults, processOf } from './process.rules.ts';

const both = (text: string) => ({ zh: text, en: text });
const days = (amount: number): Partial<ProcessTask> => ({ limit: { amount, unit: 'workingDays' } });
let made = 0;
const task = (kind: ProcessTask['kind'], more: Partial<ProcessTask> = {}): ProcessTask => {
  made += 1;
  return {
    key: `task${made}`,
    name: both(kind),
    kind,
    organ: kind === 'INTAKE' || kind === 'DELIVERY' ? 'INTAKE' : 'DECIDING',
    post: both('岗位'),
    ...more,
  };
};
const stage = (key: string, ...tasks: ProcessTask[]): ProcessStage => ({ key, name: both(key), tasks });
type Unit = NonNullable<ProcessTask['limit']>['unit'];
const within = (amount: number, unit: Unit): Partial<ProcessTask> => ({ limit: { amount, unit } });
/** Seven office hours a day. */
const calendar = workCalendar({ edition: 'test', years: [] });
const promise = (amount: number, unit: Unit = 'workingDays') => ({
  calendar,
  content: { promisedLimit: { amount, unit, basis: { guide: '办事指南' } } },
});
const workingDaysOf = (process: Process) => lengthOf(process, { unit: 'workingDays', calendar });
const decision = (more: Partial<ProcessTask> = {}) => stage('decision', task('DECISION', more));
const faults = (process: Process, promised = promise(20)) =>
  processFaults(process, promised).map(({ field, code }) => [field, code]);

describe('办理流程: the usual way (domain §3.1)', () => {
  const usual = (caseType: 'IMMEDIATE' | 'PROMISED') =>
    processOf({ content: { elements: { simpleApproval: false } } as ItemContent, caseType });

  test('A promised matter is taken in, accepted, reviewed, decided and handed out.', () => {
    expect(usual('PROMISED').stages.map(({ key }) => key)).toEqual([
      'intake',
      'acceptance',
      'review',
      'decision',
      'delivery',
    ]);
  });

  test('An immediate matter has no review of its own.', () => {
    expect(usual('IMMEDIATE').stages.map(({ key }) => key)).toEqual(['intake', 'acceptance', 'decision', 'delivery']);
  });

  test.each(['IMMEDIATE', 'PROMISED'] as const)('The usual process of %s has no fault.', (caseType) => {
    expect(faults(usual(caseType))).toEqual([]);
  });

  test('A version with a process of its own has that one.', () => {
    const own: Process = { stages: [decision()] };
    expect(processOf({ content: { process: own } as ItemContent, caseType: 'PROMISED' })).toBe(own);
  });
});

describe('What a process cannot be', () => {
  test.each<[string, ProcessStage[], [string, string][]]>([
    [
      'a stage key twice',
      [stage('a', task('REVIEW')), stage('a', task('DECISION'))],
      [['process.stages.1.key', 'key_twice']],
    ],
    [
      'a task key twice, in whichever stages',
      [stage('a', task('REVIEW', { key: 'x' })), stage('b', task('DECISION', { key: 'x' }))],
      [['process.stages.1.tasks.0.key', 'key_twice']],
    ],
    [
      'a name or a post without its words in one language',
      [
        {
          ...stage('a', task('REVIEW', { name: { zh: ' ', en: 'Review' }, post: { zh: '岗', en: '' } })),
          name: { zh: '审', en: '' },
        },
        decision(),
      ],
      [
        ['process.stages.0.name.en', 'required'],
        ['process.stages.0.tasks.0.name.zh', 'required'],
        ['process.stages.0.tasks.0.post.en', 'required'],
      ],
    ],
    ['no decision', [stage('a', task('REVIEW'))], [['process', 'decision_missing']]],
    [
      'two decisions, one after the other',
      [decision(), stage('again', task('DECISION'))],
      [['process.stages.1.tasks.0.kind', 'decision_twice']],
    ],
    [
      'two decisions, side by side',
      [stage('a', task('DECISION'), task('DECISION'))],
      [
        ['process.stages.0.tasks.0.kind', 'decision_not_alone'],
        ['process.stages.0.tasks.1.kind', 'decision_twice'],
      ],
    ],
    [
      'a decision beside another task',
      [stage('a', task('REVIEW'), task('DECISION'))],
      [['process.stages.0.tasks.1.kind', 'decision_not_alone']],
    ],
    [
      'a decision where the papers are taken in',
      [decision({ organ: 'INTAKE' })],
      [['process.stages.0.tasks.0.organ', 'decided_elsewhere']],
    ],
    [
      'an organ of its own that is not named',
      [stage('a', task('REVIEW', { organ: 'NAMED' })), decision()],
      [['process.stages.0.tasks.0.organId', 'required']],
    ],
    [
      'an organ that is named where none is asked for',
      [stage('a', task('REVIEW', { organId: '0199b4f6-8a01-7000-8000-000000000001' })), decision()],
      [['process.stages.0.tasks.0.organId', 'out_of_place']],
    ],
    [
      'a review after the decision',
      [decision(), stage('late', task('REVIEW'))],
      [['process.stages.1.tasks.0.kind', 'after_decision']],
    ],
    [
      'a certificate before the decision',
      [stage('early', task('CERTIFICATION')), decision()],
      [['process.stages.0.tasks.0.kind', 'before_decision']],
    ],
    [
      'a review at the window, which at a village is nobody’s (domain §1.6)',
      [stage('a', task('REVIEW', { organ: 'INTAKE' })), decision()],
      [['process.stages.0.tasks.0.organ', 'not_at_intake']],
    ],
  ])('%s is one fault, at its place.', (_, stages, expected) => {
    expect(faults({ stages })).toEqual(expected);
  });

  test('A stage cannot wait for more tasks than it has.', () => {
    const reviews = stage('reviews', task('REVIEW'), task('REVIEW'));
    expect(faults({ stages: [{ ...reviews, join: 3 }, decision()] })).toEqual([['process.stages.0.join', 'too_many']]);
    expect(faults({ stages: [{ ...reviews, join: 1 }, decision()] })).toEqual([]);
  });

  test.each<[string, ProcessTask]>([
    ['a veto', task('REVIEW', { veto: true })],
    ['a hearing', task('HEARING')],
    ['a public notice', task('PUBLIC_NOTICE')],
    ['a visit', task('SITE_VISIT')],
  ])('Where m of n suffice, the others’ opinions must not cut off %s.', (_, one) => {
    const mixed = { ...stage('mixed', task('REVIEW'), task('REVIEW'), one), join: 2 };
    expect(faults({ stages: [mixed, decision()] })).toEqual([['process.stages.0.join', 'join_needs_all']]);
    expect(faults({ stages: [stage('mixed', task('REVIEW'), one), decision()] })).toEqual([]);
  });

  test.each<[string, ProcessTask, string[]]>([
    ['silence agrees for a visit', task('SITE_VISIT', { silence: { law: '规则', mark: 'sample' } }), ['silence']],
    ['a veto of a public notice', task('PUBLIC_NOTICE', { veto: true }), ['veto']],
    ['a partner in what one unit does alone', task('REVIEW', { participants: ['x'] }), ['participants']],
    ['a joint visit of one', task('JOINT_SITE_VISIT'), ['participants']],
    [
      'R-2.14: a visit stands still without an article',
      task('SITE_VISIT', { pause: { ground: 'siteVisit' } }),
      ['pause.basis'],
    ],
  ])('%s is refused', (_, wrong, fields) => {
    expect(faults({ stages: [stage('first', wrong), decision()] }).map(([field]) => field)).toEqual(
      fields.map((field) => `process.stages.0.tasks.0.${field}`),
    );
  });

  test('R-2.14: the eight procedures of ALL 45 need no other article.', () => {
    const panel = task('EXPERT_PANEL', { pause: { ground: 'expertReview' } });
    expect(faults({ stages: [stage('first', panel), decision()] })).toEqual([]);
  });

  test('R-1.5: stages that together take longer than the promise are refused, with both numbers.', () => {
    const process: Process = {
      stages: [stage('a', task('REVIEW', days(6))), stage('b', task('SITE_VISIT', days(5))), decision()],
    };
    expect(processFaults(process, promise(10))).toEqual([
      { field: 'process', code: 'longer_than_promised', facts: { days: 11, max: 10 } },
    ]);
    expect(faults(process, promise(11))).toEqual([]);
  });

  test.each<[string, Partial<ProcessTask>[], ReturnType<typeof promise>, boolean]>([
    ['40 calendar days in 20 working days', [within(40, 'calendarDays')], promise(20), true],
    ['28 calendar days in 20 working days', [within(28, 'calendarDays')], promise(20), false],
    ['3 calendar days, Monday to Thursday, in 2 working days', [within(3, 'calendarDays')], promise(2), true],
    [
      '4 and 4 calendar days in 6 working days',
      [within(4, 'calendarDays'), within(4, 'calendarDays')],
      promise(6),
      false,
    ],
    ['8 office hours in 1 working day', [within(8, 'officeHours')], promise(1), true],
    ['7 office hours in 1 working day', [within(7, 'officeHours')], promise(1), false],
    ['1 working day and 1 office hour in 1 working day', [days(1), within(1, 'officeHours')], promise(1), true],
    ['11 working days in 14 calendar days', [days(11)], promise(14, 'calendarDays'), true],
    ['10 working days in 14 calendar days', [days(10)], promise(14, 'calendarDays'), false],
    ['30 calendar days in 30', [within(30, 'calendarDays')], promise(30, 'calendarDays'), false],
    ['1 working day in 6 office hours', [days(1)], promise(6, 'officeHours'), true],
    ['8 office hours where it is promised at once', [within(8, 'officeHours')], promise(0), true],
    ['2 office hours where it is promised at once', [within(2, 'officeHours')], promise(0), false],
  ])('R-1.5: whatever its unit, a task counts against the promise: %s.', (_, tasks, promised, isFault) => {
    const stages = [...tasks.map((limit, at) => stage(`s${at}`, task('REVIEW', limit))), decision()];
    expect(faults({ stages }, promised)).toEqual(isFault ? [['process', 'longer_than_promised']] : []);
  });

  test('§1.6: an organ that a process names exists, and is one where only an organ may act.', () => {
    const organs: Record<string, boolean> = { bureau: true, committee: false };
    const places = {
      organById: (id: string) => (id in organs ? { isAdministrativeOrgan: organs[id] === true } : undefined),
    } as Parameters<typeof namedOrganFaults>[1];
    const named = (kind: ProcessTask['kind'], organId: string) =>
      namedOrganFaults(
        { process: { stages: [stage('a', task(kind, { organ: 'NAMED', organId })), decision()] } },
        places,
      );
    const fault = { field: 'content.process.stages.0.tasks.0.organId', code: 'not_an_organ' };
    expect(named('REVIEW', 'bureau')).toEqual([]);
    expect(named('REVIEW', 'committee')).toEqual([fault]);
    expect(named('SITE_VISIT', 'committee')).toEqual([]);
    expect(named('SITE_VISIT', 'nobody')).toEqual([fault]);
    expect(namedOrganFaults({}, places)).toEqual([]);
  });

  describe('domain §4.1: every task has a post at its organ', () => {
    const places = {
      organById: (id: string) => (id === 'nowhere' ? undefined : {}),
    } as Parameters<typeof postFaults>[1]['places'];
    const staffed = new Map<string, ReadonlySet<Role>>([
      ['bureau', new Set(['reviewer', 'decider'])],
      ['hall', new Set(['reviewer'])],
      ['tax', new Set(['windowClerk'])],
      ['justice', new Set(['organHead'])],
    ]);
    const judged = (stages: ProcessStage[], decidingOrganId: string | null = 'bureau', known = staffed) =>
      postFaults(
        {
          content: { process: { stages } } as ItemContent,
          caseType: 'PROMISED',
          acceptingOrganId: 'hall',
          decidingOrganId,
        },
        { places, staffed: known },
      ).map(({ field, code }) => [field, code]);
    const at = 'content.process.stages.0.tasks.0';
    const namedTask = (organId: string, more: Partial<ProcessTask> = {}) =>
      stage('a', task('SITE_VISIT', { organ: 'NAMED', organId, ...more }));

    test('Who examines has a reviewer: the named organ, and each that takes part.', () => {
      expect(judged([namedTask('hall'), decision()])).toEqual([]);
      expect(judged([namedTask('tax'), decision()])).toEqual([[`${at}.organId`, 'no_reviewer']]);
      expect(judged([namedTask('hall', { participants: ['bureau', 'tax'] }), decision()])).toEqual([
        [`${at}.participants.1`, 'no_reviewer'],
      ]);
    });

    test('Who decides has a decider, or a head who decides; where the township decides it is the one of the place.', () => {
      expect(judged([decision()], 'justice')).toEqual([]);
      expect(judged([decision()], 'hall')).toEqual([['decidingOrganId', 'no_decider']]);
      expect(judged([stage('a', task('REVIEW')), decision(), stage('z', task('CERTIFICATION'))], 'tax')).toEqual([
        ['decidingOrganId', 'no_reviewer'],
        ['decidingOrganId', 'no_decider'],
      ]);
      expect(judged([stage('a', task('REVIEW')), decision()], null)).toEqual([]);
    });

    test('Of an organ that is none, and before anybody holds a post, nothing more is said.', () => {
      expect(judged([namedTask('nowhere'), decision()])).toEqual([]);
      expect(judged([namedTask('tax'), decision()], 'tax', new Map())).toEqual([]);
    });
  });

  test('ALL 43: the organ above that decides has a name in both languages and a law.', () => {
    const upwards = (organ: { zh: string; en: string }, law: string) =>
      faults({ stages: [decision()], reportUp: { organ, basis: { law, mark: 'sample' } } });
    expect(upwards(both('市局'), '样例条例')).toEqual([]);
    expect(upwards({ zh: '市局', en: ' ' }, '')).toEqual([
      ['process.reportUp.organ.en', 'required'],
      ['process.reportUp.basis.law', 'required'],
    ]);
  });

  test('A public notice, the certificate and handing out come after the decision without a fault.', () => {
    expect(
      faults({
        stages: [
          decision(),
          stage('notice', task('PUBLIC_NOTICE')),
          stage('make', task('CERTIFICATION'), task('DELIVERY')),
        ],
      }),
    ).toEqual([]);
  });
});

describe('Working days of a process', () => {
  test('Tasks side by side take as long as the longest, stages follow each other.', () => {
    expect(
      workingDaysOf({
        stages: [
          stage('a', task('REVIEW', days(3)), task('SITE_VISIT', days(5))),
          stage('b', task('JOINT_REVIEW', days(2))),
          decision(days(1)),
        ],
      }),
    ).toBe(8);
  });

  test('Before acceptance and after the decision nothing counts.', () => {
    expect(
      workingDaysOf({
        stages: [
          stage('in', task('INTAKE', days(1)), task('ACCEPTANCE', days(2))),
          decision(days(4)),
          stage('notice', task('PUBLIC_NOTICE', days(7))),
          stage('out', task('CERTIFICATION', days(3))),
        ],
      }),
    ).toBe(4);
  });

  test('ALL 45: hearings, expert panels and inspections stand outside the limit.', () => {
    const process: Process = {
      stages: [
        stage('a', task('EXPERT_PANEL', days(20)), task('REVIEW', days(2))),
        stage('b', task('HEARING', days(20))),
        stage('c', task('INSPECTION', days(15))),
        decision(),
      ],
    };
    expect(workingDaysOf(process)).toBe(2);
    expect(faults(process, promise(5))).toEqual([]);
  });

  test('Of unlike tasks side by side the longest counts.', () => {
    const both = stage('a', task('REVIEW', within(4, 'officeHours')), task('SITE_VISIT', within(3, 'calendarDays')));
    expect(workingDaysOf({ stages: [both, decision(within(7, 'officeHours'))] })).toBe(4);
  });
});

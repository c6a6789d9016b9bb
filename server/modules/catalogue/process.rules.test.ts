import { describe, expect, test } from 'vitest';
import type { Process, ProcessStage, ProcessTask } from '../../../contract/catalogue.ts';
import type { ItemContent } from '../../../contract/item-content.ts';
import { processFaults, processOf, workingDaysOf } from './process.rules.ts';

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
const promise = (amount: number, unit: 'workingDays' | 'calendarDays' = 'workingDays') => ({
  content: { promisedLimit: { amount, unit, basis: { guide: '办事指南' } } },
});
const decision = (more: Partial<ProcessTask> = {}) => stage('decision', task('DECISION', more));
const faults = (process: Process, within = promise(20)) =>
  processFaults(process, within).map(({ field, code }) => [field, code]);

describe('办理流程: the usual way (domain §3.1)', () => {
  const usual = (caseType: 'IMMEDIATE' | 'PROMISED') => processOf({ content: {} as ItemContent, caseType });

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

  test('R-1.5: stages that together take longer than the promise are refused, with both numbers.', () => {
    const process: Process = {
      stages: [stage('a', task('REVIEW', days(6))), stage('b', task('SITE_VISIT', days(5))), decision()],
    };
    expect(processFaults(process, promise(10))).toEqual([
      { field: 'process', code: 'longer_than_promised', facts: { days: 11, max: 10 } },
    ]);
    expect(faults(process, promise(11))).toEqual([]);
    expect(faults(process, promise(5, 'calendarDays'))).toEqual([]);
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

  test('Hours and calendar days are not added to working days.', () => {
    expect(
      workingDaysOf({
        stages: [stage('a', task('REVIEW', { limit: { amount: 4, unit: 'officeHours' } })), decision()],
      }),
    ).toBe(0);
  });
});

import { expect, test } from 'vitest';
import type { Process, ProcessTask } from '../../../contract/catalogue.ts';
import { proceduresAhead, processSentence } from './process-words.rules.ts';

const both = (zh: string) => ({ zh, en: zh });
const task = (kind: ProcessTask['kind'], zh: string, more: Partial<ProcessTask> = {}): ProcessTask => ({
  key: `task${zh.length}`,
  name: both(zh),
  kind,
  organ: 'DECIDING',
  post: both('岗'),
  ...more,
});
const processOf = (...stages: ProcessTask[][]): Process => ({
  stages: [...stages, [task('DECISION', '决定')]].map((tasks, at) => ({
    key: `stage${at}`,
    name: both('环节'),
    tasks,
  })),
});
const organOf = ({ organId }: ProcessTask) => organId ?? '市监局';

test('A single review says that two people examine and decide.', () => {
  expect(processSentence(processOf([task('REVIEW', '审查')]), organOf)).toBe(
    '由市监局审查，审查和决定由两个人分别作出',
  );
});

test('Parallel tasks are said to run at the same time, each with its organ.', () => {
  const process = processOf([task('SITE_VISIT', '现场核查'), task('REVIEW', '消防意见', { organId: '消防队' })]);
  expect(processSentence(process, organOf)).toBe(
    '市监局办理“现场核查”、消防队办理“消防意见”，同时进行。最后由市监局决定',
  );
});

test('Stages follow one another, and m of n is said.', () => {
  const process = processOf([task('REVIEW', '甲'), task('REVIEW', '乙甲')], [task('PUBLIC_NOTICE', '公示')]);
  const joined = { stages: process.stages.map((stage, at) => (at === 0 ? { ...stage, join: 1 } : stage)) };
  expect(processSentence(joined, organOf)).toBe(
    '第1步，市监局办理“甲”、市监局办理“乙甲”，同时进行，办完1项即进入下一步；第2步，市监局办理“公示”。最后由市监局决定',
  );
});

test('An immediate matter is decided by its organ.', () => {
  expect(processSentence(processOf(), organOf)).toBe('由市监局决定');
});

test('R-2.14, ALL 45: a procedure whose time stands still is announced with its time and its article.', () => {
  const panel = task('EXPERT_PANEL', '专家评审', {
    limit: { amount: 4, unit: 'workingDays' },
    pause: { ground: 'expertReview' },
  });
  const visit = task('SITE_VISIT', '踏勘', {
    pause: { ground: 'siteVisit', basis: { law: '某条例', article: '第五条', mark: 'sample' } },
  });
  expect(proceduresAhead(processOf([panel, visit, task('HEARING', '听证')]))).toEqual([
    { name: '专家评审', neededTime: '4个工作日', counted: false, basis: '《行政许可法》第四十五条' },
    { name: '踏勘', neededTime: null, counted: false, basis: '《某条例》第五条' },
  ]);
});

import { expect, test } from 'vitest';
import { reviewersOf, statementsOf } from './meeting-paper.rules.ts';

test('A record is read line by line: who speaks stands before the colon, else the chair does', () => {
  expect(statementsOf('主持人：现在开始。\n\n请核对笔录。\n李某: 要装隔音', '钱某')).toEqual([
    { speaker: '主持人', text: '现在开始。' },
    { speaker: '钱某', text: '请核对笔录。' },
    { speaker: '李某', text: '要装隔音' },
  ]);
});

test('ALL 48(3): an examiner is who reviewed or does so now, not who arranges the hearing', () => {
  const task = (kind: string, signedForBy: string | null, doneBy: string | null) => ({ kind, signedForBy, doneBy });
  const tasks = [
    task('REVIEW', 'a', 'a'),
    task('REVIEW', 'b', null),
    task('HEARING', 'c', null),
    task('DECISION', null, 'd'),
  ];
  const examiners = [
    { staffId: 'e', how: 'attended' },
    { staffId: 'f', how: 'chaired' },
  ];
  const given = { tasks, examiners } as unknown as Parameters<typeof reviewersOf>[0];
  expect(reviewersOf(given)).toEqual(['a', 'b', 'e']);
});

import { expect, test } from 'vitest';
import type { Case } from '../cases/index.ts';
import { subjectsOf } from './case-days.rules.ts';

test('R-2.14: a procedure stops the case and the tasks in which somebody still has something to do', () => {
  const tasks = ['waiting', 'open', 'signedFor', 'returned', 'done', 'cancelled'].map((state) => ({
    id: state,
    state,
  }));
  expect(subjectsOf({ id: 'case', tasks } as unknown as Case).map(({ id }) => id)).toEqual([
    'case',
    'open',
    'signedFor',
    'returned',
  ]);
});

import { expect, test } from 'vitest';
import { checkDraftShape } from './check-draft-shape.ts';
import { emptyContent } from './content.rules.ts';

const content = emptyContent({ profile: 'LICENSE', caseType: 'PROMISED', level: 'DISTRICT', code: '' });
const blank = { law: '', mark: 'checked' as const };

test('What is only unfinished may be saved.', () => {
  const { broken, unfinished } = checkDraftShape({ ...content, bases: Array.from({ length: 12 }, () => blank) });
  expect(broken).toEqual([]);
  expect(unfinished.length).toBeGreaterThan(0);
});

test('However much is unfinished, what no rule could read is found.', () => {
  const bases = Array.from({ length: 12 }, () => blank);
  for (const [field, value] of [
    ['online', 'maybe'],
    ['decisionAnswers', 5],
  ] as const)
    expect(checkDraftShape({ ...content, bases, [field]: value }).broken).toEqual([
      expect.objectContaining({ field: `content.${field}` }),
    ]);
});

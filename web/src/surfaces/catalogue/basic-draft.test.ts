import { expect, test } from 'vitest';
import { blankBasis, blankDraft, blankHandling, blankText, changedAt, sentOf, withoutAt } from './basic-draft.ts';

const text = (zh: string) => ({ zh, en: '' });

test('rows that were added and left empty are not sent', () => {
  const { content } = sentOf({
    ...blankDraft,
    code: ' 430123002000 ',
    content: {
      ...blankDraft.content,
      bases: [blankBasis, { law: ' 行政许可法 ', article: ' ', mark: 'checked' }],
      handlings: [{ ...blankHandling, handling: blankText, conditions: [blankText, text('年满18岁')] }],
      responsibilities: [
        { stage: text('受理'), duty: blankText },
        { stage: text('审查'), duty: text('核对'), basis: blankBasis },
      ],
    },
  });
  expect(content.bases).toEqual([{ law: '行政许可法', mark: 'checked' }]);
  expect(content.handlings).toEqual([{ ...blankHandling, conditions: [text('年满18岁')] }]);
  expect(content.responsibilities).toEqual([{ stage: text('审查'), duty: text('核对') }]);
});

test('what nobody applies for is sent without a handling item, and keeps it while one types', () => {
  const draft = { ...blankDraft, type: 'PENALTY' as const };
  expect(sentOf(draft).content.handlings).toEqual([]);
  expect(draft.content.handlings).toHaveLength(1);
});

test('one row is changed or taken out and the others stay', () => {
  expect(changedAt([{ a: 1 }, { a: 2 }], 1, { a: 3 })).toEqual([{ a: 1 }, { a: 3 }]);
  expect(withoutAt(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
});

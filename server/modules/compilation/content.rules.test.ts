import { expect, test } from 'vitest';
import { demoItems } from '../../demo/items.ts';
import { blankFaults, emptyContent, itemTypeOf, stillMissing, withoutRepeats } from './content.rules.ts';

const kind = { profile: 'LICENSE', caseType: 'PROMISED', level: 'DISTRICT', code: '' } as const;

test('The type of a new item is what its code says, else what is usual for its procedure.', () => {
  expect(itemTypeOf('LICENSE', '')).toBe('LICENSE');
  expect(itemTypeOf('FILING', '')).toBe('OTHER_POWER');
  expect(itemTypeOf('LICENSE', '114313020000000000400070100000A')).toBe('CONFIRMATION');
  // A penalty is nothing that anybody applies for.
  expect(itemTypeOf('LICENSE', '114313020000000000400020100000A')).toBe('LICENSE');
});

test('An empty content says what it lacks; a published one lacks nothing.', () => {
  const fields = blankFaults(emptyContent(kind)).map(({ field }) => field);
  expect(fields).toEqual(
    expect.arrayContaining(['content.name.zh', 'content.name.en', 'content.promisedLimit.basis.guide']),
  );
  expect(fields).not.toContain('content.fee.note.zh');
  for (const { key, content } of demoItems) expect(blankFaults(content), key).toEqual([]);
});

test('A blank text within a list is told by its place.', () => {
  const content = { ...emptyContent(kind), conditions: [{ zh: '满十八岁', en: ' ' }] };
  expect(blankFaults(content)).toContainEqual({ field: 'content.conditions.0.en', code: 'required' });
});

test('The same fault of the same place is told once.', () => {
  const fault = { field: 'code', code: 'required' };
  expect(withoutRepeats([fault, { ...fault }, { ...fault, code: 'format' }])).toHaveLength(2);
});

test('What an import could not know is missing until somebody changes it or says that it is right.', () => {
  const before = emptyContent(kind);
  const after = { ...before, visits: 1 };
  expect(stillMissing(['visits', 'materials'], before, before)).toEqual(['visits', 'materials']);
  expect(stillMissing(['visits', 'materials'], before, after)).toEqual(['materials']);
  expect(stillMissing(['visits', 'materials'], before, after, ['visits'])).toEqual([]);
  expect(stillMissing(['visits'], before, before, ['visits', 'fee'])).toEqual(['visits']);
});

import { expect, test } from 'vitest';
import { entriesOf, faultCounts, inOrder, isAt, sectionOf, sections, wordsOf } from './sections.ts';

test.each([
  ['content.materials.2.basis.law', 'materials'],
  ['content.elements.visitReason', 'service'],
  ['content.elements.specialProcedures.0.name', 'process'],
  ['content.elements.itemType', 'basics'],
  ['content.limitMarks.statutory', 'limits'],
  ['content.result.certificate.rows.1.value', 'result'],
  ['content.form.4.when.0.field', 'form'],
  ['content.retention.class', 'result'],
  ['content.aliases', 'questions'],
  ['code', 'basics'],
  ['level', 'basics'],
] as const)('%s stands under %s', (field, section) => {
  expect(sectionOf(field)).toBe(section);
  expect(sections).toContain(section);
});

test('faults come part by part, Chinese before English', () => {
  const fields = ['content.fee.fen', 'content.materials.0.name.en', 'content.materials.0.name.zh', 'code'];
  expect(inOrder(fields.map((field) => ({ field, code: 'required' }))).map(({ field }) => field)).toEqual([
    'code',
    'content.materials.0.name.zh',
    'content.materials.0.name.en',
    'content.fee.fen',
  ]);
});

test('faults are counted by their part', () => {
  const counts = faultCounts([
    { field: 'content.fee.basis', code: 'fee_without_basis' },
    { field: 'content.fee.fen', code: 'too_small' },
    { field: 'code', code: 'code_length' },
  ]);
  expect([...counts]).toEqual([
    ['fee', 2],
    ['basics', 1],
  ]);
});

test('the entries on the way to a field are named with their place', () => {
  expect(entriesOf('content.result.certificate.rows.1.value')).toEqual([{ list: 'rows', at: 1 }]);
  expect(entriesOf('content.materials.2.when.0.is')).toEqual([
    { list: 'materials', at: 2 },
    { list: 'when', at: 0 },
  ]);
});

test('an element has its own word, or that of its last parts; a language is no element', () => {
  expect(wordsOf('content.materials.2.basis.law')).toEqual(['materialsBasisLaw', 'basisLaw', 'law']);
  expect(wordsOf('content.name.en')).toEqual(['name']);
});

test('a fault of one language stands at its text', () => {
  expect(isAt({ field: 'content.name.en', code: 'required' }, 'content.name')).toBe(true);
  expect(isAt({ field: 'content.name', code: 'required' }, 'content.names')).toBe(false);
});

import { expect, test } from 'vitest';
import { beyondGuide } from './beyond-guide.rules.ts';

test('what was demanded beyond the guide is named at its field and counted under its subject', () => {
  const refusal = beyondGuide('case-1', ['proof', 'photo']);
  expect(refusal).toMatchObject({ code: 'material_unknown', counted: { subjectId: 'case-1', detail: 'proof photo' } });
  expect(refusal.fields.map(({ field }) => field)).toEqual(['proof', 'photo']);
});

test('however much was demanded, a line of it is kept', () => {
  expect(beyondGuide('case-1', ['x'.repeat(500)]).counted?.detail).toHaveLength(200);
});

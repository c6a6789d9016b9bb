import { expect, test } from 'vitest';
import type { FormField } from './form.ts';
import { situationIn, situationSearch } from './situation-address.ts';

const plain = { label: { zh: '', en: '' }, required: true, privacy: 'plain' } as const;
const form: FormField[] = [
  {
    ...plain,
    key: 'kind',
    kind: 'choice',
    situation: true,
    options: [
      { value: 'firm', label: { zh: '', en: '' } },
      { value: 'a&b=c', label: { zh: '', en: '' } },
    ],
  },
  { ...plain, key: 'branch', kind: 'yesNo', situation: true },
  { ...plain, key: 'phone', kind: 'phone' },
];

test('an address carries a situation there and back', () => {
  const answers = { kind: 'a&b=c', branch: 'no' };
  expect(situationIn(form, situationSearch(answers))).toEqual(answers);
});

test('what is no question of the tree, or no answer to it, is left out', () => {
  expect(situationIn(form, 's.kind=other&s.branch=maybe&s.phone=13000000000&s.x=y&kind=firm')).toEqual({});
});

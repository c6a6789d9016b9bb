import { expect, test } from 'vitest';
import { limitUnits } from '../../../contract/deadlines.ts';
import { bodyNatures, caseTypes, itemTypes, levels, powerSources, serviceObjects } from '../../../contract/words.ts';
import { officialWords } from './official-word.rules.ts';

test.each([
  ['caseType', caseTypes],
  ['level', levels],
  ['itemType', itemTypes],
  ['powerSource', powerSources],
  ['bodyNature', bodyNatures],
  ['serviceObjects', serviceObjects],
  ['limitUnit', limitUnits],
] as const)('Every word of %s is said in Chinese, and each in another way.', (list, words) => {
  const said = officialWords[list] as Readonly<Record<string, string>>;
  expect(Object.keys(said).toSorted()).toEqual([...words].toSorted());
  expect(new Set(Object.values(said)).size).toBe(words.length);
});

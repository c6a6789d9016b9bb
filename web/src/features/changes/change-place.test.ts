import { expect, test } from 'vitest';
import { isEnglishAlone, partsOfPath } from './change-place.ts';

test('Keys of entries are no parts of a path.', () => {
  const isPart = (name: string) => ['itemType', 'name'].includes(name);
  expect(partsOfPath('elements.itemType', isPart)).toEqual(['itemType']);
  expect(partsOfPath('materials.idCard.name', isPart)).toEqual(['name']);
  expect(partsOfPath('name', isPart)).toEqual([]);
});

test('A text whose English alone was changed is told from one that says something else.', () => {
  const content = (en: string, zh = '证') => ({
    name: { zh: '名', en },
    materials: [{ key: 'card', name: { zh, en } }],
  });
  expect(isEnglishAlone('name', content('a'), content('b'))).toBe(true);
  expect(isEnglishAlone('materials.card.name', content('a'), content('b'))).toBe(true);
  expect(isEnglishAlone('materials.card.name', content('a'), content('b', '照'))).toBe(false);
  expect(isEnglishAlone('materials.gone.name', content('a'), content('b'))).toBe(false);
});

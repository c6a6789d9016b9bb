import { expect, test } from 'vitest';
import { demoItems } from '../../demo/items.ts';
import { createSearchIndex } from './search-index.data.ts';
import { searchQuestions } from './search-questions.data.ts';

const index = createSearchIndex();
await index.keep(
  demoItems.map(({ key, code, content: { name, brief, aliases, guideOnly } }) => ({
    itemId: key,
    key: '',
    code,
    name,
    brief,
    aliases,
    guideOnly: guideOnly !== undefined,
  })),
);

test('Every question has an item that answers it, and every second one is held out.', () => {
  const keys = new Set(demoItems.map(({ key }) => key));
  expect(searchQuestions.filter(({ item }) => !keys.has(item))).toEqual([]);
  expect(searchQuestions).toHaveLength(60);
  expect(searchQuestions.filter(({ heldOut }) => heldOut)).toHaveLength(30);
});

/** One question under what was measured; docs/search.md says when and how. */
test.each([
  { half: 'tuned', isHeldOut: false, first: 29, inThree: 29 },
  { half: 'held-out', isHeldOut: true, first: 25, inThree: 27 },
])('Of the $half questions at least $first find their item first and $inThree among the first three.', (floor) => {
  const places = searchQuestions
    .filter(({ heldOut }) => heldOut === floor.isHeldOut)
    .map(({ question, item }) => index.find(question).findIndex(({ itemId }) => itemId === item));
  expect(places.filter((place) => place === 0).length).toBeGreaterThanOrEqual(floor.first);
  expect(places.filter((place) => place >= 0 && place < 3).length).toBeGreaterThanOrEqual(floor.inThree);
});

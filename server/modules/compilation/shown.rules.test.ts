import { expect, test } from 'vitest';
import { demoItems } from '../../demo/items.ts';
import { processOf } from '../catalogue/index.ts';
import { changesOf } from './change.rules.ts';
import { shownOf } from './shown.rules.ts';

const item = demoItems.find(({ content }) => content.process === undefined);
if (item === undefined) throw new Error('The demo has an item that goes the usual way.');
const version = { ...item, acceptingOrganId: 'a', decidingOrganId: 'a' };

test('Who says the usual way himself changes nothing.', () => {
  const said = { ...version, content: { ...version.content, process: processOf(version) } };
  expect(changesOf(shownOf(version), shownOf(said))).toEqual([]);
});

test('Another deciding organ is a change, told by the names.', () => {
  const names: Record<string, string> = { a: '区卫生健康局', b: '区民政局' };
  const nameOf = (id: string | null) => (id === null ? null : (names[id] ?? id));
  expect(changesOf(shownOf(version, nameOf), shownOf({ ...version, decidingOrganId: 'b' }, nameOf))).toEqual([
    { element: 'decidingOrgan', path: 'decidingOrgan', kind: 'changed', before: '区卫生健康局', after: '区民政局' },
  ]);
});

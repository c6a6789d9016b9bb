import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { ItemContent } from '../catalogue/index.ts';
import { draftOf, organMeant } from './import.rules.ts';

const organs = [
  '娄星区民政局（演示）',
  '娄星区人力资源和社会保障局（演示）',
  '娄星区卫生健康局（演示）',
  '娄星区公安分局（演示）',
].map((zh, at) => ({ id: String(at), name: { zh, en: '' } }));

test.each([
  ['区民政局', '0'],
  ['娄星区民政局', '0'],
  ['人社局', '1'],
  ['区人力资源社会保障局', '1'],
  ['卫健局', '2'],
  ['公安局', '3'],
  ['区经信局', null],
  ['局', null],
  ['', null],
])('%s means organ %s', (text, id) => {
  expect(organMeant(text, organs, '娄星区')).toBe(id);
});

test('A name that fits two organs means none.', () => {
  const two = [...organs, { id: '9', name: { zh: '娄星区民族政策局', en: '' } }];
  expect(organMeant('民局', two, '娄星区')).toBeNull();
});

test('A row that says little becomes a draft with everything else marked as missing.', () => {
  const draft = draftOf({ name: '公证业务预约办理', type: 'PUBLIC_SERVICE' });
  expect(draft).toMatchObject({ profile: 'PUBLIC_SERVICE', caseType: 'PROMISED', level: 'DISTRICT', code: '' });
  expect(draft.content.name.zh).toBe('公证业务预约办理');
  expect(draft.missing).toEqual(expect.arrayContaining(['form', 'materials', 'promisedLimit', 'bases']));
});

test('What a row says is not missing, and stands in the draft.', () => {
  const draft = draftOf({
    name: '甲',
    type: 'LICENSE',
    code: 'X',
    materials: ['身份证', '照片'],
    promisedAmount: 5,
    statutoryAmount: 20,
    basis: ['某法'],
  });
  expect(draft.profile).toBe('LICENSE');
  expect(draft.content.materials.map(({ key, name }) => [key, name.zh])).toEqual([
    ['material1', '身份证'],
    ['material2', '照片'],
  ]);
  expect(draft.content.promisedLimit).toMatchObject({ amount: 5, unit: 'workingDays' });
  for (const element of ['materials', 'promisedLimit', 'statutoryLimit', 'bases'])
    expect(draft.missing).not.toContain(element);
});

test('The content has every part that a version has; only empty texts and lists are wrong with it.', () => {
  const { content } = draftOf({ name: '甲', materials: ['身份证'] });
  const faults = [...Value.Errors(ItemContent, content)].map(({ keyword }) => keyword);
  expect(faults.filter((keyword) => keyword !== 'minItems' && keyword !== 'minLength')).toEqual([]);
});

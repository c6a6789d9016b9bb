import { expect, test } from 'vitest';
import { englishName, findDivisions } from './division.data.ts';

test.each([
  ['花溪村', 'Huaxi Village'],
  ['乐坪街道', 'Leping Subdistrict'],
  ['双江乡', 'Shuangjiang Township'],
  ['水洞底镇', 'Shuidongdi Town'],
  ['月塘社区', 'Yuetang Community'],
  ['娄星区', 'Louxing District'],
  ['济源市', 'Jiyuan City'],
  ['西安市', 'Xi’an City'],
  ['女埠村', 'Nübu Village'],
  ['同心村（大）', 'Tongxin Village (Da)'],
  ['镇', 'Zhen'],
])('%s reads %s in English.', (zh, en) => {
  expect(englishName(zh)).toBe(en);
});

test('A county that nobody has is empty.', async () => {
  expect(await findDivisions('999999')).toEqual([]);
});

test('A place is not called by its committee, nor by its county once more.', async () => {
  const jiyuan = await findDivisions('419001');
  const names = new Map(jiyuan.map(({ code, name }) => [code, name.zh]));
  expect(names.get('419001000000')).toBe('济源市');
  expect(names.get('419001001000')).toBe('沁园街道');
  expect(names.get('419001002002')).toBe('西街社区');
  expect(names.get('419001003015')).toBe('新漭园社区');
  expect(names.get('419001103201')).toBe('承留村');
});

test('What tells two villages of one name apart stays.', async () => {
  const hanbin = await findDivisions('610902');
  expect(hanbin.map(({ name }) => name)).toContainEqual({ zh: '陈家营村（大）', en: 'Chenjiaying Village (Da)' });
});

import { expect, test } from 'vitest';
import { areaOfValidity } from './grant.rules.ts';

test.for([
  ['公共场所卫生管理条例', 'nation'],
  ['中华人民共和国食品安全法', 'nation'],
  ['中华人民共和国城市房地产管理法', 'nation'],
  ['城市市容和环境卫生管理条例', 'nation'],
  ['湖南省实施〈中华人民共和国残疾人保障法〉办法', 'local'],
  ['《娄底市城市管理条例》', 'local'],
  ['湘西土家族苗族自治州城镇管理条例', 'local'],
] as const)('ALL 41: a licence that %s set holds: %s', ([law, area]) => {
  expect(areaOfValidity([{ law }, { law: '中华人民共和国行政许可法' }])).toBe(area);
});

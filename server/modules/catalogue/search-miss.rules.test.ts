import { expect, test } from 'vitest';
import { wordsToKeep } from './search-miss.rules.ts';

/** What the catalogue of this test uses in its own texts. */
const known = new Set(['高龄', '津贴', '许可', '康复', 'senior']);
const keep = (question: string) => wordsToKeep(question, (word) => known.has(word));

test.each([
  ['丢了 431302194912120017', '丢'],
  ['护照丢了怎么办', '护照丢'],
  ['社保卡丢了', '社保卡丢'],
  ['我要修水管', '修水管'],
  ['电饭锅坏了，找谁修', '电饭锅坏 修'],
  ['黄奶奶的低保', '奶奶 低保'],
  ['高龄补贴', '高龄补贴'],
  ['SENIOR pass', 'senior'],
])('Of “%s” the everyday words stay: “%s”.', (question, words) => {
  expect(keep(question)).toBe(words);
});

test.each([
  ['我叫张三丰要办护照', ['张', '三', '丰']],
  ['王建国的护照', ['王', '建国']],
  ['李桂花要修水管', ['李', '桂花']],
  ['欧阳娜娜的护照', ['欧阳', '娜']],
  ['张伟的护照', ['张伟', '伟', '张']],
  ['蔺建国护照', ['蔺', '建国']],
  ['陈水生的低保', ['陈', '水生']],
  ['我爸刘大毛死了', ['刘', '大毛']],
  ['小明户口', ['小明']],
  ['zhangsan huzhao', ['zhangsan', 'zhang']],
  ['lisi@example.com 护照', ['lisi', 'example', 'com', 'example.com']],
  ['电话13800001234护照', ['13800001234']],
  ['一三八零零零零一二三四护照', ['三八', '一二', '零']],
  ['４３１３０２１９４９１２１２００１７护照', ['431302194912120017']],
  ['花溪村3组12号修水管', ['3', '12', '3组', '12号']],
])('Of “%s” nothing personal stays.', (question, personal) => {
  for (const each of personal) expect(keep(question)).not.toContain(each);
  expect(keep(question)).not.toMatch(/\d/);
});

test('A question of which nothing may be kept leaves nothing.', () => {
  expect(keep('张三')).toBe('');
  expect(keep('zhang san')).toBe('');
  expect(keep('13800001234')).toBe('');
});

test('A story leaves six words at most, in their order and each once.', () => {
  const words = keep('护照、护照、水管、冰箱、电视、汽车、手机、电脑、自行车').split(' ');
  expect(words.length).toBeLessThanOrEqual(6);
  expect(new Set(words).size).toBe(words.length);
});

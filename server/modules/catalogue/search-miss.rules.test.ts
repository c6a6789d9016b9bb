import { expect, test } from 'vitest';
import { wordsToKeep } from './search-miss.rules.ts';

/** What the catalogue of this test uses in its own texts. */
const known = new Set(['高龄', '津贴', '许可', '康复', 'senior']);
const keep = (question: string) => wordsToKeep(question, (word) => known.has(word));

test.each([
  ['丢了 431302194912120017', '丢'],
  ['护照丢了怎么办', '护照'],
  ['我要修水管', '水管'],
  ['高龄补贴', '高龄 补贴'],
])('Of “%s” only everyday words stay.', (question, words) => {
  expect(keep(question).split(' ')).toEqual(expect.arrayContaining(words.split(' ').filter((word) => word.length > 1)));
});

test.each([
  ['我叫张三丰要办护照', ['张', '三丰', '张三丰', '三', '丰']],
  ['王建国的护照', ['王', '建国', '王建国']],
  ['李桂花要修水管', ['李', '桂花', '李桂花']],
  ['欧阳娜娜的护照', ['欧阳', '娜娜', '欧阳娜娜']],
  ['张伟的护照', ['张伟', '伟', '张']],
  ['小明户口', ['小明']],
  ['zhangsan huzhao', ['zhangsan', 'zhang']],
  ['lisi@example.com 护照', ['lisi', 'example', 'com', 'example.com']],
  ['电话13800001234护照', ['13800001234']],
  ['一三八零零零零一二三四护照', ['一三八零零零零一二三四', '一三八', '一二三四', '三四', '一二']],
  ['４３１３０２１９４９１２１２００１７护照', ['431302194912120017']],
  ['花溪村3组12号修水管', ['3', '12', '3组', '12号']],
])('Of “%s” nothing personal stays.', (question, personal) => {
  const words = keep(question).split(' ');
  for (const each of personal) expect(words).not.toContain(each);
  expect(keep(question)).not.toMatch(/\d/);
});

test('A question of which nothing may be kept leaves nothing.', () => {
  expect(keep('张三')).toBe('');
  expect(keep('zhang san')).toBe('');
  expect(keep('13800001234')).toBe('');
});

test('A story leaves six words at most, in their order and each once.', () => {
  const words = keep('护照护照水管冰箱电视汽车手机电脑自行车').split(' ');
  expect(words.length).toBeLessThanOrEqual(6);
  expect(new Set(words).size).toBe(words.length);
});

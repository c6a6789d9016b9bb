import { expect, test } from 'vitest';
import { createSearchIndex, type SearchEntry } from './search-index.data.ts';

function entry(
  itemId: string,
  zh: string,
  en: string,
  aliases: string[],
  more: Partial<SearchEntry> = {},
): SearchEntry {
  const brief = { zh: `带身份证到窗口办，当场办好。`, en: 'Bring your card.' };
  return {
    itemId,
    key: aliases.join(),
    code: `code-${itemId}`,
    name: { zh, en },
    brief,
    aliases,
    guideOnly: false,
    ...more,
  };
}

const entries = [
  entry('seniorCard', '老年人优待证', 'Senior citizen card', ['老年证', '老人坐车不要钱', '坐公交']),
  entry('disabilityCard', '残疾人证新办', 'Disability card', ['残疾证', '残疾', '残疾证丢了']),
  entry('medical', '城乡居民医保参保登记', 'Medical insurance enrolment', ['医保', '交医保']),
  entry('food', '食品经营许可', 'Food licence', ['开饭店', '饭店'], { guideOnly: true }),
  entry('hygiene', '公共场所卫生许可', 'Public hygiene licence', ['开旅馆', '开店']),
  entry('company', '企业设立登记', 'Company registration', ['注册公司', '开公司', '开店']),
  entry('shopGuide', '开店指引', 'Shop guide', ['开店'], { guideOnly: true }),
];
const index = createSearchIndex();
await index.keep(entries);
const first = (question: string) => index.find(question)[0]?.itemId;

test.each([
  ['老人坐车不要钱', 'seniorCard'],
  ['我想办个残疾证', 'disabilityCard'],
  ['开饭店要什么手续', 'food'],
  ['注册公司', 'company'],
])('“%s” is found by its everyday words.', (question, item) => {
  expect(first(question)).toBe(item);
});

test.each([
  ['医宝', 'medical'],
  ['残急证', 'disabilityCard'],
  ['残疾正', 'disabilityCard'],
  ['老连证', 'seniorCard'],
  ['注测公司', 'company'],
])('“%s” is spelt wrongly and sounds right.', (question, item) => {
  expect(first(question)).toBe(item);
});

test.each([
  ['laonianzheng', 'seniorCard'],
  ['lao nian zheng', 'seniorCard'],
  ['lnryd', 'seniorCard'],
  ['canjizhen', 'disabilityCard'],
  ['canjizhemg', 'disabilityCard'],
  ['kai fan dian', 'food'],
  ['zhuce gongsi', 'company'],
  ['yb', 'medical'],
])('“%s” is pinyin, whole, in initials or with a wrong letter.', (question, item) => {
  expect(first(question)).toBe(item);
});

test.each([
  ['disability card', 'disabilityCard'],
  ['DISABILTY', 'disabilityCard'],
  ['companies', 'company'],
])('“%s” is found in English, misspelt or not.', (question, item) => {
  expect(first(question)).toBe(item);
});

test.each(['修水管', '怎么办', '???', 'passport', '窗口'])(
  '“%s” finds nothing rather than something else.',
  (question) => {
    expect(index.find(question)).toEqual([]);
  },
);

test('Parts of words may mean it, and it says that it is not sure.', () => {
  expect(index.find('身份证丢了').map(({ sure }) => sure)).not.toContain(true);
  expect(index.find('残疾证丢了')[0]).toMatchObject({ itemId: 'disabilityCard', sure: true });
  expect(index.find('医宝')[0]).toMatchObject({ itemId: 'medical', sure: true });
});

test('What cannot be applied for here comes after what answers as well and can.', () => {
  const found = index.find('开店').map(({ itemId }) => itemId);
  expect(found.slice(0, 2).toSorted()).toEqual(['company', 'hygiene']);
  expect(found[2]).toBe('shopGuide');
});

test('Each answer says because of which words, also when they were only heard.', () => {
  expect(index.find('老人坐车不要钱怎么办')[0]?.because).toEqual(['老人坐车不要钱']);
  expect(index.find('残急证')[0]?.because).toEqual(['残急证']);
});

test('An item is found by its code.', () => {
  expect(index.find('CODE-food')).toEqual([{ itemId: 'food', because: ['code-food'], sure: true }]);
});

test('While typing, names that begin so come first, then names called so, then what sounds so.', () => {
  expect(index.suggest('老')[0]).toEqual({
    itemId: 'seniorCard',
    name: { zh: '老年人优待证', en: 'Senior citizen card' },
  });
  expect(index.suggest('饭店')[0]).toMatchObject({ itemId: 'food', alias: '饭店' });
  expect(index.suggest('canj')[0]).toMatchObject({ itemId: 'disabilityCard' });
  expect(index.suggest('seni')[0]).toMatchObject({ itemId: 'seniorCard' });
  expect(index.suggest('开店').map(({ itemId }) => itemId)).toEqual(['shopGuide', 'company', 'hygiene']);
  expect(index.suggest(' ')).toEqual([]);
});

test('What is kept anew is read anew, and what went is found no more.', async () => {
  const changing = createSearchIndex();
  await changing.keep(entries);
  expect(changing.find('狗证')).toEqual([]);
  await changing.keep([
    ...entries.filter(({ itemId }) => itemId !== 'company'),
    entry('dog', '犬只登记', 'Dog registration', ['狗证']),
  ]);
  expect(changing.find('狗证')[0]?.itemId).toBe('dog');
  expect(changing.find('注册公司')).toEqual([]);
  await changing.keep([entry('dog', '犬只登记', 'Dog registration', ['养狗'])]);
  expect(changing.find('狗证').map(({ itemId }) => itemId)).toEqual([]);
  expect(changing.find('养狗')[0]?.itemId).toBe('dog');
});

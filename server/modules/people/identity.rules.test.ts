import { expect, test } from 'vitest';
import { readIdentity, readPhone, sameName, tidyNumber } from './identity.rules.ts';

const today = Temporal.PlainDate.from('2026-03-02');

test('name and number are kept as the card has them', () => {
  expect(readIdentity({ name: ' 样例·李  奶奶 ', residentNumber: ' 431302190001010017 ' }, today)).toEqual({
    name: '样例·李 奶奶',
    residentNumber: '431302190001010017',
  });
});

test('GB 11643: a wrong check digit is refused at the field', () => {
  expect(() => readIdentity({ name: '样例', residentNumber: '431302190001010018' }, today)).toThrow(
    expect.objectContaining({ code: 'invalid_input', fields: [{ field: 'residentNumber', code: 'id_checkDigit' }] }),
  );
});

test('a number is compared with full-width digits, a small or full-width x and gaps', () => {
  expect(tidyNumber(' ４３１３０２ 19000101 002ｘ ')).toBe('43130219000101002X');
  expect(tidyNumber('43130219000101002x')).toBe('43130219000101002X');
});

test('a phone is read with full-width digits and gaps, and refused when it is none', () => {
  expect(readPhone('１３０ 0000-0001')).toBe('13000000001');
  expect(() => readPhone('12345')).toThrow(expect.objectContaining({ code: 'invalid_input' }));
});

test.each([
  ['样例·李某', '样例•李 某', true],
  ['阿依古丽·买买提', '阿依古丽．买买提', true],
  ['Ann Lee', 'ＡＮＮ ＬＥＥ', true],
  ['样例·李某', '样例·李某某', false],
  ['𬭚𪩘', '𬭚𪩘', true],
])('%s and %s: one name is %s', (one, other, same) => {
  expect(sameName(one, other)).toBe(same);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  birthDayOf,
  checkMobile,
  checkPhone,
  checkResidentId,
  checkUscc,
  maskHolder,
  maskName,
  maskPhone,
  maskResidentId,
} from './identifiers.ts';

const today = '2026-03-02';

describe('a resident identity number (GB 11643)', () => {
  test.each([
    ['of a man', '431302190001010017'],
    ['of a woman', '360803190008080063'],
    ['with X as check character', '43130219000101005X'],
    ['with X as check character', '36080319000615003X'],
    ['of a Hong Kong resident', residentId('810000', '19000101', '001')],
    ['of a Macao resident', residentId('820000', '19000101', '001')],
    ['of a Taiwan resident', residentId('830000', '19000101', '001')],
    ['of a foreigner with permanent residence', residentId('943840', '19000101', '001')],
    ['of a county that no longer exists', residentId('432501', '19000101', '001')],
    ['of a child born today', residentId('431302', '20260302', '001')],
    ['of a leap day', residentId('431302', '20000229', '001')],
  ])('%s is accepted: %s', (_, text) => {
    expect(checkResidentId(text, today)).toEqual({ ok: true });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['４31302190001010017', 'fullWidth'],
    ['43130219000101005Ｘ', 'fullWidth'],
    [' 431302190001010017', 'spaces'],
    ['431302 19000101 0017', 'spaces'],
    ['431302190001010017\u3000', 'spaces'],
    ['\u200b431302190001010017', 'spaces'],
    ['431302-19000101-0017', 'characters'],
    ['4313021900010100l7', 'characters'],
    ['X31302190001010017', 'characters'],
    ['४31302190001010017', 'characters'],
    ['43130219000101001', 'length'],
    ['4313021900010100177', 'length'],
    ['431302000101001', 'oldNumber'],
    ['43130219000101005x', 'lowerCaseX'],
    ['001302190001010017', 'region'],
    ['991302190001010017', 'region'],
    ['431302190002290017', 'impossibleDate'],
    ['431302190013010017', 'impossibleDate'],
    ['431302190000010017', 'impossibleDate'],
    ['431302190004310017', 'impossibleDate'],
    ['431302190001000017', 'impossibleDate'],
    [residentId('431302', '20260303', '001'), 'futureBirth'],
    [residentId('431302', '18991231', '001'), 'tooOld'],
    ['431302190001010018', 'checkDigit'],
    ['43130219000101001X', 'checkDigit'],
  ])('%j is refused as %s', (text, reason) => {
    expect(checkResidentId(text, today)).toEqual({ ok: false, reason });
  });

  test('without a day given, a birth is judged by the day in Beijing', () => {
    expect(checkResidentId('431302190001010017')).toEqual({ ok: true });
    expect(checkResidentId(residentId('431302', '21991231', '001'))).toEqual({ ok: false, reason: 'futureBirth' });
  });

  const numbers = fc
    .tuple(
      fc.constantFrom('431302', '360803', '419001', '610902', '810000', '943156'),
      fc.tuple(fc.integer({ min: 1900, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
      fc.nat(999),
    )
    .map(([region, birth, sequence]) =>
      residentId(
        region,
        birth.map((part) => String(part).padStart(2, '0')).join(''),
        String(sequence).padStart(3, '0'),
      ),
    );

  test('every well made number is accepted and states its day of birth', () => {
    fc.assert(
      fc.property(numbers, (text) => {
        expect(checkResidentId(text, today)).toEqual({ ok: true });
        expect(birthDayOf(text).replaceAll('-', '')).toBe(text.slice(6, 14));
      }),
    );
  });

  test('one wrong digit anywhere is always found', () => {
    fc.assert(
      fc.property(numbers, fc.nat(17), fc.integer({ min: 1, max: 9 }), (text, at, shift) => {
        fc.pre(text[at] !== 'X');
        const wrong = String((Number(text[at]) + shift) % 10);
        expect(checkResidentId(text.slice(0, at) + wrong + text.slice(at + 1), today).ok).toBe(false);
      }),
    );
  });

  test('no text at all makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof checkResidentId(text, today).ok === 'boolean'));
  });
});

describe('a unified social credit code (GB 32100)', () => {
  test.each([
    ['of an organ', '11431302000000000U'],
    ['of an enterprise', '91360803MA0000007X'],
    ['of a cooperative', '93431302MA00000151'],
    ['of a private non-enterprise unit', '52610902MJ000000XR'],
  ])('%s is accepted: %s', (_, text) => {
    expect(checkUscc(text)).toEqual({ ok: true });
  });

  test.each([
    ['', 'empty'],
    ['９1360803MA0000007X', 'fullWidth'],
    ['91360803MA0000007X ', 'spaces'],
    ['91360803-MA0000007', 'characters'],
    ['91360803ＭＡ0000007X', 'fullWidth'],
    ['91360803马A0000007', 'characters'],
    ['91360803MA000000X', 'length'],
    ['360803000000007', 'oldNumber'],
    ['91360803ma0000007X', 'lowerCase'],
    ['91360803MAO000007X', 'letterNotInAlphabet'],
    ['91360803MI0000007X', 'letterNotInAlphabet'],
    ['91360803MS0000007X', 'letterNotInAlphabet'],
    ['91360803MV0000007X', 'letterNotInAlphabet'],
    ['91360803MZ0000007X', 'letterNotInAlphabet'],
    ['01360803MA0000007X', 'registrationAuthority'],
    ['90360803MA0000007X', 'registrationAuthority'],
    ['9136080AMA0000007X', 'region'],
    ['91990803MA0000007X', 'region'],
    ['91360803MA0000017X', 'organisationCode'],
    ['91360803MA0000007Y', 'checkDigit'],
    ['91360804MA0000007X', 'checkDigit'],
  ])('%j is refused as %s', (text, reason) => {
    expect(checkUscc(text)).toEqual({ ok: false, reason });
  });

  test('one wrong character anywhere is always found', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const codes = fc.constantFrom(
      '11431302000000000U',
      '91360803MA0000007X',
      '93431302MA00000151',
      '52610902MJ000000XR',
    );
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...alphabet), (code, at, wrong) => {
        fc.pre(code[at] !== wrong);
        expect(checkUscc(code.slice(0, at) + wrong + code.slice(at + 1)).ok).toBe(false);
      }),
    );
  });
});

describe('a phone number', () => {
  test.each(['13000000000', '15500000000', '19900000000'])('%s is a mobile number and can be called back', (text) => {
    expect(checkMobile(text)).toEqual({ ok: true });
    expect(checkPhone(text)).toEqual({ ok: true });
  });

  test.each(['0738-8310000', '07388310000', '010-12345678-801'])('%s can be called back', (text) => {
    expect(checkPhone(text)).toEqual({ ok: true });
  });

  test.each([
    ['', 'empty'],
    ['１3000000000', 'fullWidth'],
    ['130 0000 0000', 'spaces'],
    ['+8613000000', 'characters'],
    ['0738-8310000', 'characters'],
    ['1300000000', 'length'],
    ['12000000000', 'prefix'],
  ])('%j is refused as mobile number: %s', (text, reason) => {
    expect(checkMobile(text)).toEqual({ ok: false, reason });
  });
});

test('lists show of a person only what tells two rows apart', () => {
  expect(maskResidentId('431302190001010017')).toBe('431***********0017');
  expect(maskPhone('13000000000')).toBe('130****0000');
  expect(maskPhone('12345')).toBe('*****');
});

test.each([
  ['张三丰', '张**'],
  ['李四', '李*'],
  ['李', '*'],
  ['', ''],
  ['𠮷田一郎', '𠮷**'],
  ['阿依古丽·买买提', '阿**'],
  ['张'.padEnd(4000, '三'), '张**'],
  ['Anna Maria', 'A**'],
  ['e\u0301va', 'e\u0301**'],
  ['👨‍👩‍👧家', '👨‍👩‍👧*'],
  [' 王五 ', '王*'],
  ['样例·张三丰', '样例·张**'],
  ['样例·李', '样例·*'],
])('of a person %j a list shows %j: the first character and at most two stars', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test('a firm’s name is public, a person’s is not', () => {
  expect(maskHolder({ name: '样例·张记理发店', kind: 'firm' })).toBe('样例·张记理发店');
  expect(maskHolder({ name: '张三丰', kind: 'person' })).toBe('张**');
});

test('no name at all makes masking throw, none shows more than its first character, and every other is a star', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const shown = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(maskName(name))];
      expect(shown.length).toBeLessThanOrEqual(3);
      expect(shown.slice(1).every(({ segment }) => segment === '*')).toBe(true);
    }),
  );
});

/** Builds a number with its check character, by the definition: all eighteen, weighted 2^(17-i), leave 1 modulo 11. */
function residentId(region: string, birth: string, sequence: string): string {
  const body = region + birth + sequence;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * 2 ** (17 - at), 0);
  const check = (((1 - sum) % 11) + 11) % 11;
  return body + (check === 10 ? 'X' : String(check));
}

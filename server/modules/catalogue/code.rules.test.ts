import { expect, test } from 'vitest';
import {
  basicCodeFaults,
  basicCodeOf,
  codeFaults,
  implementationCode,
  implementationCodeOf,
  townshipCodes,
} from './code.rules.ts';

/** Invented, with right check characters. */
const bureau = '11431302DEM000022N';
const basic = '430123002000';
const implementation = `${bureau}4${basic}`;

test('R-1.2: the code is the credit code of the body, the digit of the level and the basic code: 31 characters', () => {
  expect(implementationCode(bureau, 'DISTRICT', basic)).toBe('11431302DEM000022N4430123002000');
  expect(implementationCode(bureau, 'DISTRICT', basic)).toHaveLength(31);
  expect(basicCodeOf(implementation)).toBe(basic);
});

test.each([
  ['NATION', '1'],
  ['PROVINCE', '2'],
  ['CITY', '3'],
  ['DISTRICT', '4'],
  ['TOWNSHIP', '5'],
  ['VILLAGE', '6'],
] as const)('R-1.2: the level %s is the digit %s', (level, digit) => {
  const code = implementationCode(bureau, level, basic);
  expect(code[18]).toBe(digit);
  expect(codeFaults(code, { level })).toEqual([]);
});

test('R-1.3: two digits more name the 业务办理项: 33 characters', () => {
  const code = implementationCode(bureau, 'DISTRICT', basic, 1);
  expect(code).toBe(`${implementation}01`);
  expect(code).toHaveLength(33);
  expect(implementationCodeOf(code)).toBe(implementation);
  expect(implementationCodeOf(implementation)).toBe(implementation);
  expect(codeFaults(implementationCode(bureau, 'DISTRICT', basic, 27))).toEqual([]);
});

test.each([
  ['000111003000', []],
  ['511Z07001006', []],
  ['430123002000', []],
  ['', ['code_length']],
  ['43012300200', ['code_length']],
  ['4301230020000', ['code_length']],
  ['43012300200 ', ['code_characters']],
  ['43012300200a', ['code_characters']],
  ['４３0123002000', ['code_characters']],
] as const)('R-1.1: a basic code of twelve digits and capitals, “%s”', (code, faults) => {
  expect(basicCodeFaults(code)).toEqual(faults);
});

test('R-1.1: a code of the province says its two digits, one of the nation 00', () => {
  expect(basicCodeFaults('430123002000', { province: '43' })).toEqual([]);
  expect(basicCodeFaults('000123002000', { province: '43' })).toEqual([]);
  expect(basicCodeFaults('360123002000', { province: '43' })).toEqual(['code_province']);
});

test.each([
  ['LICENSE', '01'],
  ['PENALTY', '02'],
  ['COERCION', '03'],
  ['COLLECTION', '04'],
  ['PAYMENT', '05'],
  ['INSPECTION', '06'],
  ['CONFIRMATION', '07'],
  ['REWARD', '08'],
  ['RULING', '09'],
  ['OTHER_POWER', '10'],
  ['PUBLIC_SERVICE', '20'],
] as const)('R-1.1: the type %s is said by the digits %s', (type, digits) => {
  expect(basicCodeFaults(`43${digits}23002000`, { type })).toEqual([]);
  expect(basicCodeFaults('439923002000', { type })).toEqual(['code_type']);
});

test('R-1.2: a check character that is wrong is named, also of the organisation code within', () => {
  expect(codeFaults(implementation)).toEqual([]);
  expect(codeFaults(`11431302DEM000022P4${basic}`)).toEqual(['code_uscc']);
  expect(codeFaults(`11431302DEM000023N4${basic}`)).toEqual(['code_uscc']);
});

test('R-1.2: the digit of the level is the level of exercise; without one known it is at least a level', () => {
  expect(codeFaults(implementation, { level: 'TOWNSHIP' })).toEqual(['code_level']);
  expect(codeFaults(`${bureau}0${basic}`)).toEqual(['code_level']);
  expect(codeFaults(`${bureau}7${basic}`)).toEqual(['code_level']);
});

test('R-1.3: the last two are digits', () => {
  expect(codeFaults(`${implementation}A1`)).toEqual(['code_sequence']);
  expect(codeFaults(`${implementation}01`)).toEqual([]);
});

test('R-1.2: spaces, lower case and full-width digits are no code, and a code too short or too long is none either', () => {
  expect(codeFaults(`${bureau} 4${basic}`)).toEqual(['code_length']);
  expect(codeFaults(`${bureau}4${basic} 1`)).toEqual(['code_characters']);
  expect(codeFaults(implementation.toLowerCase())).toEqual(['code_characters']);
  expect(codeFaults(implementation.replace('4', '４'))).toEqual(['code_characters']);
  expect(codeFaults(implementation.slice(1))).toEqual(['code_length']);
  expect(codeFaults(`${implementation}1`)).toEqual(['code_length']);
  expect(codeFaults(`${implementation}001`)).toEqual(['code_length']);
  expect(codeFaults('')).toEqual(['code_length']);
});

test('every fault of a code is named at once', () => {
  expect(
    codeFaults(`11431302DEM000022P5360223002000XX`, { level: 'DISTRICT', province: '43', type: 'LICENSE' }),
  ).toEqual(['code_uscc', 'code_level', 'code_province', 'code_type', 'code_sequence']);
});

test('R-1.2: where townships decide, each has a code of its own, with the sequence of the 业务办理项', () => {
  const organs = [
    { level: 'TOWNSHIP', uscc: '11431302DEM000030H', name: '甲镇' },
    { level: 'TOWNSHIP', name: '乙镇，还没有代码' },
    { level: 'DISTRICT', uscc: bureau, name: '卫健局' },
  ];
  expect(townshipCodes(`${implementation}02`, organs).map(({ organ, code }) => [organ.name, code])).toEqual([
    ['甲镇', `11431302DEM000030H5${basic}02`],
  ]);
});

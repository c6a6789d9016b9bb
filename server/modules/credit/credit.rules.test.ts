import { expect, test } from 'vitest';
import { readSubject, shuts } from './credit.rules.ts';

test('国办发〔2020〕42号: bad credit shuts the routes from its day until the day on which it was repaired.', () => {
  const record = { fromDay: '2026-03-10', repairedDay: '2026-06-01' };
  expect(['2026-03-09', '2026-03-10', '2026-05-31', '2026-06-01'].map((day) => shuts(record, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(shuts({ ...record, repairedDay: null }, '2036-01-01')).toBe(true);
});

test('A record is of a person by his number or of a firm by its code, and of nobody by anything else.', () => {
  expect(readSubject({ name: ' 样例·王老板 ', number: '431302190001010041' }, '2026-03-02')).toMatchObject({
    subject: { name: '样例·王老板', number: '431302190001010041' },
    masked: expect.not.stringContaining('王老板'),
  });
  expect(readSubject({ name: '样例·某某商店', number: '91360803ma0000007x' }, '2026-03-02')).toMatchObject({
    subject: { number: '91360803MA0000007X' },
    masked: '样例·某某商店',
  });
  expect(readSubject({ name: ' ', number: '12345' }, '2026-03-02')).toEqual({
    faults: [
      { field: 'name', code: 'required' },
      { field: 'number', code: 'number_of_nobody' },
    ],
  });
});

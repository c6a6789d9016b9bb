import { expect, test } from 'vitest';
import { checkUscc } from '../../contract/identifiers.ts';
import { creditCode, ofFirm } from './credit-code.ts';

test('GB 32100: every invented firm has a credit code of its own, with the check characters that belong to it.', () => {
  const codes = Array.from({ length: 400 }, (_, number) => ofFirm({ uscc: '92431302MA00000079' }, number).uscc);
  expect(new Set(codes).size).toBe(400);
  expect(codes.filter((code) => !checkUscc(code).ok)).toEqual([]);
  expect(creditCode('92431302MA000000')).toBe('92431302MA00000079');
});

test('Only the firm that applies gets another code: shareholders and members keep theirs, and so does everything else.', () => {
  const answers = {
    'firm.uscc': '91431302MA00000157',
    'shareholders.1.uscc': '91431302MA0000031W',
    phone: '13000000001',
  };
  expect(ofFirm(answers, 7)).toEqual({ ...answers, 'firm.uscc': creditCode('91431302MA000007') });
});

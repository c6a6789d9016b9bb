import { expect, test } from 'vitest';
import { messageText } from './message.rules.ts';

test('a message says what happened and by when, with the weekday', () => {
  expect(
    messageText(
      'accepted',
      { item: '公共场所卫生许可', caseNo: 'BJ43130220260302000001', dueDay: '2026-03-16' },
      'live',
    ),
  ).toBe('【门口办】您的公共场所卫生许可申请（BJ43130220260302000001）已受理，最迟3月16日（星期一）作出决定。');
});

test('a demo’s message says that it is one', () => {
  expect(messageText('phoneCode', { code: '123456', validMinutes: 5 }, 'demo')).toContain(
    '【门口办演示】您的验证码是123456',
  );
});

test('the holder of a licence reads what became of it, and where the reasons and remedies stand', () => {
  const facts = { title: '公共场所卫生许可证', number: '娄星卫健卫证〔2026〕9号', filed: 'online' } as const;
  expect(messageText('licenceChanged', { ...facts, act: 'suspend' }, 'live')).toBe(
    '【门口办】您的《公共场所卫生许可证》（娄星卫健卫证〔2026〕9号）已被暂停，恢复以前不能使用。理由和救济办法写在决定书里，请到“我的”里查看。',
  );
  expect(messageText('licenceChanged', { ...facts, act: 'restore' }, 'live')).not.toContain('救济');
  expect(messageText('licenceChanged', { ...facts, filed: 'otherwise', act: 'revoke' }, 'live')).toContain(
    '由发证机关送达给您',
  );
});

test('who was to come to a hearing or to wait for a visit reads that it is off; one that took place and does not count is not called off', () => {
  const say = (template: 'hearingCancelled' | 'visitCancelled', was: 'arranged' | 'held') =>
    messageText(template, { item: '公共场所卫生许可', caseNo: 'BJ1', day: '2026-03-16', was }, 'live');
  expect(say('hearingCancelled', 'arranged')).toBe(
    '【门口办】您的公共场所卫生许可申请（BJ1）原定3月16日（星期一）的听证取消了，您不用来。另外安排的，会再通知您。',
  );
  expect(say('visitCancelled', 'held')).toBe(
    '【门口办】您的公共场所卫生许可申请（BJ1）3月16日（星期一）的现场查看不作数。要再去的，会再通知您。',
  );
});

import { expect, test } from 'vitest';
import type { KeptLicence } from '../cases/kept-licence.rules.ts';
import type { Matter } from '../cases/paper.rules.ts';
import { grantingDecision, renewalDecision, terminationNotice, withdrawalRequest } from './ending-paper.rules.ts';

const organ = {
  name: { zh: '区卫生健康局' },
  phone: '0738-1',
  reconsiderationOrgan: '区人民政府',
  court: '区人民法院',
};
const matter = {
  theCase: { caseNo: 'BJ1', profile: 'LICENSE', receivedAt: '2026-03-02T01:00:00Z', acceptedDay: '2026-03-03' },
  version: { code: '43', content: { name: { zh: '卫生许可（延续）' }, bases: [], result: {} } },
  parties: [
    { role: 'applicant', kind: 'person', name: '样例·张三', residentId: 'one' },
    { role: 'agent', kind: 'person', name: '样例·李四', residentId: 'two' },
  ],
  acceptingOrgan: organ,
  issuingOrgan: organ,
  filled: { form: [], answers: {}, about: { today: '2026-03-02' } },
} as unknown as Matter;

const kept = {
  handling: 'renewal',
  licence: { title: '卫生许可证', untilDay: '2026-12-31' },
  number: '卫证〔2022〕1号',
  certificate: { version: 1, issueDay: '2022-12-31', rows: [] },
  term: { fromDay: '2027-01-01', untilDay: '2030-12-31' },
} as unknown as KeptLicence;

test('CC 165: the request is signed by who takes the application back, on paper with a pen', () => {
  const facts = { requestedDay: '2026-03-04', reason: null, returned: ['身份证'], signedAt: null };
  expect(withdrawalRequest(matter, { ...facts, signer: 'applicant' })).toMatchObject({
    returned: ['身份证'],
    signer: { name: '样例·张三', role: '申请人', signedAt: null },
  });
  expect(withdrawalRequest(matter, { ...facts, signer: 'agent' }).signer).toMatchObject({
    name: '样例·李四',
    role: '代办人',
  });
});

test('A termination says its ground, what goes back and where to turn', () => {
  const notice = terminationNotice(matter, {
    ground: 'firmDissolved',
    reason: '3月1日注销登记。',
    endedDay: '2026-03-04',
    returned: [],
  });
  expect(notice).toMatchObject({ endedDay: '2026-03-04', remedies: { court: '区人民法院' } });
  expect(notice.ground).toContain('终止');
});

test('ALL 50: what is renewed is decided as a renewal, by the organ or by law; what is new is granted', () => {
  const facts = {
    decidedDay: Temporal.PlainDate.from('2026-12-01'),
    reason: '符合条件',
    deliveryLastDay: null,
    provisional: false,
  };
  expect(grantingDecision(matter, kept, facts)).toMatchObject({ kind: 'renewalDecision', ground: 'granted' });
  expect(grantingDecision(matter, undefined, facts).kind).toBe('grantDecision');
  expect(renewalDecision(matter, kept, { ground: 'deemed', reason: '没有决定' })).toMatchObject({
    ground: 'deemed',
    oldUntilDay: '2026-12-31',
    fromDay: '2027-01-01',
    untilDay: '2030-12-31',
  });
});

import { expect, test } from 'vitest';
import type { Matter } from '../cases/index.ts';
import { supplyNotice } from './supply-paper.rules.ts';

const matter = {
  theCase: { caseNo: 'BJ1', profile: 'LICENSE', receivedAt: '2026-03-02T01:00:00Z', acceptedDay: '2026-03-03' },
  version: {
    code: '43',
    content: {
      name: { zh: '书店' },
      materials: [
        { key: 'premisesProof', name: { zh: '场所的使用证明' } },
        { key: 'idCard', name: { zh: '身份证' } },
      ],
    },
  },
  parties: [{ role: 'applicant', kind: 'person', name: '样例·张三', residentId: 'one' }],
  acceptingOrgan: { name: { zh: '区文旅局' }, phone: '0738-1' },
} as unknown as Matter;

test('国办发〔2020〕42号: what the commitment stood for is asked for by a day, and the year whose notice is awaited is said', () => {
  const facts = { materials: ['premisesProof'], withdrawnDay: '2026-12-28', supplyDay: '2027-01-05' };
  expect(supplyNotice(matter, { ...facts, provisional: true })).toMatchObject({
    kind: 'supplyNotice',
    acceptedDay: '2026-03-03',
    materials: [{ name: '场所的使用证明', supplyLastDay: '2027-01-05' }],
    provisionalYears: [2027],
  });
  expect(supplyNotice(matter, { ...facts, provisional: false }).provisionalYears).toEqual([]);
});

import { expect, test } from 'vitest';
import { documentLines } from './document.template.ts';
import { sampleDocuments } from './document-samples.data.ts';
import { deliveryReceipt, objectionToService, periodOfNotice, type ServiceTold } from './service-record.rules.ts';

const on = (day: string) => Temporal.PlainDate.from(day);
const told: ServiceTold = {
  method: 'DIRECT',
  receiver: 'applicant',
  receiverName: '',
  place: '',
  entrustedTo: '',
  carrier: '',
  trackingNumber: '',
  reason: '',
  witness: '',
  day: null,
};
const judge = (more: Partial<ServiceTold>, agreed = false) =>
  objectionToService({ ...told, ...more }, { paperDay: on('2026-03-05'), today: on('2026-03-12'), agreed })?.code;

test('CPL 88 by analogy: what is handed over needs a name where another than the addressee takes it', () => {
  expect(judge({})).toBeUndefined();
  expect(judge({ receiver: 'family' })).toBe('service_proof_missing');
  expect(judge({ receiver: 'family', receiverName: '样例·周某某' })).toBeUndefined();
});

test('CPL 89 by analogy: a paper left behind needs its place, the reason of the refusal, and a witness', () => {
  expect(judge({ method: 'LEFT', place: '月塘街88号', reason: '拒绝签收' })).toBe('service_witness_missing');
  expect(judge({ method: 'LEFT', place: '月塘街88号', witness: '样例·村主任' })).toBe('service_proof_missing');
  expect(judge({ method: 'LEFT', place: '月塘街88号', reason: '拒绝签收', witness: '样例·村主任' })).toBeUndefined();
});

test('CPL 90 by analogy: electronic service needs the addressee’s consent', () => {
  expect(judge({ method: 'ELECTRONIC' })).toBe('service_not_agreed');
  expect(judge({ method: 'ELECTRONIC' }, true)).toBeUndefined();
});

test('CPL 91 by analogy: a letter needs its carrier and number; the day on its slip is the day of service', () => {
  expect(judge({ method: 'MAIL', carrier: '中国邮政' })).toBe('service_number_missing');
  const letter = { method: 'MAIL', carrier: '中国邮政', trackingNumber: 'EA1' } as const;
  expect(judge(letter)).toBeUndefined();
  expect(judge({ ...letter, day: on('2026-03-09') })).toBeUndefined();
  expect(judge({ ...letter, day: on('2026-03-04') })).toBe('service_backdated');
  expect(judge({ ...letter, day: on('2026-03-13') })).toBe('service_in_future');
});

test('nothing but a letter is served on another day than today', () => {
  expect(judge({ day: on('2026-03-11') })).toBe('service_backdated');
  expect(judge({ day: on('2026-03-12') })).toBeUndefined();
});

test('CPL 95 by analogy: a public notice of 13 March runs to 12 April and serves on 13 April', () => {
  expect(judge({ method: 'PUBLIC_NOTICE', place: '公告栏' })).toBe('service_proof_missing');
  expect(judge({ method: 'PUBLIC_NOTICE', place: '公告栏', reason: '下落不明' })).toBeUndefined();
  const { untilDay, servedDay } = periodOfNotice(on('2026-03-13'));
  expect([untilDay.toString(), servedDay.toString()]).toEqual(['2026-04-12', '2026-04-13']);
});

test('the service receipt names document, number, method, place, time and who took it', () => {
  const { profile, caseNumber, applicants, item, contact, provisionalYears, ...given } =
    sampleDocuments.deliveryReceipt;
  const receipt = deliveryReceipt(
    { profile, caseNumber, applicants, item, contact, provisionalYears },
    [{ documentId: '', title: '准予行政许可决定书', number: '区卫健许准〔2026〕1号' }],
    {
      ...{ method: 'ENTRUSTED', receiver: 'entrusted', day: on('2026-03-06') },
      proof: {
        ...{ place: '甲镇便民服务中心', receiverName: '样例·邻居', deliverers: ['样例·代办员'] },
        ...{ post: null, refusal: null, remark: null },
      },
    },
    Temporal.Instant.from('2026-03-06T01:05:00Z'),
  );
  const text = documentLines({ ...given, ...receipt }).join('');
  expect(text).toContain('《准予行政许可决定书》区卫健许准〔2026〕1号，1份');
  expect(text).toContain('送达方式：委托送达');
  expect(text).toContain('送达地点：甲镇便民服务中心');
  expect(text).toContain('送达时间：2026年3月6日9时05分');
  expect(text).toContain('样例·邻居（受送达人委托代收）');
  expect(text).toContain('样例·代办员');
});

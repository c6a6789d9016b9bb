import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '../../../contract/documents.ts';
import type { Inputs } from '../../../contract/routes.ts';
import { bringToDecision, messagesOf, takeInLicence, textOfDocument } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

type Told = Omit<Inputs['POST /cases/:caseId/serve-document'], 'caseId' | 'documentId'>;

/** An accepted case of the window whose acceptance notice nobody fetched yet. */
async function accepted() {
  const { caseId } = await takeInLicence(town, town.clerk, { phone: '13900000001' });
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  return { caseId, serve: await serverOf(caseId, 'acceptanceNotice') };
}

/** A case that was granted today and waits to be delivered. */
async function granted() {
  const { caseId } = await takeInLicence(town, town.clerk);
  await bringToDecision(town, caseId);
  await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  const theCase = await town.clerk.call('GET /cases/:caseId', { caseId });
  if (theCase.state === 'CERTIFYING') await town.clerk.call('POST /cases/:caseId/certify', { caseId });
  return { caseId, serve: await serverOf(caseId, 'grantDecision') };
}

async function serverOf(caseId: string, kind: DocumentKind) {
  const documentId = (await paperOf(caseId, kind))?.documentId ?? '';
  return (told: Told) => town.clerk.call('POST /cases/:caseId/serve-document', { caseId, documentId, ...told });
}

async function paperOf(caseId: string, kind: DocumentKind) {
  const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId });
  return documents.find((each) => each.kind === kind);
}

const letter = { method: 'MAIL', receiver: 'applicant', carrier: '中国邮政', trackingNumber: 'EA123456789CN' } as const;
const left = { method: 'LEFT', receiver: 'applicant', place: '月塘街88号', reason: '拒绝签收' } as const;
const notice = {
  method: 'PUBLIC_NOTICE',
  receiver: 'applicant',
  place: '石井镇便民服务中心公告栏',
  reason: '电话和住址都找不到人',
} as const;

describe('CPL 87 by analogy: a notice, each way with its own proof', () => {
  test('CPL 88 by analogy: a grown-up of the household takes it; the receipt names him, the list masks him', async () => {
    const { caseId, serve } = await accepted();
    const { documentIds } = await serve({ method: 'DIRECT', receiver: 'family', receiverName: '样例·周小明' });
    expect(await textOfDocument(town, documentIds[0])).toContain('样例·周小明（同住成年家属）');
    const paper = await paperOf(caseId, 'acceptanceNotice');
    expect(paper).toMatchObject({
      served: true,
      service: { method: 'DIRECT', state: 'served', day: '2026-03-02', receiver: 'family' },
    });
    expect(paper?.service?.receiverName).not.toContain('周小明');
    const { story, state } = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(state).toBe('ACCEPTED');
    expect(story[0]).toMatchObject({ act: 'case.documentServed', facts: { method: 'DIRECT', day: '2026-03-02' } });
  });

  test('CPL 89 by analogy: left behind with reason and witness, or refused with its own sentence', async () => {
    const { caseId, serve } = await accepted();
    await expect(serve(left)).rejects.toMatchObject({
      code: 'service_witness_missing',
      fields: [{ field: 'witness' }],
    });
    await expect(serve({ ...left, witness: '样例·村主任', reason: ' ' })).rejects.toMatchObject({
      code: 'service_proof_missing',
      fields: [{ field: 'reason' }],
    });
    expect((await paperOf(caseId, 'acceptanceNotice'))?.served).toBe(false);
    const { documentIds } = await serve({ ...left, witness: '样例·村主任' });
    const receipt = await textOfDocument(town, documentIds[0]);
    expect(receipt).toContain('送达方式：留置送达');
    expect(receipt).toContain('送达地点：月塘街88号');
    expect(receipt).toContain('拒绝签收；见证人：样例·村主任');
  });

  test('CPL 91 by analogy: a letter has its number, is under way, and serves on the day of its return slip', async () => {
    const { caseId, serve } = await accepted();
    await expect(serve({ method: 'MAIL', receiver: 'applicant', carrier: '中国邮政' })).rejects.toMatchObject({
      code: 'service_number_missing',
    });
    expect((await serve(letter)).documentIds).toEqual([]);
    expect(await paperOf(caseId, 'acceptanceNotice')).toMatchObject({
      served: false,
      service: { state: 'underWay', day: '2026-03-02', trackingNumber: 'EA123456789CN' },
    });
    const { rows: jobs } = await town.db.pool.query("select payload from jobs where payload->>'caseId' = $1", [caseId]);
    expect(JSON.stringify(jobs)).toContain('serviceId');
    // What is planned says nothing of whom it is about.
    expect(JSON.stringify(jobs)).not.toContain('EA123456789CN');
    expect((await messagesOf(town, caseId)).join()).toContain('单号EA123456789CN');
    await town.at('2026-03-06T10:00');
    const { documentIds } = await serve({ ...letter, day: '2026-03-05' });
    const receipt = await textOfDocument(town, documentIds[0]);
    expect(receipt).toContain('送达方式：邮寄送达（中国邮政，单号EA123456789CN）');
    expect(receipt).toContain('送达时间：2026年3月5日');
    expect((await paperOf(caseId, 'acceptanceNotice'))?.service).toMatchObject({ state: 'served', day: '2026-03-05' });
    await expect(serve(letter)).rejects.toMatchObject({ code: 'document_served' });
  });

  test('no service is backdated: not before the paper, not into the future, and only a letter on another day', async () => {
    const { serve } = await accepted();
    await expect(serve({ ...letter, day: '2026-03-05' })).rejects.toMatchObject({ code: 'service_backdated' });
    await expect(serve({ ...letter, day: '2026-03-07' })).rejects.toMatchObject({ code: 'service_in_future' });
    await expect(serve({ ...left, witness: '样例·村主任', day: '2026-03-05' })).rejects.toMatchObject({
      code: 'service_backdated',
      facts: { day: '2026-03-06' },
    });
    await expect(serve({ ...letter, day: '2026-02-31' })).rejects.toMatchObject({
      fields: [{ field: 'day', code: 'format' }],
    });
  });

  test('CPL 90 by analogy: who applied at the window and asked for paper did not agree to electronic service', async () => {
    const { serve } = await accepted();
    await expect(serve({ method: 'ELECTRONIC', receiver: 'applicant' })).rejects.toMatchObject({
      code: 'service_not_agreed',
    });
  });

  test('entrusted service names who carried it, and a paper of another case is not found', async () => {
    const [one, other] = [await accepted(), await accepted()];
    const carried = { method: 'ENTRUSTED', receiver: 'applicant', entrustedTo: '样例·涟源市行政审批服务局' } as const;
    await expect(one.serve({ method: 'ENTRUSTED', receiver: 'applicant' })).rejects.toMatchObject({
      code: 'service_proof_missing',
    });
    const foreign = await paperOf(other.caseId, 'acceptanceNotice');
    await expect(
      town.clerk.call('POST /cases/:caseId/serve-document', {
        caseId: one.caseId,
        documentId: foreign?.documentId ?? '',
        ...carried,
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
    const { documentIds } = await one.serve(carried);
    expect(await textOfDocument(town, documentIds[0])).toContain('样例·涟源市行政审批服务局');
  });
});

describe('a result, served otherwise than from hand to hand, completes the case', () => {
  test('by letter: on the day of its slip the clock of delivery stops and the case is complete', async () => {
    const { caseId, serve } = await granted();
    await serve(letter);
    const posted = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect([posted.state, posted.due?.purpose]).toEqual(['DELIVERING', 'delivery']);
    const done = await serve({ ...letter, day: '2026-03-06' });
    expect(done.state).toBe('COMPLETED');
    const receipt = await textOfDocument(town, done.documentIds[0]);
    expect(receipt).toContain('《准予行政许可决定书》');
    // What was told on the way and never fetched goes with it, by the same letter.
    expect(receipt).toContain('《受理通知书》');
    expect(await paperOf(caseId, 'acceptanceNotice')).toMatchObject({ served: true, service: { method: 'MAIL' } });
    const { story } = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(story[0]).toMatchObject({ act: 'case.delivered', facts: { method: 'MAIL', day: '2026-03-06' } });
  });

  test('left behind: the receipt says why and who saw it', async () => {
    const { serve } = await granted();
    const done = await serve({ ...left, witness: '样例·村主任' });
    expect(done.state).toBe('COMPLETED');
    expect(await textOfDocument(town, done.documentIds[0])).toContain('见证人：样例·村主任');
  });

  test('CPL 95 by analogy: put up on 6 March, the notice runs to 5 April and serves on 6 April by itself', async () => {
    const { caseId, serve } = await granted();
    expect((await serve(notice)).state).toBe('DELIVERING');
    expect(await paperOf(caseId, 'grantDecision')).toMatchObject({
      served: false,
      service: { method: 'PUBLIC_NOTICE', state: 'underWay', day: '2026-03-06', untilDay: '2026-04-05' },
    });
    // ALL 44: the organ did its part in time; the thirty days do not make it late.
    expect((await town.clerk.call('GET /cases/:caseId', { caseId })).due).toBeUndefined();
    await town.at('2026-04-05T23:00');
    expect((await town.clerk.call('GET /cases/:caseId', { caseId })).state).toBe('DELIVERING');
    await town.at('2026-04-06T01:00');
    const { state, documents, story, history } = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect([state, history.whole]).toEqual(['COMPLETED', true]);
    expect(documents.find(({ kind }) => kind === 'grantDecision')?.service).toMatchObject({
      state: 'served',
      day: '2026-04-06',
      untilDay: '2026-04-05',
    });
    expect(story[0]).toMatchObject({ act: 'case.delivered', actor: { kind: 'system' } });
    const receipt = documents.find(({ kind }) => kind === 'deliveryReceipt');
    expect(await textOfDocument(town, receipt?.documentId)).toContain(
      '自2026年3月6日公告，到2026年4月5日满三十日，次日即视为送达',
    );
  });

  test('whoever comes while the notice hangs is served at once, and the notice does nothing more', async () => {
    const { caseId, serve } = await granted();
    await serve(notice);
    const { state } = await town.clerk.call('POST /cases/:caseId/deliver', {
      caseId,
      method: 'DIRECT',
      receiver: 'applicant',
    });
    expect(state).toBe('COMPLETED');
    await town.at('2026-05-08T01:00');
    const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(documents.filter(({ kind }) => kind === 'deliveryReceipt')).toHaveLength(1);
    expect(documents.find(({ kind }) => kind === 'grantDecision')?.service?.method).toBe('DIRECT');
  });

  test('a decision is not served electronically by an office: taking it online is the applicant’s own act', async () => {
    const { serve } = await granted();
    await expect(serve({ method: 'ELECTRONIC', receiver: 'applicant' })).rejects.toMatchObject({
      fields: [{ field: 'method', code: 'not_an_option' }],
    });
  });
});

test('who queries a case by its number learns how far it is, not where and by whom a paper was taken', async () => {
  const made = await takeInLicence(town, town.clerk);
  const { caseId, caseNo } = made;
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  await (await serverOf(caseId, 'acceptanceNotice'))({ ...left, witness: '样例·村主任' });
  const seen = await town.visitor.call('POST /case-queries', { caseNo: caseNo ?? '', queryCode: made.queryCode });
  expect(JSON.stringify(seen.documents)).not.toContain('月塘街');
});

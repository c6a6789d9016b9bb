import { describe, expect, test } from 'vitest';
import type { Inputs } from '../../../contract/routes.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { getDataKeys, openJson, seal } from '../../platform/vault/index.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { bringToDecision, type Filing, takeInLicence, textOfDocument } from '../../tests/support/filing.ts';
import { enterImported, tokenOf } from '../../tests/support/licences.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const { decider, reviewer } = town;

type Told = Omit<Inputs['POST /licences/:licenceId/serve-document'], 'licenceId' | 'documentId'>;

const open = (licenceId: string) => decider.call('GET /licences/:licenceId', { licenceId });
const heard = () => ({ toldDay: town.today(), how: 'stated' }) as const;
const revoke = (licenceId: string) =>
  decider.call('POST /licences/:licenceId/revoke', {
    ...{ licenceId, ground: 'notEligible', reason: '经营场所不符合条件。', heard: heard() },
  });
const actsOf = async (licenceId: string) =>
  (await getChain(town.db, town.district, { kind: 'licence', id: licenceId })).map(({ act }) => act);
const said = async (number: string) => {
  await town.settle();
  const { messages } = await town.visitor.call('GET /dev/outbox', { limit: 100 });
  return messages.flatMap(({ text }) => (text.includes(number) ? [text] : []));
};

/** A licence from before the system that was revoked today, and how its decision is served. */
async function revoked(entered: Parameters<typeof enterImported>[1] = {}) {
  const { licenceId, documentId: certificate, number } = await enterImported(town, entered);
  const { documents } = await revoke(licenceId);
  const documentId = documents[0]?.documentId ?? '';
  return {
    ...{ licenceId, documentId, certificate, number },
    serve: (told: Told) =>
      reviewer.call('POST /licences/:licenceId/serve-document', { licenceId, documentId, ...told }),
    pdf: (id = documentId) => `/api/licences/${licenceId}/documents/${id}/pdf`,
  };
}

const letter = { method: 'MAIL', receiver: 'applicant', carrier: '中国邮政', trackingNumber: 'EA123456789CN' } as const;
const left = { method: 'LEFT', receiver: 'applicant', place: '月塘街88号', reason: '拒绝签收' } as const;
const notice = {
  method: 'PUBLIC_NOTICE',
  receiver: 'applicant',
  place: '区政务服务中心公告栏',
  reason: '电话和住址都找不到人',
} as const;

describe('ALL 69, 70: a decision on a licence from before the system, which no case is behind', () => {
  test('opens for who may see the licence and for nobody else, and stands on its page as not served', async () => {
    const { licenceId, documentId, certificate, pdf } = await revoked();
    expect((await open(licenceId)).documents).toMatchObject([
      { documentId, kind: 'licenceDecision', title: '撤销行政许可决定书', served: false },
    ]);
    for (const reader of [decider, reviewer, town.organHead, town.supervisor, town.admin]) {
      const { status, bytes } = await reader.raw('GET', pdf());
      expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    }
    expect((await town.townDecider.raw('GET', pdf())).status).toBe(404);
    expect((await town.clerk.raw('GET', pdf())).status).toBe(403);
    // Neither another paper under the name of this licence, nor this paper under the name of a case.
    expect((await decider.raw('GET', pdf(certificate))).status).toBe(404);
    expect((await decider.raw('GET', `/api/documents/${documentId}/pdf`)).status).toBe(404);
    const { rows } = await town.db.pool.query(
      `select from access_log where kind = 'read' and subject_id = $1 and code = 'licence.documentRead'`,
      [licenceId],
    );
    expect(rows).toHaveLength(5);
  });

  test('ALL 44, CPL 88 by analogy: served by hand to a grown-up of the household; the receipt is a paper of the licence', async () => {
    const { licenceId, serve, pdf } = await revoked();
    const { documents } = await serve({ method: 'DIRECT', receiver: 'family', receiverName: '样例·周小明' });
    expect(documents).toMatchObject([
      { served: true, service: { method: 'DIRECT', state: 'served', day: '2026-03-02', receiver: 'family' } },
      { kind: 'deliveryReceipt' },
    ]);
    expect(documents[0]?.service?.receiverName).not.toContain('周小明');
    const receipt = await textOfDocument(town, documents[1]?.documentId);
    expect(receipt).toContain('《撤销行政许可决定书》区卫健许证决〔2026〕');
    expect(receipt).toContain('样例·周小明（同住成年家属）');
    expect(receipt).toContain('送达地点：区卫生健康局（演示）');
    expect((await reviewer.raw('GET', pdf(documents[1]?.documentId))).status).toBe(200);
    expect(await actsOf(licenceId)).toEqual(['licence.registered', 'licence.revoked', 'licence.documentServed']);
    await expect(serve({ method: 'DIRECT', receiver: 'applicant' })).rejects.toMatchObject({ code: 'document_served' });
  });

  test('ALL 44, CPL 89 by analogy: left behind, never without its witness', async () => {
    const { serve, licenceId } = await revoked();
    await expect(serve(left)).rejects.toMatchObject({
      code: 'service_witness_missing',
      fields: [{ field: 'witness' }],
    });
    expect((await open(licenceId)).documents).toMatchObject([{ served: false }]);
    const { documents } = await serve({ ...left, witness: '样例·村主任' });
    expect(await textOfDocument(town, documents[1]?.documentId)).toContain('拒绝签收；见证人：样例·村主任');
  });

  test('ALL 44: carried by somebody else; not electronically to who never agreed to it', async () => {
    const { serve } = await revoked();
    await expect(serve({ method: 'ELECTRONIC', receiver: 'applicant' })).rejects.toMatchObject({
      code: 'service_not_agreed',
    });
    const { documents } = await serve({ method: 'ENTRUSTED', receiver: 'applicant', entrustedTo: '样例·某司法所' });
    expect(await textOfDocument(town, documents[1]?.documentId)).toContain('样例·某司法所');
  });

  test('ALL 44, CPL 91 by analogy: a letter is under way until its return slip, and its holder reads its number', async () => {
    const { licenceId, number, serve } = await revoked({ phones: ['13000006161'] });
    expect((await serve(letter)).documents).toMatchObject([
      { served: false, service: { state: 'underWay', trackingNumber: 'EA123456789CN' } },
    ]);
    expect((await said(number))[0]).toContain('《撤销行政许可决定书》已寄出，中国邮政，单号EA123456789CN');
    await town.at('2026-03-06T10:00');
    const { documents } = await serve({ ...letter, day: '2026-03-05' });
    expect(documents[0]).toMatchObject({ served: true, service: { state: 'served', day: '2026-03-05' } });
    expect(await actsOf(licenceId)).toEqual([
      ...['licence.registered', 'licence.revoked', 'licence.documentPosted', 'licence.documentServed'],
    ]);
  });

  test('ALL 44, CPL 95 by analogy: put up on 6 March, the notice runs to 5 April and serves on 6 April by itself', async () => {
    const { licenceId, serve } = await revoked();
    await serve(notice);
    await town.at('2026-04-05T23:00');
    expect((await open(licenceId)).documents).toMatchObject([
      { served: false, service: { method: 'PUBLIC_NOTICE', day: '2026-03-06', untilDay: '2026-04-05' } },
    ]);
    await town.at('2026-04-06T01:00');
    const { documents } = await open(licenceId);
    expect(documents[0]).toMatchObject({ served: true, service: { state: 'served', day: '2026-04-06' } });
    expect(await textOfDocument(town, documents[1]?.documentId)).toContain(
      '自2026年3月6日公告，到2026年4月5日满三十日，次日即视为送达',
    );
  });

  test('Its public page follows; whose phone is known is told, whose is not is told by the paper alone, and no job dies', async () => {
    const silent = await revoked();
    const told = await revoked({ phones: ['13000006262'] });
    expect(await said(silent.number)).toEqual([]);
    expect(await said(told.number)).toEqual([
      expect.stringContaining(`（${told.number}）已被撤销，不再有效。理由和救济办法写在决定书里，由发证机关送达给您。`),
    ]);
    const token = await tokenOf(town, silent.certificate);
    expect((await town.visitor.call('GET /document-checks/:token', { token })).state).toBe('revoked');
    const { rows } = await town.db.pool.query(`select from jobs where state <> 'planned'`);
    expect(rows).toEqual([]);
  });

  test('ALL 50: its holder hears sixty and thirty days before the end how it is renewed, where a phone is known', async () => {
    const untilDay = '2026-07-20';
    await enterImported(town, { untilDay, phones: ['13000006363'] });
    await enterImported(town, { untilDay });
    await town.at('2026-05-25T10:00');
    expect(await said('2026年7月20日到期')).toHaveLength(1);
    await town.at('2026-06-22T10:00');
    const reminded = await said('2026年7月20日到期');
    expect(reminded).toHaveLength(2);
    expect(reminded[0]).toContain('网上或者任一窗口都能办');
  });

  test('Only the organ that gave it serves, and only a decision of this licence', async () => {
    const [one, other] = [await revoked(), await revoked()];
    const serve = (client: typeof decider, documentId: string) =>
      client
        .call('POST /licences/:licenceId/serve-document', {
          ...{ licenceId: one.licenceId, documentId, method: 'DIRECT', receiver: 'applicant' },
        })
        .catch(({ code }) => code);
    expect(await serve(decider, other.documentId)).toBe('not_found');
    expect(await serve(decider, one.certificate)).toBe('not_found');
    expect(await serve(town.townDecider, one.documentId)).toBe('not_found');
    expect(await serve(town.clerk, one.documentId)).toBe('not_allowed');
    expect(await serve(town.organHead, one.documentId)).toMatchObject({ documents: [{ served: true }, {}] });
  });
});

describe('回避, domain §2.8: the holder of a licence from before the system is a relative, and no case says so', () => {
  test('his relatives neither revoke nor serve, the page offers them neither and says why; others may', async () => {
    const number = sampleNumber(71);
    const { licenceId, documentId, serve } = await revoked({ number });
    for (const officer of [decider, reviewer]) {
      await officer.call('POST /staff/relations', { kind: 'spouse', residentNumber: number });
      expect(await officer.call('GET /licences/:licenceId', { licenceId })).toMatchObject({
        ...{ blocked: 'recusal_needed', serves: false, actions: [] },
      });
    }
    const refused = { status: 403, code: 'recusal_needed', facts: { relation: 'spouse' } };
    await expect(serve({ method: 'DIRECT', receiver: 'applicant' })).rejects.toMatchObject(refused);
    await expect(
      decider.call('POST /licences/:licenceId/cancel', { licenceId, ground: 'endedBefore', reason: '已经撤销。' }),
    ).rejects.toMatchObject(refused);
    await expect(revoked({ number })).rejects.toMatchObject(refused);
    const open = await town.organHead.call('GET /licences/:licenceId', { licenceId });
    expect([open.blocked, open.serves]).toEqual([undefined, true]);
    expect((await town.supervisor.call('GET /licences/:licenceId', { licenceId })).blocked).toBeUndefined();
    const { documents } = await town.organHead.call('POST /licences/:licenceId/serve-document', {
      ...{ licenceId, documentId, method: 'DIRECT', receiver: 'applicant' },
    });
    expect(documents[0]?.served).toBe(true);
  });

  test('no agent acts on his principal’s licence', async () => {
    const principal = await town.resident({ identity: 'verified' });
    const agent = await town.resident({ identity: 'verified' });
    const { licenceId } = await enterImported(town, { number: principal.number });
    await reviewer.call('POST /staff/relations', { kind: 'self', residentNumber: agent.number });
    const blocked = async () => (await reviewer.call('GET /licences/:licenceId', { licenceId })).blocked;
    expect(await blocked()).toBeUndefined();
    await principal.call('POST /my/mandates', {
      ...{ name: '样例·张某某', residentNumber: agent.number, untilDay: '2026-12-31' },
    });
    expect(await blocked()).toBe('recusal_needed');
  });
});

/** A licence that was granted at the window and handed over. */
async function granted(filing: Filing) {
  const { caseId, caseNo = '' } = await takeInLicence(town, town.clerk, filing);
  await bringToDecision(town, caseId);
  await decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  const { state } = await town.clerk.call('GET /cases/:caseId', { caseId });
  if (state === 'CERTIFYING') await town.clerk.call('POST /cases/:caseId/certify', { caseId });
  await town.clerk.call('POST /cases/:caseId/deliver', { caseId, method: 'DIRECT', receiver: 'applicant' });
  const { rows } = await town.db.pool.query<{ id: string }>('select id from licences where case_id = $1', [caseId]);
  return { caseId, caseNo, licenceId: rows[0]?.id ?? '' };
}

describe('ALL 69, 70: the holder who came to the window', () => {
  const suspend = (licenceId: string) =>
    decider.call('POST /licences/:licenceId/suspend', { licenceId, ground: 'penalty', reason: '限期整改。' });
  const serveElectronically = (licenceId: string, documentId = '') =>
    reviewer.call('POST /licences/:licenceId/serve-document', {
      ...{ licenceId, documentId, method: 'ELECTRONIC', receiver: 'applicant' },
    });

  test('ALL 44, CPL 90 by analogy: who agreed to electronic service there is served so, by an officer and not by itself; who did not is not', async () => {
    const { licenceId } = await granted({ deliveryWish: 'ELECTRONIC' });
    const { documents } = await suspend(licenceId);
    expect(documents).toMatchObject([{ served: false }]);
    const served = await serveElectronically(licenceId, documents[0]?.documentId);
    expect(served.documents[0]).toMatchObject({ served: true, service: { method: 'ELECTRONIC' } });
    const other = await granted({});
    const [decision] = (await suspend(other.licenceId)).documents;
    await expect(serveElectronically(other.licenceId, decision?.documentId)).rejects.toMatchObject({
      code: 'service_not_agreed',
    });
  });

  test('Who was registered before the register kept phones is told at the phones of his case', async () => {
    const { licenceId } = await granted({ phone: '13000006565' });
    const { rows } = await town.db.pool.query('select data_key_id, sealed_holder from licences where id = $1', [
      licenceId,
    ]);
    const { data_key_id: keyId, sealed_holder: sealed } = rows[0];
    const key = (await getDataKeys(town.db, town.district, [keyId])).get(keyId);
    if (key === undefined) throw new Error('The key is there.');
    const { name, number } = openJson<{ name: string; number: string }>(key, sealed);
    await town.db.pool.query('update licences set sealed_holder = $2 where id = $1', [
      ...[licenceId, seal(key, JSON.stringify({ name, number }))],
    ]);
    const { number: printed } = await suspend(licenceId);
    expect(await said(printed)).toContainEqual(expect.stringContaining('已被暂停'));
  });
});

describe('ALL 69, 70: a decision on a licence whose case was archived long ago', () => {
  /** Packed ten working days after it was handed over. */
  async function archived() {
    const { caseId, caseNo, licenceId } = await granted({ phone: '13000006464' });
    await town.at('2026-07-20T03:00');
    const { archives } = await town.archivist.call('GET /archives', { q: caseNo });
    const archiveId = archives[0]?.archiveId ?? '';
    const { licences } = await decider.call('GET /licences', {});
    expect(licences.map((licence) => licence.licenceId)).toContain(licenceId);
    return { caseId, archiveId, licenceId };
  }

  test('ALL 44: it is issued, told and served with the licence; the sealed package and the chain of the case stay as they are', async () => {
    const { caseId, archiveId, licenceId } = await archived();
    const before = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(before.state).toBe('ARCHIVED');
    const packed = () => town.archivist.raw('GET', `/api/archives/${archiveId}/package`);
    const { bytes } = await packed();
    const { number, documents } = await revoke(licenceId);
    const documentId = documents[0]?.documentId ?? '';
    const after = await reviewer.call('POST /licences/:licenceId/serve-document', {
      ...{ licenceId, documentId, method: 'DIRECT', receiver: 'applicant' },
    });
    expect(after.documents).toMatchObject([{ kind: 'licenceDecision', served: true }, { kind: 'deliveryReceipt' }]);
    expect((await said(number)).join('')).toContain('已被撤销');
    expect((await packed()).bytes.equals(bytes)).toBe(true);
    const { state, documents: ofCase, story, history } = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect([state, history.whole]).toEqual(['ARCHIVED', true]);
    expect([ofCase, story]).toEqual([before.documents, before.story]);
    const { report } = await town.archivist.call('POST /archives/:archiveId/check', { archiveId });
    expect(report.flatMap(({ faults }) => faults)).toEqual([]);
  });
});

describe('ALL 69, 70: the holder who applied online', () => {
  test('ALL 44, CPL 90 by analogy: the decision is served to his account at once, opens from his licence, and from nobody else’s', async () => {
    const [holder, stranger] = [await town.resident(), await town.resident()];
    await bringTo(town, holder, 'delivering');
    const [{ licenceId } = { licenceId: '' }] = (await holder.call('GET /my/licences', {})).licences;
    await decider.call('POST /licences/:licenceId/suspend', { licenceId, ground: 'penalty', reason: '限期整改。' });
    await decider.call('POST /licences/:licenceId/restore', { licenceId, reason: '整改合格。' });
    const { documents = [] } = await holder.call('GET /my/licences/:licenceId', { licenceId });
    expect(documents).toMatchObject(
      ['暂停行政许可决定书', '恢复行政许可决定书'].map((title) => ({
        ...{ title, served: true, service: { method: 'ELECTRONIC', day: town.today() } },
      })),
    );
    for (const { documentId } of documents) {
      expect((await holder.raw('GET', `/api/my/documents/${documentId}/pdf`)).status).toBe(200);
      expect((await stranger.raw('GET', `/api/my/documents/${documentId}/pdf`)).status).toBe(404);
    }
    await expect(stranger.call('GET /my/licences/:licenceId', { licenceId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

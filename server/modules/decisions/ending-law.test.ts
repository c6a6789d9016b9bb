import { expect, test } from 'vitest';
import type { Inputs } from '../../../contract/routes.ts';
import { transact } from '../../platform/database/index.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { bringTo, type Stage } from '../../tests/authorisation/cases.ts';
import { messagesOf, submitLicence, takeInLicence, textOfDocument } from '../../tests/support/filing.ts';
import { enterLicence, tokenOf } from '../../tests/support/licences.ts';
import { expectTold } from '../../tests/support/parallel.ts';
import { openTown } from '../../tests/support/town.ts';
import { getVersionInForce, type ItemContent, publishItemVersion } from '../catalogue/index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

const chainOf = async (caseId: string) => getChain(town.db, town.district, { kind: 'case', id: caseId });
const actsOf = async (caseId: string) => (await chainOf(caseId)).map(({ act }) => act);
const caseOf = (caseId: string) => town.decider.call('GET /cases/:caseId', { caseId });
const paperOf = async (caseId: string, kind: string) =>
  (await caseOf(caseId)).documents.find((document) => document.kind === kind);
const bring = async (stage: Stage) => bringTo(town, await town.resident(), stage);

/** The department publishes a new version of an item, in force from today. */
async function publish(itemId: string, change: Partial<ItemContent>): Promise<void> {
  const call = town.systemCall();
  const { id: _, itemId: __, version: ___, ...version } = await getVersionInForce(town.db, call, itemId);
  const content = { ...version.content, ...change };
  await transact(town.db, (tx) => publishItemVersion(tx, { ...version, effectiveDay: town.today(), content }, call));
}

/** After an ending nobody owes anything, no clock runs, and all that is left is reading. */
async function expectEnded(caseId: string, state: 'WITHDRAWN' | 'WITHDRAWN_DEEMED' | 'TERMINATED'): Promise<void> {
  const { rows } = await town.db.pool.query<{ state: string; due: string | null }>(
    `select state, due_day as due from cases where id = $1`,
    [caseId],
  );
  expect(rows).toEqual([{ state, due: null }]);
  const clocks = await town.db.pool.query(
    `select from clocks where subject_id = any(array[$1::uuid] || (select coalesce(array_agg(id), '{}') from case_tasks where case_id = $1)) and state <> 'stopped'`,
    [caseId],
  );
  expect(clocks.rows).toHaveLength(0);
  const tasks = await town.db.pool.query(
    `select from case_tasks where case_id = $1 and state in ('waiting', 'open', 'signedFor', 'returned')`,
    [caseId],
  );
  expect(tasks.rows).toHaveLength(0);
}

test('domain §2.2: withdrawn online before the decision, with the request as its document', async () => {
  const resident = await town.resident();
  const caseId = await bringTo(town, resident, 'inReview');
  await resident.call('POST /my/cases/:caseId/withdraw', { caseId });
  await expectEnded(caseId, 'WITHDRAWN');
  expect(await textOfDocument(town, (await paperOf(caseId, 'withdrawalRequest'))?.documentId)).toContain('样例·张某某');
  expect((await messagesOf(town, caseId)).join('')).toContain('已撤回，不再办理');
  const { actions } = await caseOf(caseId);
  expect(actions.filter((act) => act !== 'reveal' && act !== 'handOver' && act !== 'recuse')).toEqual([]);
});

test('domain §2.2: at the window the request is signed on paper and the originals go back', async () => {
  const { caseId } = await takeInLicence(town, town.clerk);
  const preview = await town.clerk.call('GET /cases/:caseId/preview', {
    caseId,
    act: 'withdrawForApplicant',
    returned: 'idCard,testReport',
  });
  const after = await town.clerk.call('POST /cases/:caseId/withdraw-for-applicant', {
    caseId,
    signer: 'applicant',
    reason: '不开店了。',
    returned: ['testReport', 'idCard'],
  });
  expect(after.state).toBe('WITHDRAWN');
  const text = await textOfDocument(town, after.documentIds[0]);
  for (const said of ['不开店了', '卫生检测报告', '样例·王老板']) expect(text).toContain(said);
  expect(preview.lines.join('')).toContain('卫生检测报告');
  await expectEnded(caseId, 'WITHDRAWN');
});

test('CC 165: an agent withdraws only within a mandate, and nobody returns what was never handed in', async () => {
  const { caseId } = await takeInLicence(town, town.clerk);
  const withdraw = (more: Partial<Inputs['POST /cases/:caseId/withdraw-for-applicant']>) =>
    town.clerk.call('POST /cases/:caseId/withdraw-for-applicant', {
      caseId,
      signer: 'applicant',
      returned: [],
      ...more,
    });
  await expect(withdraw({ signer: 'agent' })).rejects.toMatchObject({ code: 'mandate_missing' });
  await expect(withdraw({ returned: ['airConditioning'] })).rejects.toMatchObject({ code: 'material_unknown' });
  expect((await town.clerk.call('GET /cases/:caseId', { caseId })).state).toBe('RECEIVED');
});

test('domain §2.2: after the decision nothing is withdrawn or terminated any more, each with its own sentence', async () => {
  const resident = await town.resident();
  const caseId = await bringTo(town, resident, 'delivering');
  const before = await actsOf(caseId);
  const refused = [
    () => resident.call('POST /my/cases/:caseId/withdraw', { caseId }),
    () => town.clerk.call('POST /cases/:caseId/withdraw-for-applicant', { caseId, signer: 'applicant', returned: [] }),
    () =>
      town.decider.call('POST /cases/:caseId/terminate', {
        caseId,
        ground: 'objectGone',
        reason: '店已拆。',
        returned: [],
      }),
  ];
  for (const each of refused) await expect(each()).rejects.toMatchObject({ code: 'decision_made' });
  expect(await actsOf(caseId)).toEqual(before);
});

test('domain §2.2: terminated on a ground of the list, with reason, remedies, and what goes back', async () => {
  const caseId = await bring('inReview');
  const terminate = (more: Partial<Inputs['POST /cases/:caseId/terminate']>) =>
    town.decider.call('POST /cases/:caseId/terminate', {
      caseId,
      reason: '店面已于3月1日拆除。',
      returned: [],
      ...more,
    });
  await expect(terminate({})).rejects.toMatchObject({ code: 'ground_missing' });
  await expect(terminate({ ground: 'objectGone', reason: ' ' })).rejects.toMatchObject({ code: 'reason_missing' });
  const after = await terminate({ ground: 'objectGone' });
  expect(after.state).toBe('TERMINATED');
  const text = await textOfDocument(town, after.documentIds[0]);
  for (const said of ['标的已经不存在', '店面已于3月1日拆除', '行政复议', '人民法院']) expect(text).toContain(said);
  await expectEnded(caseId, 'TERMINATED');
  await expectTold(town, caseId);
  expect((await messagesOf(town, caseId)).join('')).toContain('已终止办理');
  const row = (await chainOf(caseId)).find(({ act }) => act === 'case.terminated');
  expect(row?.body).toContain('objectGone');
  expect(row?.body).not.toContain('拆除');
});

test('Only the deciding organ terminates: a reviewer may not, and a partner cannot', async () => {
  const caseId = await bring('inReview');
  const input = { caseId, ground: 'objectGone', reason: '店已拆。', returned: [] } as const;
  await expect(town.reviewer.call('POST /cases/:caseId/terminate', { ...input, returned: [] })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(
    town.partnerDecider.call('POST /cases/:caseId/terminate', { ...input, returned: [] }),
  ).rejects.toMatchObject({
    code: 'not_found',
  });
  expect((await town.organHead.call('GET /cases/:caseId', { caseId })).actions).toContain('terminate');
});

const defects = [{ key: 'testReport', kind: 'unreadable', howToFix: '请重新拍照。' }] as const;
async function correctOf(caseId: string) {
  await town.clerk.call('POST /cases/:caseId/open-material', { caseId, key: 'testReport' });
  return town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [...defects] });
}

test('domain §2.3(e): without a local rule the day of the correction ends nothing; the applicant is reminded once', async () => {
  await publish(town.items.hygieneLicence, { correctionDays: 5 });
  const { caseId } = await submitLicence(town, await town.resident());
  const { documentIds, due } = await correctOf(caseId);
  expect(due).toMatchObject({ purpose: 'correction', day: '2026-03-09' });
  const text = await textOfDocument(town, documentIds[0]);
  expect(text).toContain('申请不会因此作废');
  expect(text).not.toContain('视为撤回');
  await town.at('2026-03-11T10:00');
  const theCase = await town.clerk.call('GET /cases/:caseId', { caseId });
  expect(theCase.state).toBe('CORRECTION_REQUIRED');
  expect((await actsOf(caseId)).filter((act) => act === 'case.correctionLapsed')).toHaveLength(1);
  expect((await messagesOf(town, caseId)).filter((said) => said.includes('申请没有作废'))).toHaveLength(1);
});

test('domain §2.2, 2.3(e): only by a local rule an application that nobody corrected counts as withdrawn, when the letters that came in time had five working days to be entered', async () => {
  const rule = { law: '某市政务服务办法', article: '第二十条', mark: 'sample' } as const;
  await publish(town.items.hygieneLicence, { correctionDays: 5, deemedWithdrawal: rule });
  const { caseId } = await submitLicence(town, await town.resident());
  const supplied = await submitLicence(town, await town.resident());
  const { documentIds } = await correctOf(caseId);
  await correctOf(supplied.caseId);
  const text = await textOfDocument(town, documentIds[0]);
  expect(text).toContain('视为撤回申请');
  expect(text).toContain('《某市政务服务办法》第二十条（样例，待部门核对）');
  await town.at('2026-03-18T23:59');
  await town.clerk.call('POST /cases/:caseId/receive-supplement', {
    caseId: supplied.caseId,
    materials: [{ key: 'testReport', received: true, originals: 1, copies: 0, fileIds: [] }],
  });
  expect((await town.clerk.call('GET /cases/:caseId', { caseId })).state).toBe('CORRECTION_REQUIRED');
  // Wednesday the 18th is the last day; the window has until Wednesday the 25th to enter what arrived by then.
  await town.at('2026-03-25T23:59');
  expect((await town.clerk.call('GET /cases/:caseId', { caseId })).state).toBe('CORRECTION_REQUIRED');
  expect((await town.clerk.call('GET /cases/:caseId', { caseId: supplied.caseId })).state).toBe('RECEIVED');
  await town.at('2026-03-26T00:30');
  await expectEnded(caseId, 'WITHDRAWN_DEEMED');
  const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId });
  const notice = documents.find(({ kind }) => kind === 'deemedWithdrawalNotice');
  const said = await textOfDocument(town, notice?.documentId);
  for (const word of ['2026年3月18日', '卫生检测报告', '《某市政务服务办法》第二十条']) expect(said).toContain(word);
  expect((await messagesOf(town, caseId)).join('')).toContain('按本地规定视为撤回');
});

test('A version that counts silence as withdrawing names the day by which to speak', async () => {
  const rule = { law: '某市政务服务办法', mark: 'sample' } as const;
  await expect(
    publish(town.items.hygieneLicence, { correctionDays: null, deemedWithdrawal: rule }),
  ).rejects.toMatchObject({
    fields: [{ field: 'content.correctionDays', code: 'required' }],
  });
});

test('ALL 78: denied for false material in a matter of health, nobody applies again for a year, online or at the window', async () => {
  const resident = await town.resident();
  const caseId = await bringTo(town, resident, 'deciding');
  const deny = { caseId, outcome: 'DENIED', reason: '检测报告是伪造的。', ground: 'falseMaterial' } as const;
  const preview = await town.decider.call('GET /cases/:caseId/preview', {
    caseId,
    act: 'deny',
    text: deny.reason,
    ground: 'falseMaterial',
  });
  const { documentIds } = await town.decider.call('POST /cases/:caseId/decide', deny);
  const text = await textOfDocument(town, documentIds[0]);
  for (const said of ['第七十八条', '给予警告', '检测报告是伪造的', '2027年3月26日以前不得再次申请']) {
    expect(text).toContain(said);
    expect(preview.lines.join('')).toContain(said);
  }
  await expect(submitLicence(town, resident)).rejects.toMatchObject({
    code: 'barred_until',
    facts: { day: '2027-03-26', article: 78 },
  });
  await expect(
    takeInLicence(town, town.clerk, { name: '样例·张某某', residentNumber: resident.number }),
  ).rejects.toMatchObject({
    code: 'barred_until',
  });
  const { rows } = await town.db.pool.query(`select number_index::text as index from licence_bars`);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.index).not.toContain(resident.number);
});

test('ALL 78: an ordinary denial bars nobody', async () => {
  const resident = await town.resident();
  const caseId = await bringTo(town, resident, 'deciding');
  await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'DENIED', reason: '面积不够。' });
  await expect(submitLicence(town, resident)).resolves.toMatchObject({ state: 'RECEIVED' });
});

test('ALL 78: false material found at the check is refused acceptance, with the same bar', async () => {
  const resident = await town.resident();
  const { caseId } = await submitLicence(town, resident);
  const after = await town.clerk.call('POST /cases/:caseId/refuse', {
    caseId,
    ground: 'falseMaterial',
    reason: '营业执照是伪造的。',
  });
  expect(after.state).toBe('ACCEPTANCE_REFUSED');
  expect(await textOfDocument(town, after.documentIds[0])).toContain('第七十八条');
  await expect(submitLicence(town, resident)).rejects.toMatchObject({ code: 'barred_until' });
});

test('ALL 79: revoked for fraud in a matter of health, three years', async () => {
  const resident = await town.resident();
  await bringTo(town, resident, 'delivering');
  const [licence] = (await resident.call('GET /my/licences', {})).licences;
  await town.decider.call('POST /licences/:licenceId/revoke', {
    licenceId: licence?.licenceId ?? '',
    ground: 'fraud',
    reason: '检测报告是伪造的。',
    heard: { toldDay: town.today(), how: 'stated' },
  });
  await expect(submitLicence(town, resident)).rejects.toMatchObject({
    code: 'barred_until',
    facts: { day: '2029-03-26', article: 79 },
  });
});

test('ALL 8: recalled for a change of law, with hearing and compensation; the public page follows, and then it is cancelled', async () => {
  const caseId = await bring('delivering');
  const { licenceId, documentId } = await enterLicence(town, { caseId, number: '431302190001015555' });
  const recall = {
    licenceId,
    ground: 'lawChanged',
    reason: '《某管理条例》3月1日废止。',
    heard: { toldDay: town.today(), how: 'hearing' },
    compensation: '退还未使用年限的费用',
  } as const;
  const { compensation: _, ...without } = recall;
  await expect(town.decider.call('POST /licences/:licenceId/recall', without)).rejects.toMatchObject({
    code: 'compensation_missing',
  });
  const after = await town.decider.call('POST /licences/:licenceId/recall', recall);
  expect(after).toMatchObject({ state: 'recalled', sinceDay: '2026-03-26', actions: ['cancel'] });
  expect(after.changes[0]).toMatchObject({
    ground: 'lawChanged',
    heard: { how: 'hearing' },
    compensation: recall.compensation,
  });
  const token = await tokenOf(town, documentId);
  expect(await town.visitor.call('GET /document-checks/:token', { token })).toMatchObject({
    state: 'recalled',
    sinceDay: '2026-03-26',
  });
  const decision = after.documents.findLast(({ kind }) => kind === 'licenceDecision');
  expect(decision?.title).toBe('撤回行政许可决定书');
  const text = await textOfDocument(town, decision?.documentId);
  for (const said of ['第八条', '依法举行听证', '补偿：退还未使用年限的费用', '行政复议']) expect(text).toContain(said);
  const cancelled = await town.organHead.call('POST /licences/:licenceId/cancel', {
    licenceId,
    ground: 'endedBefore',
    reason: '已撤回。',
  });
  expect(cancelled.state).toBe('cancelled');
});

test('ALL 69, 70: no ground, a ground of another act, a ground that does not fit, nobody heard: each is refused and nothing changes', async () => {
  const caseId = await bring('delivering');
  const { licenceId } = await enterLicence(town, { caseId, number: '431302190001016666', untilDay: '2027-01-01' });
  const refused = async (act: 'revoke' | 'cancel', more: object) =>
    town.decider
      .call(`POST /licences/:licenceId/${act}`, { licenceId, reason: '经查属实。', ...more })
      .catch(({ code }) => code);
  expect(await refused('revoke', {})).toBe('ground_missing');
  expect(await refused('revoke', { ground: 'notRenewed' })).toBe('ground_unfit');
  expect(await refused('revoke', { ground: 'notEligible' })).toBe('holder_not_heard');
  expect(await refused('revoke', { ground: 'notEligible', heard: { toldDay: '2026-03-20', how: 'stated' } })).toBe(
    'holder_not_heard',
  );
  expect(await refused('cancel', { ground: 'notRenewed' })).toBe('ground_unfit');
  expect(await refused('cancel', { ground: 'firmDissolved' })).toBe('ground_unfit');
  expect((await town.decider.call('GET /licences/:licenceId', { licenceId })).changes).toEqual([]);
});

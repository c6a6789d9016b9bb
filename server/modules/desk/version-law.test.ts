import { expect, test } from 'vitest';
import { transact } from '../../platform/database/index.ts';
import { messagesOf, takeInLicence, takeInSenior, textOfDocument } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';
import { getVersionInForce, type ItemContent, publishItemVersion } from '../catalogue/index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

/** The department publishes a new version of an item, in force from today. */
async function publish(itemId: string, change: Partial<ItemContent>): Promise<void> {
  const call = town.systemCall();
  const { id: _, itemId: __, version: ___, ...version } = await getVersionInForce(town.db, call, itemId);
  const content = { ...version.content, ...change };
  await transact(town.db, (tx) => publishItemVersion(tx, { ...version, effectiveDay: town.today(), content }, call));
}

const supply = (caseId: string) =>
  town.clerk.call('POST /cases/:caseId/receive-supplement', {
    caseId,
    materials: [{ key: 'plan', received: true, originals: 0, copies: 1, fileIds: [] }],
  });
const unsigned = { key: 'plan', kind: 'unsigned', howToFix: '请签字' } as const;

test('R-1.4, R-2.15: a running case keeps the version that was published when it was filed', async () => {
  const before = await takeInLicence(town, town.clerk);
  await publish(town.items.hygieneLicence, {
    promisedLimit: { amount: 5, unit: 'workingDays', basis: { guide: '公共场所卫生许可办事指南' } },
  });
  const after = await takeInLicence(town, town.clerk);
  const dueOf = async (caseId: string) => (await town.clerk.call('POST /cases/:caseId/accept', { caseId })).due?.day;
  expect([await dueOf(before.caseId), await dueOf(after.caseId)]).toEqual(['2026-03-16', '2026-03-09']);
});

test('domain §2.3(e): where a local rule sets days for correcting, they are printed; without a new notice they do not start again', async () => {
  const rule = { law: '某市政务服务办法', article: '第二十条', mark: 'sample' } as const;
  await publish(town.items.hygieneLicence, { correctionDays: 15, deemedWithdrawal: rule });
  const { caseId } = await takeInLicence(town, town.clerk);
  const preview = await town.clerk.call('GET /cases/:caseId/preview', {
    caseId,
    act: 'correct',
    defects: JSON.stringify([unsigned]),
  });
  expect(preview.lines.join('\n')).toMatch(/请最迟2026年3月23日.*补齐/);
  const corrected = await town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [unsigned] });
  expect(corrected.due).toMatchObject({ purpose: 'correction', day: '2026-03-23' });
  const text = await textOfDocument(town, corrected.documentIds[0]);
  expect(text).toMatch(/请最迟2026年3月23日.*补齐/);
  expect(text).toContain('视为撤回申请');

  await town.at('2026-03-04T09:00');
  await supply(caseId);
  const back = await town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [unsigned] });
  expect(back).toMatchObject({ documentIds: [], due: { purpose: 'correction', day: '2026-03-23' } });

  await supply(caseId);
  const fresh = await town.clerk.call('POST /cases/:caseId/correct', {
    caseId,
    defects: [{ ...unsigned, kind: 'inconsistent', newlyArising: true }],
  });
  expect(fresh.due).toMatchObject({ purpose: 'correction', day: '2026-03-25' });
});

test('R-2.5: a licence whose version gives silence no meaning is not accepted by it, neither by plan nor by sweep', async () => {
  await publish(town.items.hygieneLicence, { deemedAcceptance: false });
  const { caseId } = await takeInLicence(town, town.clerk);
  await town.at('2026-03-12T09:00');
  const seen = await town.clerk.call('GET /cases/:caseId', { caseId });
  expect(seen).toMatchObject({ state: 'RECEIVED', deemedAccepted: false, due: { day: '2026-03-11', light: 'red' } });
});

test('R-2.5: a public service whose version gives it that meaning is accepted, even when its job is lost', async () => {
  await publish(town.items.seniorCard, { deemedAcceptance: true });
  const { caseId } = await takeInSenior(town, town.clerk, { phone: '13000000401' });
  await town.db.pool.query(`delete from jobs where kind = 'cases.deem-accepted'`);
  await town.at('2026-03-20T09:00');
  expect(await town.clerk.call('GET /cases/:caseId', { caseId })).toMatchObject({
    state: 'DECIDING',
    deemedAccepted: true,
    acceptedDay: '2026-03-12',
  });
  expect(await messagesOf(town, caseId)).toContainEqual(expect.stringContaining('从3月12日（星期四）起就算受理'));
});

test('domain §2.7: only a version that names its basis lets one officer decide alone, and the ledger says so', async () => {
  const two = await takeInSenior(town, town.clerk);
  await publish(town.items.seniorCard, {
    singleOfficer: { law: '本区当场办理规定（样例）', article: '第三条', mark: 'sample' },
  });
  const one = await takeInSenior(town, town.clerk);
  const decideAlone = async (caseId: string) => {
    await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    return town.clerk.call('POST /cases/:caseId/decide-at-desk', { caseId, outcome: 'GRANTED' });
  };
  await expect(decideAlone(two.caseId)).rejects.toMatchObject({ code: 'second_officer_needed' });
  expect((await decideAlone(one.caseId)).state).toBe('DELIVERING');
  const { story } = await town.supervisor.call('GET /cases/:caseId', { caseId: one.caseId });
  expect(story[0]).toMatchObject({
    act: 'case.granted',
    actor: { name: '样例·clerk' },
    facts: { singleOfficer: '本区当场办理规定（样例）第三条' },
  });
});

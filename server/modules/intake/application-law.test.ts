import { describe, expect, test } from 'vitest';
import type { ProcedureProfile } from '../../../contract/values.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { transact } from '../../platform/database/index.ts';
import { licenceAnswers } from '../../tests/support/applications.ts';
import { draftLicence, submitLicence, takeInLicence, textOfDocument } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';
import { getVersionInForce, type ItemContent, publishItemVersion } from '../catalogue/index.ts';

// The tests stand in the order of their days; a Thursday.
const town = await openTown({ on: '2026-03-05T09:00' });
const unsigned = { key: 'plan', kind: 'unsigned', howToFix: '请签字' } as const;
const view = (caseId: string) => town.clerk.call('GET /cases/:caseId', { caseId });
const correct = (caseId: string) => town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [unsigned] });
const onPaper = [{ key: 'plan', received: true, originals: 0, copies: 1, fileIds: [] }];

/** From today the licence is taken in by another version. */
async function publish(change: Partial<ItemContent>, profile: ProcedureProfile = 'LICENSE'): Promise<void> {
  const call = town.systemCall();
  const found = await getVersionInForce(town.db, call, town.items.hygieneLicence);
  const { id: _, itemId: __, version: ___, ...version } = found;
  const content = { ...version.content, ...change };
  await transact(town.db, (tx) =>
    publishItemVersion(tx, { ...version, profile, effectiveDay: town.today(), content }, call),
  );
}

describe('ALL 29, OBE 37: the applicant chooses how he applies', () => {
  test('OBE 37: the same licence at the window and online needs the same papers, and has the same limits and the same paper of acceptance', async () => {
    const atWindow = (await takeInLicence(town, town.clerk, { residentNumber: sampleNumber(811) })).caseId;
    const online = (await submitLicence(town, await town.resident())).caseId;
    const [one, other] = await Promise.all(
      [atWindow, online].map(async (caseId) => {
        const accepted = await town.clerk.call('POST /cases/:caseId/accept', { caseId });
        const { materials, statutoryDueDay, promisedDueDay, documents } = await view(caseId);
        return {
          ...{
            materials: materials.map(({ requirement }) => requirement.key),
            statutoryDueDay,
            promisedDueDay,
            due: accepted.due?.day,
          },
          paper: documents.find(({ kind }) => kind === 'acceptanceNotice')?.title,
        };
      }),
    );
    expect(one).toEqual(other);
  });

  test('OBE 37: who applied online may bring what is missing to the window, and how he gets the result is his wish', async () => {
    const resident = await town.resident();
    const { caseId } = await submitLicence(town, resident, { deliveryWish: 'ELECTRONIC' });
    await town.clerk.call('POST /cases/:caseId/open-material', { caseId, key: 'plan' });
    await correct(caseId);
    expect((await resident.call('GET /my/cases/:caseId', { caseId })).actions).toContain('supplement');
    const back = await town.clerk.call('POST /cases/:caseId/receive-supplement', { caseId, materials: onPaper });
    expect(back.state).toBe('RECEIVED');
    expect(await view(caseId)).toMatchObject({ channel: 'ONLINE', deliveryWish: 'ELECTRONIC', round: 2 });
  });
});

describe('ALL 31: nothing that has nothing to do with the licence', () => {
  test('a question or a paper that the published version does not have is refused, from the resident and from the window, and nothing is stored', async () => {
    const resident = await town.resident();
    const caseId = await draftLicence(town, resident);
    await expect(
      resident.call('POST /my/cases/:caseId/save', { caseId, answers: { maritalStatus: 'single' } }),
    ).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'maritalStatus', code: 'unknown_field' }] });
    await expect(
      resident.call('POST /my/cases/:caseId/save', {
        caseId,
        materials: [{ key: 'marriageCertificate', fileIds: [] }],
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'marriageCertificate', code: 'unknown_field' }] });
    expect((await resident.call('GET /my/cases/:caseId', { caseId })).answers).toEqual(licenceAnswers);
    const taken = await takeInLicence(town, town.clerk);
    await expect(
      town.clerk.call('POST /cases/:caseId/correct', {
        ...{ caseId: taken.caseId, defects: [{ key: 'marriageCertificate', kind: 'missing', howToFix: '请提交' }] },
      }),
    ).rejects.toMatchObject({ code: 'material_unknown' });
    expect((await view(taken.caseId)).state).toBe('RECEIVED');
  });

  test('ALL 29, 31: the form of application holds the questions of the version and no others', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    const { documents } = await view(caseId);
    const text = await textOfDocument(town, documents.find(({ kind }) => kind === 'applicationForm')?.documentId);
    const { content } = await getVersionInForce(town.db, town.systemCall(), town.items.hygieneLicence);
    const asked = content.form.flatMap(({ key, label }) => (key in licenceAnswers ? [label.zh.replace('？', '')] : []));
    const answered = text.split('\n').slice(8, 8 + asked.length + 1);
    expect(answered.map((line) => line.split('：')[0])).toEqual([...asked, '序号 | 提交的材料']);
  });
});

test('domain §2.3(f): received Thursday 5 March 2026, corrected a week later, accepted on Tuesday the 17th: the time of correcting is in no limit, and the twenty days end on Wednesday 15 April', async () => {
  const { caseId } = await takeInLicence(town, town.clerk);
  await town.at('2026-03-09T10:00');
  expect((await correct(caseId)).due).toBeUndefined();
  await town.at('2026-03-16T10:00');
  await town.clerk.call('POST /cases/:caseId/receive-supplement', { caseId, materials: onPaper });
  await town.at('2026-03-17T10:00');
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  const seen = await view(caseId);
  expect(seen).toMatchObject({ acceptedDay: '2026-03-17', statutoryDueDay: '2026-04-15' });
  expect(seen.explanation?.startDay).toBe('2026-03-17');
});

test('domain §2.3(d): where a local rule gives one working day, an online application of Thursday 19 March 2026 is answered by the end of Friday the 20th', async () => {
  await town.at('2026-03-19T15:00');
  const basis = { law: '样例市政务服务规定', article: '第四十二条' };
  await publish({ answerLimit: { amount: 1, unit: 'workingDays', basis } });
  const resident = await town.resident();
  const { caseId, due } = await submitLicence(town, resident);
  expect(due).toMatchObject({ purpose: 'answer', day: '2026-03-20' });
  await town.at('2026-03-21T00:01');
  const seen = await resident.call('GET /my/cases/:caseId', { caseId });
  expect(seen).toMatchObject({ state: 'ACCEPTED', deemedAccepted: true, acceptedDay: '2026-03-19' });
});

test('domain §2.3(c), 不动产登记暂行条例 17: a registration that is not answered on the spot, on Monday 23 March 2026, is accepted by law at the end of that day, and refused no more', async () => {
  await town.at('2026-03-23T10:00');
  const basis = { law: '不动产登记暂行条例', article: '第十七条' };
  await publish({ answerLimit: { amount: 0, unit: 'workingDays', basis } }, 'REAL_ESTATE');
  const { caseId, due } = await takeInLicence(town, town.clerk);
  expect(due).toMatchObject({ purpose: 'answer', day: '2026-03-23' });
  await town.at('2026-03-24T00:00');
  expect(await view(caseId)).toMatchObject({ state: 'ACCEPTED', deemedAccepted: true, acceptedDay: '2026-03-23' });
  await expect(
    town.clerk.call('POST /cases/:caseId/refuse', { caseId, ground: 'notRequired', reason: '不需要。' }),
  ).rejects.toMatchObject({ code: 'case_moved_on' });
});

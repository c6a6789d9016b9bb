import { describe, expect, test } from 'vitest';
import { shareOf } from '../../../contract/share.ts';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { enterLicence } from '../../tests/support/licences.ts';
import { acceptedLicence, reviewedLicence } from '../../tests/support/procedures.ts';
import { openTown } from '../../tests/support/town.ts';
import { getVersionInForce } from '../catalogue/index.ts';

// Tests stand in the order of their days, each in days of its own: from Monday 2026-03-02 on, weeks without a holiday until April.
const town = await openTown({ on: '2026-03-02T09:00' });
const { hygieneRenewal = '' } = town.items;

async function numbers(from: string, to = from) {
  await town.supervisor.call('POST /indicators/count', {});
  return (await town.supervisor.call('GET /indicators', { from, to })).sums;
}
const grant = (caseId: string) => town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });

/** A renewal taken in at the district's window, without the report that may follow. */
async function takeInRenewal(seed: number, papers: readonly string[] = ['idCard']): Promise<string> {
  const { caseId } = await town.districtClerk.call('POST /cases/take-in', {
    itemId: hygieneRenewal,
    applicant: {
      ...{ name: '样例·王老板', residentNumber: sampleNumber(seed), phone: `139000000${seed}` },
      regionId: town.regions.village,
    },
    answers: sampleAnswers('hygieneRenewal', town.regions.village),
    materials: papers.map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] })),
    deliveryWish: 'WINDOW',
  });
  return caseId;
}

describe('国发〔2022〕5号, 容缺受理', () => {
  test('accepted on Monday 2 March with a report that follows by the 4th, it counts as accepted on the 2nd, and not as corrected', async () => {
    const caseId = await takeInRenewal(51);
    await town.districtClerk.call('POST /cases/:caseId/accept-tolerated', {
      ...{ caseId, materials: ['testReport'], supplyDay: '2026-03-04' },
      ...{ method: 'WINDOW', signed: true },
    });
    expect(await numbers('2026-03-02')).toMatchObject({ received: 1, accepted: 1, corrected: 0, decided: 0 });
  });
});

describe('时限压缩比, domain §10.2: 1 − promised ÷ statutory, by accepted cases', () => {
  test('two licences promised in 10 and a renewal promised in 3 working days, each with 20 by law: 1 − 23 ÷ 60 = 61.67%', async () => {
    await town.at('2026-03-03T09:00');
    await acceptedLicence(town, { residentNumber: sampleNumber(52) });
    await acceptedLicence(town, { residentNumber: sampleNumber(53) });
    const caseId = await takeInRenewal(54, ['idCard', 'testReport']);
    await town.districtClerk.call('POST /cases/:caseId/accept', { caseId });
    const sums = await numbers('2026-03-03');
    expect(sums.accepted).toBe(3);
    expect(sums.savedHours * 60).toBe(sums.statutoryHours * 37);
    expect(shareOf(sums.savedHours, sums.statutoryHours)).toBe('61.67%');
  });
});

describe('R-2.14, ALL 45: what the law excludes is not counted against time', () => {
  test('accepted on 3 March, due on the 17th, an expert review from the 4th to the 20th: decided on the 20th it is on time', async () => {
    const [paused, plain] = [
      await reviewedLicence(town, { residentNumber: sampleNumber(55) }),
      await reviewedLicence(town, { residentNumber: sampleNumber(56) }),
    ];
    const { due } = await town.reviewer.call('GET /cases/:caseId', { caseId: plain });
    expect(due?.day).toBe('2026-03-17');
    await town.reviewer.call('POST /cases/:caseId/start-procedure', {
      ...{ caseId: paused, ground: 'expertReview', neededDays: 12, reason: '专家评审。' },
    });
    await town.at('2026-03-20T10:00');
    await town.reviewer.call('POST /cases/:caseId/end-procedure', { caseId: paused, result: '专家同意。' });
    await grant(paused);
    await grant(plain);
    // The same two days, the one with the review early and the other overdue.
    expect(await numbers('2026-03-20')).toMatchObject({ decided: 2, early: 1, onTime: 1, overdue: 1, pastLaw: 0 });
  });
});

describe('R-2.16, ALL 50(2): what the law renews', () => {
  test('applied for on 31 March, undecided on 30 April: decided by law on 30 April, past the law, and completed when its holder has it', async () => {
    const resident = await town.resident();
    const before = await bringTo(town, resident, 'received');
    await enterLicence(town, {
      ...{ caseId: before, name: '样例·张某某', number: resident.number, untilDay: '2026-04-30' },
    });
    await town.at('2026-03-31T10:00');
    const { content } = await getVersionInForce(town.db, town.systemCall(), hygieneRenewal);
    const { caseId } = await resident.call('POST /my/cases', { itemId: hygieneRenewal });
    const needed = content.materials.filter(({ necessity }) => necessity === 'required');
    await resident.call('POST /my/cases/:caseId/save', {
      ...{ caseId, answers: sampleAnswers('hygieneRenewal', town.regions.village) },
      materials: await Promise.all(
        needed.map(async ({ key }) => ({ key, fileIds: [await resident.upload(`${key}.png`)] })),
      ),
      ...{ regionId: town.regions.village, deliveryWish: 'ELECTRONIC' },
    });
    await resident.call('POST /my/cases/:caseId/submit', { caseId });
    await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    await town.at('2026-05-01T08:00');
    expect(await numbers('2026-04-30')).toMatchObject({ decided: 1, onTime: 0, overdue: 1, pastLaw: 1, denied: 0 });
    expect((await numbers('2026-05-01')).decided).toBe(0);
    const { cases } = await town.supervisor.call('GET /indicators/cases', {
      ...{ from: '2026-04-30', to: '2026-04-30', measure: 'pastLaw' },
    });
    expect(cases).toMatchObject([{ caseId, decidedDay: '2026-04-30' }]);
    // It stands open until its holder has it.
    expect(await numbers('2026-03-31', '2026-05-01')).toMatchObject({ accepted: 1, finished: 0, withdrawn: 0 });
    await resident.call('POST /my/cases/:caseId/receive-result', { caseId });
    expect(await numbers('2026-05-01')).toMatchObject({ completed: 1, served: 1, noTrip: 1 });
  });
});

import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '../../../contract/documents.ts';
import type { CaseState } from '../../../contract/values.ts';
import { caseStates, meetingKinds } from '../../../contract/words.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { bringTo, takeInTolerable } from '../../tests/authorisation/cases.ts';
import { draftLicence, submitLicence, takeInLicence } from '../../tests/support/filing.ts';
import { acceptedCase, publishParallel } from '../../tests/support/parallel.ts';
import { acceptedLicence, publishWay, reviewedLicence } from '../../tests/support/procedures.ts';
import { publishChange, stepOf } from '../../tests/support/steps.ts';
import { openTown } from '../../tests/support/town.ts';

// The whole table of domain §2.2, in the order of the days: Monday 2 March 2026, five working days to Monday the 9th.
const town = await openTown({ on: '2026-03-02T09:00' });

const reached = new Set<CaseState>();

/**
 * One line of the table: from where to where, by which row of the case's chain, with which papers. A line without a paper
 * says why the law wants none. What was passed in the instant of a decision is told by its outcome.
 */
async function expectStep(
  caseId: string,
  act: () => Promise<unknown>,
  line: {
    from: CaseState;
    to: CaseState;
    row: string;
    papers: readonly DocumentKind[];
    without?: string;
    through?: 'GRANTED' | 'DENIED';
  },
): Promise<void> {
  const step = await stepOf(town, caseId, act);
  expect([step.from, step.to]).toEqual([line.from, line.to]);
  expect(step.acts).toContain(line.row);
  expect(step.papers.toSorted()).toEqual(line.papers.toSorted());
  expect(line.papers.length > 0 || line.without !== undefined).toBe(true);
  if (line.through !== undefined) expect(step.outcome).toBe(line.through);
  for (const state of [line.from, line.through ?? line.from, line.to]) reached.add(state);
  expect((await town.supervisor.call('GET /cases/:caseId', { caseId })).history.whole).toBe(true);
}

const onPaper = (keys: readonly string[]) =>
  keys.map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] }));
const defects = [{ key: 'testReport', kind: 'unreadable', howToFix: '请重新拍照。' }] as const;
const correct = (caseId: string) => town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [...defects] });
const accept = (caseId: string) => town.clerk.call('POST /cases/:caseId/accept', { caseId });
const signFor = (caseId: string) => town.reviewer.call('POST /cases/:caseId/sign-for', { caseId });
const review = (caseId: string) =>
  town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '符合条件。' });
const grant = (caseId: string) => town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
const deliver = (caseId: string) =>
  town.clerk.call('POST /cases/:caseId/deliver', { caseId, method: 'DIRECT', receiver: 'applicant' });
const sheet = '内部审批表 of the archive holds it';

describe('domain §2.2: before acceptance', () => {
  test('DRAFT → RECEIVED at the instant of submission, with application and material receipt; RECEIVED → CORRECTION_REQUIRED → RECEIVED → ACCEPTED', async () => {
    const resident = await town.resident();
    const caseId = await draftLicence(town, resident);
    await expectStep(caseId, () => resident.call('POST /my/cases/:caseId/submit', { caseId }), {
      ...{ from: 'DRAFT', to: 'RECEIVED', row: 'case.submitted', papers: ['applicationForm', 'intakeReceipt'] },
    });
    await town.clerk.call('POST /cases/:caseId/open-material', { caseId, key: 'testReport' });
    await expectStep(caseId, () => correct(caseId), {
      ...{ from: 'RECEIVED', to: 'CORRECTION_REQUIRED', row: 'case.corrected', papers: ['correctionNotice'] },
    });
    const materials = [{ key: 'testReport', fileIds: [await resident.upload('testReport.png')] }];
    await expectStep(caseId, () => resident.call('POST /my/cases/:caseId/supplement', { caseId, materials }), {
      ...{ from: 'CORRECTION_REQUIRED', to: 'RECEIVED', row: 'case.supplemented', papers: ['intakeReceipt'] },
    });
    await expectStep(caseId, () => accept(caseId), {
      ...{ from: 'RECEIVED', to: 'ACCEPTED', row: 'case.accepted', papers: ['acceptanceNotice'] },
    });
  });

  test.each([
    ['NOT_REQUIRED', 'notRequired', 'case.notRequired'],
    ['ACCEPTANCE_REFUSED', 'outsideAuthority', 'case.refused'],
    ['ACCEPTANCE_REFUSED', 'falseMaterial', 'case.refused'],
  ] as const)('RECEIVED → %s (%s), with the decision or notice of ALL 32(1), 78', async (to, ground, row) => {
    const { caseId } = await submitLicence(town, await town.resident());
    const refuse = () =>
      town.clerk.call('POST /cases/:caseId/refuse', {
        ...{ caseId, ground, reason: '样例理由。' },
        ...(ground === 'outsideAuthority' && { competentOrgan: '样例市卫生健康委员会' }),
      });
    await expectStep(caseId, refuse, { from: 'RECEIVED', to, row, papers: ['acceptanceRefusal'] });
  });

  test('RECEIVED → ACCEPTED by tolerated acceptance, with commitment, its notice and the acceptance notice', async () => {
    const caseId = await takeInTolerable(town, sampleNumber(8101));
    const tolerate = () =>
      town.clerk.call('POST /cases/:caseId/accept-tolerated', {
        ...{ caseId, materials: ['photos', 'training'], supplyDay: '2026-03-06', method: 'WINDOW', signed: true },
      });
    await expectStep(caseId, tolerate, {
      ...{ from: 'RECEIVED', to: 'ACCEPTED', row: 'case.acceptedTolerated' },
      papers: ['toleratedCommitment', 'toleratedNotice', 'acceptanceNotice'],
    });
    // Not supplied by the end of its day: TERMINATED, on the ground of the list.
    await expectStep(caseId, () => town.at('2026-03-07T00:10'), {
      ...{ from: 'ACCEPTED', to: 'TERMINATED', row: 'case.terminated', papers: ['terminationNotice'] },
    });
  });

  test('RECEIVED → ACCEPTED by silence, and CORRECTION_REQUIRED → WITHDRAWN_DEEMED only by a local rule', async () => {
    const rule = { law: '某市政务服务办法', article: '第二十条', mark: 'sample' } as const;
    await publishChange(town, town.items.hygieneLicence, () => ({ correctionDays: 5, deemedWithdrawal: rule }));
    const silent = await submitLicence(town, await town.resident());
    const { caseId } = await takeInLicence(town, town.clerk, { papers: ['idCard', 'plan', 'hygieneRules'] });
    await correct(caseId);
    // Received on Saturday the 7th, and told the same day: five working days end on Friday the 13th.
    await town.at('2026-03-13T23:50');
    await expectStep(silent.caseId, () => town.at('2026-03-14T00:10'), {
      ...{ from: 'RECEIVED', to: 'ACCEPTED', row: 'case.deemedAccepted', papers: ['acceptanceNotice'] },
    });
    // Until Friday the 20th the window enters letters that came by the 13th (ALL 29); then its notice names the rule.
    await town.at('2026-03-20T23:50');
    await expectStep(caseId, () => town.at('2026-03-21T00:10'), {
      ...{ from: 'CORRECTION_REQUIRED', to: 'WITHDRAWN_DEEMED', row: 'case.deemedWithdrawn' },
      papers: ['deemedWithdrawalNotice'],
    });
    await town.at('2026-03-23T09:00');
  });
});

describe('domain §2.2: under examination', () => {
  test('ACCEPTED → IN_REVIEW → SPECIAL_PROCEDURE → IN_REVIEW → DECIDING → DENIED → DELIVERING → COMPLETED', async () => {
    const caseId = await acceptedLicence(town, { residentNumber: sampleNumber(8102) });
    await expectStep(caseId, () => signFor(caseId), {
      ...{ from: 'ACCEPTED', to: 'IN_REVIEW', row: 'case.signedFor', papers: [], without: sheet },
    });
    const start = () =>
      town.reviewer.call('POST /cases/:caseId/start-procedure', {
        ...{ caseId, ground: 'testing', neededDays: 3, reason: '样品送检。' },
      });
    await expectStep(caseId, start, {
      ...{ from: 'IN_REVIEW', to: 'SPECIAL_PROCEDURE', row: 'case.procedureStarted' },
      papers: ['specialProcedureNotice'],
    });
    const end = () => town.reviewer.call('POST /cases/:caseId/end-procedure', { caseId, result: '不合格。' });
    await expectStep(caseId, end, {
      ...{ from: 'SPECIAL_PROCEDURE', to: 'IN_REVIEW', row: 'case.procedureEnded', papers: ['resumptionNotice'] },
    });
    await expectStep(caseId, () => review(caseId), {
      ...{ from: 'IN_REVIEW', to: 'DECIDING', row: 'case.reviewed', papers: [], without: sheet },
    });
    const deny = () =>
      town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'DENIED', reason: '检测不合格。' });
    await expectStep(caseId, deny, {
      ...{ from: 'DECIDING', through: 'DENIED', to: 'DELIVERING', row: 'case.denied', papers: ['denialDecision'] },
    });
    await expectStep(caseId, () => deliver(caseId), {
      ...{ from: 'DELIVERING', to: 'COMPLETED', row: 'case.delivered', papers: ['deliveryReceipt'] },
    });
  });

  test('IN_REVIEW → TERMINATED by the organ, RECEIVED → WITHDRAWN at the window, DECIDING → WITHDRAWN online: before the decision', async () => {
    const [first, second] = [await town.resident(), await town.resident()];
    const gone = await bringTo(town, first, 'inReview');
    const terminate = () =>
      town.decider.call('POST /cases/:caseId/terminate', {
        ...{ caseId: gone, ground: 'objectGone', reason: '店面已拆除。', returned: [] },
      });
    await expectStep(gone, terminate, {
      ...{ from: 'IN_REVIEW', to: 'TERMINATED', row: 'case.terminated', papers: ['terminationNotice'] },
    });
    const { caseId } = await takeInLicence(town, town.clerk, { residentNumber: sampleNumber(8103) });
    const withdraw = () =>
      town.clerk.call('POST /cases/:caseId/withdraw-for-applicant', { caseId, signer: 'applicant', returned: [] });
    await expectStep(caseId, withdraw, {
      ...{ from: 'RECEIVED', to: 'WITHDRAWN', row: 'case.withdrawn', papers: ['withdrawalRequest'] },
    });
    const late = await bringTo(town, second, 'deciding');
    await expectStep(late, () => second.call('POST /my/cases/:caseId/withdraw', { caseId: late }), {
      ...{ from: 'DECIDING', to: 'WITHDRAWN', row: 'case.withdrawn', papers: ['withdrawalRequest'] },
    });
  });

  const recordUpper = async (caseId: string, outcome: 'GRANTED' | 'DENIED') =>
    town.decider.call('POST /cases/:caseId/record-upper-decision', {
      ...{ caseId, outcome, number: '市卫健许决〔2026〕8号', day: town.today() },
      fileId: await town.decider.upload('上级决定.png'),
    });

  test('→ REPORTED_UP once the first review is whole (ALL 35, 43), and → DECIDING with what the upper organ decided', async () => {
    await publishWay(town, { reportUp: true });
    const caseId = await reviewedLicence(town, { residentNumber: sampleNumber(8104) });
    const report = () =>
      town.reviewer.call('POST /cases/:caseId/report-up', { caseId, opinion: 'agree', text: '拟同意。' });
    await expectStep(caseId, report, {
      ...{ from: 'DECIDING', to: 'REPORTED_UP', row: 'case.reportedUp', papers: ['reportUpOpinion'] },
    });
    await expectStep(caseId, () => recordUpper(caseId, 'GRANTED'), {
      ...{ from: 'REPORTED_UP', to: 'DECIDING', row: 'case.upperDecided', papers: [] },
      without: 'the upper organ’s own decision is kept as a file',
    });
  });

  test('REPORTED_UP, ALL 35: what was owed is supplied while the matter lies above; nothing else moves, and only then it can be granted', async () => {
    const itemId = town.items['fireworksShop'] ?? '';
    const basis = { law: '行政许可法', article: '第三十五条', mark: 'sample' } as const;
    await publishChange(town, itemId, (content) => ({
      process: {
        stages: (content.process?.stages ?? []).filter(({ tasks }) =>
          tasks.every(({ kind }) => !(meetingKinds as readonly string[]).includes(kind)),
        ),
        reportUp: { organ: { zh: '市应急管理局（演示）', en: 'Upper organ' }, basis },
      },
    }));
    const caseId = await takeInTolerable(town, sampleNumber(8105));
    await town.clerk.call('POST /cases/:caseId/accept-tolerated', {
      ...{ caseId, materials: ['photos', 'training'], supplyDay: town.today(), method: 'WINDOW', signed: true },
    });
    await examine(caseId);
    await town.reviewer.call('POST /cases/:caseId/report-up', { caseId, opinion: 'agree', text: '拟同意。' });
    const supply = (keys: readonly string[]) =>
      town.clerk.call('POST /cases/:caseId/receive-tolerated', { caseId, materials: onPaper(keys) });
    await expectStep(caseId, () => supply(['photos']), {
      ...{
        from: 'REPORTED_UP',
        to: 'REPORTED_UP',
        row: 'case.receivedTolerated',
        papers: ['intakeReceipt'],
      },
    });
    await recordUpper(caseId, 'GRANTED');
    await expect(grant(caseId)).rejects.toMatchObject({ code: 'materials_owed', facts: { count: 1 } });
    await supply(['training']);
    const { papers } = await stepOf(town, caseId, () => grant(caseId));
    expect(papers).toContain('grantDecision');
  });
});

/** Every part of a matter is signed for and agreed to. */
async function examine(caseId: string): Promise<void> {
  for (;;) {
    const { tasks } = await town.reviewer.call('GET /cases/:caseId', { caseId });
    const task = tasks.find(({ kind, state }) => kind === 'REVIEW' && (state === 'open' || state === 'signedFor'));
    if (task === undefined) return;
    const on = { caseId, taskId: task.taskId };
    await town.reviewer.call('POST /cases/:caseId/sign-for', on);
    await town.reviewer.call('POST /cases/:caseId/review', { ...on, opinion: 'agree', text: '符合条件。' });
  }
}

describe('domain §2.2: from the decision to the archive', () => {
  let certified = '';

  test('DECIDING → GRANTED → CERTIFYING → DELIVERING → COMPLETED', async () => {
    await publishParallel(town, [{ tasks: { review: { organ: 'bureau' } } }], { certified: 'yes' });
    certified = await acceptedCase(town);
    const caseId = certified;
    await signFor(caseId);
    await review(caseId);
    await expectStep(caseId, () => grant(caseId), {
      ...{ from: 'DECIDING', through: 'GRANTED', to: 'CERTIFYING', row: 'case.granted' },
      papers: ['grantDecision', 'certificate'],
    });
    await expectStep(caseId, () => town.reviewer.call('POST /cases/:caseId/certify', { caseId }), {
      ...{ from: 'CERTIFYING', to: 'DELIVERING', row: 'case.certified', papers: [] },
      without: 'the certificate was issued with its decision',
    });
    await expectStep(caseId, () => deliver(caseId), {
      ...{ from: 'DELIVERING', to: 'COMPLETED', row: 'case.delivered', papers: ['deliveryReceipt'] },
    });
  });

  test('COMPLETED → ARCHIVED ten working days later: the package is built and checked, with its sheet, list and report', async () => {
    // Completed on Monday 23 March; Qingming, Monday 6 April, is a holiday: the tenth working day is Tuesday the 7th.
    await town.at('2026-04-03T20:00');
    await expectStep(certified, () => town.at('2026-04-08T06:00'), {
      ...{ from: 'COMPLETED', to: 'ARCHIVED', row: 'case.archived' },
      papers: ['reviewSheet', 'archiveList', 'archiveCheckReport'],
    });
  });

  test('Every state of the contract’s list was reached', () => {
    expect(caseStates.filter((state) => !reached.has(state))).toEqual([]);
  });
});

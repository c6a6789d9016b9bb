import { expect, test } from 'vitest';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { textOfDocument } from '../../tests/support/filing.ts';
import {
  anExpert,
  arrange,
  bureauOfficers,
  caseWithTask,
  inspectorOf,
  partnerOfficers,
  publishStages,
  serveHearingNotices,
  signForTask,
  taskOf,
} from '../../tests/support/meetings.ts';
import { openTown, Refused } from '../../tests/support/town.ts';
import { draw, poolDigest, seedOf } from './draw.rules.ts';

const refusal = async (made: Promise<unknown>) => {
  const refused = await made.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(refused instanceof Refused)) throw new Error('It was not refused.');
  return { code: refused.code, facts: refused.facts };
};

// Monday 2 March 2026; one district for all, whose time goes on from test to test.
const town = await openTown({ on: '2026-03-02T09:00' });

const stateOf = async (caseId: string) => (await town.decider.call('GET /cases/:caseId', { caseId })).state;

let lateInspection = { caseId: '', taskId: '' };

test('ALL 55: an inspection has two officers from the start, assigned within five working days of acceptance', async () => {
  await publishStages(town, [{ kind: 'INSPECTION' }]);
  const inTime = await caseWithTask(town, 'INSPECTION');
  const late = await caseWithTask(town, 'INSPECTION');
  expect(await refusal(arrange(town, inTime))).toMatchObject({
    code: 'officers_too_few',
    facts: { article: '55', needed: 2 },
  });
  // Accepted on Monday 2 March: by Monday 9 March.
  expect(await arrange(town, inTime, { officers: [bureauOfficers(town)] })).toMatchObject({
    assignLastDay: '2026-03-09',
    assignedLate: false,
  });
  lateInspection = late;
});

test('ALL 34: nobody who took the case in or accepted it visits; a person who is no officer of the organ is no option', async () => {
  await publishStages(town, [{ kind: 'SITE_VISIT' }]);
  const task = await caseWithTask(town, 'SITE_VISIT');
  expect(
    await refusal(
      arrange(town, task, {
        officers: [{ organId: town.organs.bureau, staffIds: [town.reviewer.staffId, town.clerk.staffId] }],
      }),
    ),
  ).toMatchObject({ code: 'invalid_input' });
  expect(await refusal(arrange(town, task, { startsAt: '2026-03-01T10:00' }))).toMatchObject({ code: 'invalid_input' });
  expect(await refusal(arrange(town, task, { startsAt: '2026-02-30T25:00' }))).toMatchObject({ code: 'invalid_input' });
});

test('ALL 34, domain §4.1: a joint site visit has two officers of each organ, one merged opinion signed by each of them, and finishes its task', async () => {
  await publishStages(town, [{ kind: 'JOINT_SITE_VISIT', participants: [town.organs.partner] }]);
  const task = await caseWithTask(town, 'JOINT_SITE_VISIT');
  expect(
    await refusal(
      arrange(town, task, { officers: [{ organId: town.organs.bureau, staffIds: [town.reviewer.staffId] }] }),
    ),
  ).toMatchObject({ code: 'officers_too_few', facts: { count: 1, needed: 2, article: '34' } });
  const { meetingId } = await arrange(town, task, { officers: [bureauOfficers(town)] });
  expect(await refusal(arrange(town, task))).toMatchObject({ code: 'meeting_open' });
  // The partner sees the one appointment and names its own officers.
  const mine = await town.partnerReviewer.call('GET /meetings', {});
  expect(mine.meetings.map(({ day, awaits }) => ({ day, awaits }))).toEqual([
    { day: '2026-03-04', awaits: 'officers' },
  ]);
  expect(
    await refusal(
      town.partnerReviewer.call('POST /meetings/:meetingId/name-officers', {
        meetingId,
        staffIds: [town.partnerReviewer.staffId],
      }),
    ),
  ).toMatchObject({ code: 'officers_too_few' });
  await town.partnerReviewer.call('POST /meetings/:meetingId/name-officers', {
    meetingId,
    staffIds: partnerOfficers(town).staffIds,
  });
  const hold = (attendees: string[]) => town.reviewer.call('POST /meetings/:meetingId/hold', { meetingId, attendees });
  const all = [...bureauOfficers(town).staffIds, ...partnerOfficers(town).staffIds];
  expect(await refusal(hold(all))).toMatchObject({ code: 'meeting_early', facts: { day: '2026-03-04' } });
  await town.at('2026-03-04T12:00');
  expect(await refusal(hold([...bureauOfficers(town).staffIds, town.partnerReviewer.staffId]))).toMatchObject({
    code: 'officers_too_few',
    facts: { count: 1, needed: 2, article: '34', organ: '区城市管理局（演示）' },
  });
  // The same officer twice is one.
  expect(
    await refusal(hold([...bureauOfficers(town).staffIds, town.partnerReviewer.staffId, town.partnerReviewer.staffId])),
  ).toMatchObject({ code: 'officers_too_few' });
  expect((await hold(all)).state).toBe('HELD');
  const sign = (by: typeof town.reviewer) => by.call('POST /meetings/:meetingId/sign', { meetingId });
  expect(await refusal(sign(town.reviewer))).toMatchObject({ code: 'opinions_missing' });
  const opinion = { meetingId, opinion: 'agree', text: '现场符合要求。' } as const;
  await town.reviewer.call('POST /meetings/:meetingId/write-opinion', opinion);
  await town.partnerReviewer.call('POST /meetings/:meetingId/write-opinion', opinion);
  await town.reviewer.call('POST /meetings/:meetingId/write-conclusion', {
    meetingId,
    outcome: 'agree',
    text: '两家单位一致认为符合要求。',
  });
  const standing = async () =>
    (await town.reviewer.call('GET /meetings/:meetingId', { meetingId })).organParts.map(({ signedBy, officers }) => [
      signedBy ?? '',
      officers.filter(({ signedAt }) => signedAt === undefined).length,
    ]);
  await sign(town.reviewer);
  // Two were there and one signed: the organ has not.
  expect((await standing()).toSorted()).toEqual([
    ['', 1],
    ['', 2],
  ]);
  expect(await refusal(sign(town.reviewer))).toMatchObject({ code: 'officer_signed' });
  expect(await refusal(sign(town.organHead))).toMatchObject({ code: 'not_attended' });
  await sign(town.decider);
  expect(await refusal(sign(town.reviewer))).toMatchObject({ code: 'organ_signed' });
  // What changes after a signature is signed anew by everybody.
  await town.partnerReviewer.call('POST /meetings/:meetingId/write-opinion', { ...opinion, text: '符合，注意疏散。' });
  expect(await standing()).toEqual([
    ['', 2],
    ['', 2],
  ]);
  await sign(town.partnerReviewer);
  await town.at('2026-03-04T12:10');
  for (const by of [town.partnerDecider, town.reviewer]) expect((await sign(by)).state).toBe('HELD');
  const concluded = await sign(town.decider);
  expect(concluded).toMatchObject({ state: 'CONCLUDED', outcome: 'agree' });
  expect(concluded.documents.map(({ kind }) => kind)).toEqual(['siteVisitRecord']);
  const paper = await textOfDocument(town, concluded.documents[0]?.documentId);
  const times = [...paper.matchAll(/2026年3月4日(12时\d\d分)\s*电子签名/gu)].map(([, time]) => time);
  expect(times.toSorted()).toEqual(['12时00分', '12时10分', '12时10分', '12时10分']);
  expect(await stateOf(task.caseId)).toBe('DECIDING');
  expect(await refusal(sign(town.partnerDecider))).toMatchObject({
    code: 'meeting_moved_on',
    facts: { state: 'CONCLUDED' },
  });
});

test('Domain §4.1: one re-check; a third visit is refused', async () => {
  await publishStages(town, [{ kind: 'SITE_VISIT' }]);
  const task = await caseWithTask(town, 'SITE_VISIT');
  const visit = async (startsAt: string, local: string) => {
    const { meetingId } = await arrange(town, task, { startsAt, officers: [bureauOfficers(town)] });
    await town.at(local);
    await town.reviewer.call('POST /meetings/:meetingId/hold', {
      meetingId,
      attendees: bureauOfficers(town).staffIds,
    });
    return meetingId;
  };
  const conclude = (meetingId: string, outcome: 'agree' | 'recheck') =>
    town.reviewer.call('POST /meetings/:meetingId/write-conclusion', {
      meetingId,
      outcome,
      text: '缺少灭火器，请补。',
    });
  const sign = async (meetingId: string) => {
    await town.reviewer.call('POST /meetings/:meetingId/sign', { meetingId });
    return town.decider.call('POST /meetings/:meetingId/sign', { meetingId });
  };
  // A visit that was called off is none.
  const cancelled = await arrange(town, task, { startsAt: '2026-03-05T09:00' });
  await town.reviewer.call('POST /meetings/:meetingId/cancel', { meetingId: cancelled.meetingId, reason: '停电。' });
  const first = await visit('2026-03-05T10:00', '2026-03-05T12:00');
  await conclude(first, 'recheck');
  expect((await sign(first)).state).toBe('CONCLUDED');
  expect(await stateOf(task.caseId)).toBe('IN_REVIEW');
  const second = await visit('2026-03-10T10:00', '2026-03-10T12:00');
  expect((await town.reviewer.call('GET /meetings/:meetingId', { meetingId: second })).visit).toBe(2);
  expect(await refusal(conclude(second, 'recheck'))).toMatchObject({ code: 'third_visit' });
  await conclude(second, 'agree');
  await sign(second);
  expect(await stateOf(task.caseId)).toBe('DECIDING');
  expect(await refusal(arrange(town, task, { startsAt: '2026-03-12T10:00' }))).toMatchObject({ code: 'case_moved_on' });
});

test('ALL 34, 55: an officer who cannot sign here signs the paper original; a colleague records it, and where it is kept', async () => {
  await publishStages(town, [{ kind: 'INSPECTION' }]);
  const task = await caseWithTask(town, 'INSPECTION');
  const inspector = await inspectorOf(town, town.organs.bureau);
  const staffIds = [town.reviewer.staffId, inspector.staffId];
  const { meetingId } = await arrange(town, task, {
    ...{ startsAt: '2026-03-10T13:00', officers: [{ organId: town.organs.bureau, staffIds }] },
  });
  await town.at('2026-03-10T13:30');
  await town.reviewer.call('POST /meetings/:meetingId/hold', { meetingId, attendees: staffIds });
  const record = (staffId: string, note?: string) =>
    town.reviewer.call('POST /meetings/:meetingId/record-signature', {
      ...{ meetingId, staffId, signature: 'SIGNED', ...(note !== undefined && { note }) },
    });
  const note = '出差在外，原件存食品科2026年卷。';
  // Before the merged opinion is written there is nothing to sign.
  expect(await refusal(record(inspector.staffId, note))).toMatchObject({ code: 'not_allowed' });
  const merged = { meetingId, outcome: 'agree', text: '合格。' } as const;
  await town.reviewer.call('POST /meetings/:meetingId/write-conclusion', merged);
  // Not without the note, not for himself, and not for whoever was not there.
  expect(await refusal(record(inspector.staffId))).toMatchObject({ code: 'invalid_input' });
  for (const { staffId } of [town.reviewer, town.decider])
    expect(await refusal(record(staffId, note))).toMatchObject({ code: 'invalid_input' });
  const recorded = await record(inspector.staffId, note);
  const { officers = [] } = recorded.organParts[0] ?? {};
  expect(officers.find(({ staffId }) => staffId === inspector.staffId)).toMatchObject({
    ...{ note, recordedBy: '样例·reviewer' },
  });
  expect(await refusal(record(inspector.staffId, note))).toMatchObject({ code: 'not_allowed' });
  await town.at('2026-03-10T13:50');
  const signed = await town.reviewer.call('POST /meetings/:meetingId/sign', { meetingId });
  expect(signed.state).toBe('CONCLUDED');
  const paper = await textOfDocument(town, signed.documents[0]?.documentId);
  expect(paper).toMatch(/样例·inspector0[\s\S]*样例执法4300[\s\S]*2026年3月10日13时30分\s*已在纸质原件上签名/u);
  expect(paper).toMatch(/2026年3月10日13时50分\s*电子签名/u);
});

test('ALL 55: officers who are assigned later are a delay that everybody sees, not a way out', async () => {
  await town.at('2026-03-10T14:00');
  expect(
    await arrange(town, lateInspection, { officers: [bureauOfficers(town)], startsAt: '2026-03-11T10:00' }),
  ).toMatchObject({ assignLastDay: '2026-03-09', assignedLate: true });
});

test('Two organs sign at once: the meeting is concluded once', async () => {
  await publishStages(town, [{ kind: 'JOINT_REVIEW', participants: [town.organs.partner] }]);
  const task = await caseWithTask(town, 'JOINT_REVIEW');
  const { meetingId } = await arrange(town, task, {
    officers: [bureauOfficers(town), partnerOfficers(town)],
    startsAt: '2026-03-12T10:00',
  });
  await town.at('2026-03-12T12:00');
  const attend = (attendees: string[]) =>
    town.reviewer.call('POST /meetings/:meetingId/hold', { meetingId, attendees });
  expect(await refusal(attend([town.reviewer.staffId]))).toMatchObject({
    code: 'organ_absent',
    facts: { organ: '区城市管理局（演示）' },
  });
  await attend([town.reviewer.staffId, town.partnerReviewer.staffId]);
  const opinion = { meetingId, opinion: 'agree', text: '同意。' } as const;
  await town.reviewer.call('POST /meetings/:meetingId/write-opinion', opinion);
  await town.partnerReviewer.call('POST /meetings/:meetingId/write-opinion', opinion);
  await town.reviewer.call('POST /meetings/:meetingId/write-conclusion', {
    meetingId,
    outcome: 'agree',
    text: '同意。',
  });
  expect(
    await refusal(
      town.reviewer.call('POST /meetings/:meetingId/write-conclusion', {
        meetingId,
        outcome: 'recheck',
        text: '再看。',
      }),
    ),
  ).toMatchObject({ code: 'recheck_not_possible' });
  await Promise.all(
    [town.reviewer, town.partnerReviewer].map((by) => by.call('POST /meetings/:meetingId/sign', { meetingId })),
  );
  const { rows } = await town.db.pool.query(
    `select act from ledger_rows where district = $1 and subject_id = $2 and act in ('case.meetingSigned', 'case.meetingConcluded')`,
    [town.district, task.caseId],
  );
  expect(rows.map(({ act }) => act).toSorted()).toEqual([
    'case.meetingConcluded',
    'case.meetingSigned',
    'case.meetingSigned',
  ]);
  expect(await stateOf(task.caseId)).toBe('DECIDING');
});

test('R-2.14: experts are drawn by a published seed that anyone can replay; related experts are out, who declines is replaced by the next', async () => {
  await publishStages(town, [{ kind: 'EXPERT_PANEL' }]);
  const add = (expert: Parameters<typeof anExpert>) => town.itemPublisher.call('POST /experts', anExpert(...expert));
  const task = await caseWithTask(town, 'EXPERT_PANEL');
  const experts = { fields: ['fireSafety'], count: 3 } as const;
  expect(
    await refusal(
      arrange(town, task, { startsAt: '2026-03-16T10:00', experts: { ...experts, fields: ['fireSafety'] } }),
    ),
  ).toMatchObject({
    code: 'experts_too_few',
    facts: { eligible: 0, count: 3 },
  });
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己']) await add([`样例·专家${name}`]);
  await add(['样例·外行', { fields: ['law'] }]);
  await add(['样例·离库', { untilDay: '2026-02-28' }]);
  const related = await add(['样例·同事', { employer: '样例·张记理发店' }]);
  await add(['样例·亲属', { relatives: [{ name: '样例·张记理发店', relation: 'spouse' }] }]);
  await add(['样例·申报', { interests: ['样例·张记理发店'] }]);
  const { meetingId } = await arrange(town, task, {
    startsAt: '2026-03-16T10:00',
    experts: { ...experts, fields: ['fireSafety'] },
  });
  const before = await town.visitor.call('GET /draws/:meetingId', { meetingId });
  expect(before.drawn).toEqual([]);
  expect(before.pool.map(({ standing }) => standing).toSorted()).toEqual([
    'declared',
    ...Array(6).fill('eligible'),
    'otherField',
    'related',
    'sameEmployer',
    'unavailable',
  ]);
  expect(JSON.stringify(before)).not.toContain('样例');
  // Whoever is taken into the pool afterwards changes nothing: it was frozen with the seed.
  await add(['样例·后来']);
  const drawn = await town.reviewer.call('POST /meetings/:meetingId/draw-experts', { meetingId });
  const published = await town.visitor.call('GET /draws/:meetingId', { meetingId });
  expect(published.seed).toBe(before.seed);
  const { pool, count, fields, seedMeetingId, seedDay, ledgerHash } = published;
  const digest = poolDigest(pool, { fields, count });
  const seed = seedOf({ seedMeetingId, seedDay, ledgerHash, poolDigest: digest });
  expect([digest, seed]).toEqual([published.poolDigest, published.seed]);
  const order = draw(pool, seed);
  expect(published.drawn.map(({ ticket }) => ticket)).toEqual(order.slice(0, 3));
  expect(await refusal(town.reviewer.call('POST /meetings/:meetingId/draw-experts', { meetingId }))).toMatchObject({
    code: 'draw_done',
  });
  const [first] = drawn.draw?.experts ?? [];
  const replaced = await town.reviewer.call('POST /meetings/:meetingId/decline-expert', {
    meetingId,
    expertId: first?.expertId ?? '',
    ground: 'declared',
    reason: '本人申请回避。',
  });
  expect(replaced.draw?.experts.map(({ ticket }) => ticket)).toEqual(order.slice(0, 4));
  await town.at('2026-03-16T12:00');
  const sitting = (replaced.draw?.experts ?? []).flatMap(({ expertId, declined }) => (declined ? [] : [expertId]));
  const hold = (expertIds: string[]) =>
    town.reviewer.call('POST /meetings/:meetingId/hold', { meetingId, attendees: [town.reviewer.staffId], expertIds });
  expect(await refusal(hold([...sitting.slice(1), related.expertId]))).toMatchObject({
    code: 'expert_related',
    facts: { relation: 'sameEmployer' },
  });
  expect(await refusal(hold(sitting.slice(1)))).toMatchObject({ code: 'experts_missing' });
  await hold(sitting);
  await town.reviewer.call('POST /meetings/:meetingId/write-conclusion', {
    meetingId,
    outcome: 'agree',
    text: '可行。',
  });
  const done = await town.reviewer.call('POST /meetings/:meetingId/sign', { meetingId });
  expect(done.documents.map(({ kind }) => kind)).toEqual(['expertOpinion']);
  await town.settle();
});

test('R-2.13, ALL 36, 47, 48: the right is told, asked for within five working days, held within twenty, announced seven before, chaired by another, recorded and signed', async () => {
  // Tuesday 17 March 2026.
  await town.at('2026-03-17T09:00');
  await publishStages(town, [{ kind: 'REVIEW' }, { kind: 'HEARING' }]);
  const { caseId } = await caseWithTask(town, 'REVIEW');
  await town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '齐全。' });
  await signForTask(town, caseId);
  const task = { caseId, taskId: await taskOf(town, caseId, 'HEARING') };
  const told = await town.reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', {
    ...task,
    matter: '经营场所的噪声可能影响邻居。',
    interestedParties: ['样例·邻居李某'],
  });
  // Five working days after Tuesday 17 March: Tuesday 24 March.
  expect(told.hearing).toMatchObject({ state: 'NOTIFIED', notifiedDay: '2026-03-17', requestLastDay: '2026-03-24' });
  const papers = (await town.decider.call('GET /cases/:caseId', { caseId })).documents;
  const rights = papers.filter(({ kind }) => kind === 'hearingRightsNotice');
  expect(rights.map(({ addressee }) => addressee)).toEqual([undefined, '样例·邻居李某']);
  const at = (startsAt: string, chairId?: string) => arrange(town, task, { startsAt, ...(chairId && { chairId }) });
  expect(await refusal(at('2026-04-08T10:00', town.decider.staffId))).toMatchObject({ code: 'hearing_not_requested' });
  await town.at('2026-03-20T09:00');
  const neighbour = told.hearing?.parties.find(({ role }) => role === 'interestedParty')?.partyId ?? '';
  const asked = await town.clerk.call('POST /cases/:caseId/tasks/:taskId/record-hearing-answer', {
    ...task,
    partyId: neighbour,
    answer: 'REQUESTED',
  });
  // Twenty working days after Friday 20 March, Qingming (Monday 6 April) left out: Monday 20 April.
  expect(asked).toMatchObject({ state: 'REQUESTED', requestedDay: '2026-03-20', holdLastDay: '2026-04-20' });
  expect(await refusal(at('2026-04-01T10:00'))).toMatchObject({ code: 'chair_missing' });
  expect(await refusal(at('2026-04-01T10:00', town.reviewer.staffId))).toMatchObject({ code: 'chair_reviewed' });
  // Seven working days after Friday 20 March: Tuesday 31 March.
  expect(await refusal(at('2026-03-30T10:00', town.decider.staffId))).toMatchObject({
    code: 'hearing_notice_short',
    facts: { day: '2026-03-31' },
  });
  expect(await refusal(at('2026-04-21T10:00', town.decider.staffId))).toMatchObject({
    code: 'hearing_too_late',
    facts: { day: '2026-04-20' },
  });
  const { meetingId, documents } = await at('2026-03-31T10:00', town.decider.staffId);
  expect(documents.map(({ kind }) => kind)).toEqual(['hearingNotice', 'hearingNotice']);
  const notices = await Promise.all(documents.map(({ documentId }) => textOfDocument(town, documentId)));
  expect(notices[0]).toContain('申请，经营场所的噪声可能影响邻居。');
  expect(notices[1]).toContain('样例·邻居李某：');
  const challenge = { meetingId, ruling: 'UPHELD', reason: '主持人是申请人的亲属。' } as const;
  expect(
    await refusal(
      town.reviewer.call('POST /meetings/:meetingId/rule-on-challenge', {
        ...challenge,
        chairId: town.reviewer.staffId,
      }),
    ),
  ).toMatchObject({ code: 'chair_reviewed' });
  const rejected = await town.reviewer.call('POST /meetings/:meetingId/rule-on-challenge', {
    ...challenge,
    ruling: 'REJECTED',
  });
  expect(rejected.moves.map(({ act }) => act)).toEqual(['challengeRejected']);
  await serveHearingNotices(town, caseId);
  await town.at('2026-03-31T11:00');
  const hold = (attendees: string[]) =>
    town.reviewer.call('POST /meetings/:meetingId/hold', {
      meetingId,
      attendees,
      guests: [{ role: 'interestedParty', name: '样例·邻居李某' }],
    });
  expect(await refusal(hold([town.reviewer.staffId]))).toMatchObject({ code: 'chair_missing' });
  const held = await hold([town.reviewer.staffId, town.decider.staffId]);
  await town.reviewer.call('POST /meetings/:meetingId/write-conclusion', {
    meetingId,
    outcome: 'agree',
    text: '主持人：现在开始听证。\n邻居李某：请装隔音。',
  });
  const sign = () => town.decider.call('POST /meetings/:meetingId/sign', { meetingId });
  expect(await refusal(sign())).toMatchObject({ code: 'signatures_missing', facts: { count: 1 } });
  const guestId = held.guests[0]?.guestId ?? '';
  const signature = (input: { signature: 'SIGNED' | 'REFUSED'; note?: string }) =>
    town.reviewer.call('POST /meetings/:meetingId/record-signature', { meetingId, guestId, ...input });
  expect(await refusal(signature({ signature: 'REFUSED' }))).toMatchObject({ code: 'invalid_input' });
  await signature({ signature: 'SIGNED' });
  expect((await sign()).documents.map(({ kind }) => kind)).toEqual(['hearingNotice', 'hearingNotice', 'hearingRecord']);
  expect(await stateOf(caseId)).toBe('DECIDING');
});

test('ALL 47: the applicant asks for the hearing himself, once, and not after the fifth working day; what nobody asks for ends its task', async () => {
  // Wednesday 1 April 2026.
  await town.at('2026-04-01T09:00');
  await publishStages(town, [{ kind: 'HEARING' }]);
  const filed = async () => {
    const owner = await town.resident();
    const caseId = await bringTo(town, owner, 'accepted');
    await signForTask(town, caseId);
    const task = { caseId, taskId: await taskOf(town, caseId, 'HEARING') };
    const tell = () =>
      town.reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', {
        ...task,
        matter: '样例',
        interestedParties: [],
      });
    await tell();
    expect(await refusal(tell())).toMatchObject({ code: 'hearing_told' });
    return { owner, caseId };
  };
  const [asking, waiving, silent] = [await filed(), await filed(), await filed()];
  const ask = ({ owner, caseId }: typeof asking) => owner.call('POST /my/cases/:caseId/request-hearing', { caseId });
  expect((await asking.owner.call('GET /my/cases/:caseId/hearing', { caseId: asking.caseId })).mayAnswer).toBe(true);
  expect(await ask(asking)).toMatchObject({ state: 'REQUESTED' });
  expect(await refusal(ask(asking))).toMatchObject({ code: 'hearing_answered' });
  expect(await waiving.owner.call('POST /my/cases/:caseId/waive-hearing', { caseId: waiving.caseId })).toMatchObject({
    state: 'WAIVED',
  });
  expect(await stateOf(waiving.caseId)).toBe('DECIDING');
  // Five working days after Wednesday 1 April, Qingming left out: Thursday 9 April, until its end.
  await town.at('2026-04-09T23:59');
  expect(await stateOf(silent.caseId)).toBe('IN_REVIEW');
  await town.at('2026-04-10T00:01');
  expect(await stateOf(silent.caseId)).toBe('DECIDING');
  expect(await stateOf(asking.caseId)).toBe('IN_REVIEW');
  expect(await refusal(ask(silent))).toMatchObject({ code: 'hearing_request_late', facts: { day: '2026-04-09' } });
});

test('R-2.14: a meeting says whether a special procedure lets its case stand still, which and until when', async () => {
  await publishStages(town, [{ kind: 'SITE_VISIT' }]);
  const task = await caseWithTask(town, 'SITE_VISIT');
  const startsAt = `${Temporal.PlainDate.from(town.today()).add({ days: 2 })}T10:00`;
  const { meetingId, procedure } = await arrange(town, task, { startsAt, officers: [bureauOfficers(town)] });
  expect(procedure).toBeUndefined();
  const { caseId } = task;
  await town.reviewer.call('POST /cases/:caseId/start-procedure', {
    ...{ caseId, ground: 'testing', neededDays: 5, reason: '样品送检。' },
  });
  const view = await town.reviewer.call('GET /meetings/:meetingId', { meetingId });
  expect(view.procedure).toMatchObject({ ground: 'testing', startedDay: town.today() });
});

import { expect, test } from 'vitest';
import { systemCall } from '../../platform/http/call.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import type { ActingPost, ResidentCall, StaffCall } from '../people/index.ts';
import { factsOf, seesOnlyResult, viewerOf } from './viewer.rules.ts';

const base = systemCall({
  district: 'testing',
  demo: false,
  now: Temporal.Instant.from('2026-03-02T01:00:00Z'),
  today: Temporal.PlainDate.from('2026-03-02'),
});
const post = {
  id: 'post',
  role: 'windowClerk',
  organId: 'organ',
  areaRegionId: 'district',
  itemIds: ['item'],
} as unknown as ActingPost;
const staffCall = (held: ActingPost | undefined) =>
  ({ ...base, staff: { id: 'officer', name: '样例·王某', post: held } }) as unknown as StaffCall;

test('a resident is seen without post, item or permission', () => {
  const viewer = viewerOf({ ...base, resident: { id: 'applicant' } } as unknown as ResidentCall);
  expect(viewer).toMatchObject({
    kind: 'resident',
    id: 'applicant',
    postId: null,
    organId: null,
    role: null,
    itemIds: [],
  });
  expect([viewer.today, viewer.may('cases.accept')]).toEqual(['2026-03-02', false]);
});

test('staff are seen as the post they act as, with its items and its role’s permissions', () => {
  const viewer = viewerOf(staffCall(post));
  expect(viewer).toMatchObject({
    kind: 'staff',
    id: 'officer',
    postId: 'post',
    organId: 'organ',
    areaRegionId: 'district',
    role: 'windowClerk',
    itemIds: ['item'],
  });
  expect([viewer.may('cases.accept'), viewer.may('cases.decide')]).toEqual([true, false]);
});

test('staff who chose no post yet may do nothing to a case', () => {
  const viewer = viewerOf(staffCall(undefined));
  expect(viewer).toMatchObject({ postId: null, role: null, itemIds: [] });
  expect(viewer.may('cases.read')).toBe(false);
});

test('an agent sees the whole of what his own station took in, and of the rest only the result', () => {
  const agent = (centerId: string | null) => staffCall({ ...post, role: 'villageAgent', centerId });
  expect(seesOnlyResult(agent('station'), { intakeCenterId: 'station' })).toBe(false);
  expect(seesOnlyResult(agent('station'), { intakeCenterId: 'town' })).toBe(true);
  expect(seesOnlyResult(agent(null), { intakeCenterId: null })).toBe(true);
  expect(seesOnlyResult(staffCall(post), { intakeCenterId: 'town' })).toBe(false);
});

const row = {
  state: 'RECEIVED',
  caseType: 'PROMISED',
  round: 1,
  itemId: 'item',
  takenInBy: null,
  acceptedBy: null,
  tasks: [],
  decidingOrganId: 'organ',
  owedMaterials: 0,
  deemedAccepted: false,
  returnedAt: null,
  answerLastDay: null,
  recusedIds: [],
  related: [],
  examiners: [],
  procedureOrganId: null,
  awaitedHead: null,
  upperOutcome: null,
  reportedUpAt: null,
  commitmentId: null,
  openDefects: 0,
  deliveryPostId: null,
  duePurpose: 'answer',
  dueDay: '2026-03-09',
  accountId: 'applicant',
  principalId: null,
  applicantAssurance: 'declared',
  deliveryWish: 'WINDOW',
} as const;
const version = (content: object) =>
  ({ caseType: 'PROMISED', content: { elements: {}, materials: [], ...content } }) as unknown as ItemVersion;

test('the last day for an answer is a fact only while the answer is owed', () => {
  expect(factsOf(row, version({})).answerDueDay).toBe('2026-03-09');
  expect(factsOf({ ...row, duePurpose: 'decision' }, version({})).answerDueDay).toBeNull();
  expect(factsOf({ ...row, duePurpose: null, dueDay: null }, version({})).answerDueDay).toBeNull();
});

test('that the card was seen is a fact of the case', () => {
  expect(factsOf(row, version({})).isVerified).toBe(false);
  expect(factsOf({ ...row, applicantAssurance: 'verified' }, version({})).isVerified).toBe(true);
});

test('what the version says of silence and how the result was asked for are facts of the case', () => {
  expect(factsOf(row, version({ deemedAcceptance: true }))).toMatchObject({
    silenceAccepts: true,
    deliveryWish: 'WINDOW',
  });
  expect(factsOf(row, version({ deemedAcceptance: false })).silenceAccepts).toBe(false);
});

test('one officer may act alone only where the version names the basis', () => {
  expect(factsOf(row, version({})).hasSingleOfficer).toBe(false);
  expect(factsOf(row, version({ singleOfficer: { law: '样例办法', mark: 'sample' } })).hasSingleOfficer).toBe(true);
});

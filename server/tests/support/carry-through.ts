import type { CaseTask, StaffCase } from '../../../contract/cases.ts';
import { zone } from '../../platform/clock.ts';
import { anExpert, inspectorOf } from './meetings.ts';
import { type Client, password, type Town } from './town.ts';

/** Who examines and who decides at an organ of the town. */
export function officersOf(town: Town, organId: string): { reviewer: Client; decider: Client } {
  if (organId === town.organs.partner) return { reviewer: town.partnerReviewer, decider: town.partnerDecider };
  return organId === town.organs.town
    ? { reviewer: town.townReviewer, decider: town.townDecider }
    : { reviewer: town.reviewer, decider: town.decider };
}

/**
 * Carries a case from acceptance to its delivery, whatever its process: every unit signs for its part and agrees, every
 * meeting is held, every notice waited out. The business clock goes on as far as that takes.
 */
export async function carryThrough(town: Town, caseId: string): Promise<void> {
  const seen = () => town.supervisor.call('GET /cases/:caseId', { caseId });
  for (let steps = 0; steps < 100; steps += 1) {
    const theCase = await seen();
    if (theCase.state === 'DELIVERING') {
      await clerkOf(town, theCase).call('POST /cases/:caseId/deliver', {
        ...{ caseId, method: 'DIRECT', receiver: 'applicant' },
      });
      return;
    }
    const task = theCase.tasks.find(({ state }) => state === 'open' || state === 'signedFor');
    if (task === undefined) throw new Error(`Nobody has anything to do in ${theCase.state}.`);
    await carryTask(town, theCase, task);
  }
  throw new Error('The case came to no end.');
}

const clerkOf = (town: Town, { intakeCenter }: StaffCase): Client =>
  intakeCenter?.zh.startsWith('区') ? town.districtClerk : town.clerk;

/** The next thing that is done with a task. */
async function carryTask(town: Town, theCase: StaffCase, { taskId, kind, state, organId }: CaseTask): Promise<void> {
  const { caseId, caseType } = theCase;
  const { reviewer, decider } = officersOf(town, organId);
  const clerk = clerkOf(town, theCase);
  switch (kind) {
    case 'DECISION':
      await askAbove(town, caseId, { reviewer, decider });
      if (caseType === 'IMMEDIATE') {
        const officer = { username: decider.username, password };
        await clerk.call('POST /cases/:caseId/decide-at-desk', { caseId, outcome: 'GRANTED', officer });
      } else await decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
      return;
    case 'CERTIFICATION':
      await reviewer.call('POST /cases/:caseId/certify', { caseId, taskId });
      return;
    case 'PUBLIC_NOTICE':
      await waitOutNotice(town, { caseId, taskId, reviewer });
      return;
    default:
      if (state === 'open') await reviewer.call('POST /cases/:caseId/sign-for', { caseId, taskId });
      else if (kind === 'REVIEW')
        await reviewer.call('POST /cases/:caseId/review', { caseId, taskId, opinion: 'agree', text: '符合条件。' });
      else if (kind === 'HEARING') await waiveHearing(clerk, { caseId, taskId, reviewer });
      else await meet(town, { caseId, taskId, reviewer });
  }
}

/** Where an organ above decides, it is asked first and agrees. */
async function askAbove(
  town: Town,
  caseId: string,
  { reviewer, decider }: { reviewer: Client; decider: Client },
): Promise<void> {
  const { upper, reportUp } = await reviewer.call('GET /cases/:caseId/procedures', { caseId });
  if (upper === undefined || reportUp !== undefined) return;
  await reviewer.call('POST /cases/:caseId/report-up', { caseId, opinion: 'agree', text: '符合条件，拟同意。' });
  await decider.call('POST /cases/:caseId/record-upper-decision', {
    ...{ caseId, outcome: 'GRANTED', number: '样例〔2026〕1号', day: town.today() },
    fileId: await decider.upload('上级决定.png'),
  });
}

interface OnTask {
  readonly caseId: string;
  readonly taskId: string;
  readonly reviewer: Client;
}

/** Everybody is told of the right to be heard, and gives it up. */
async function waiveHearing(clerk: Client, { caseId, taskId, reviewer }: OnTask): Promise<void> {
  const { hearing } = await reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', {
    ...{ caseId, taskId, matter: '样例事项', interestedParties: [] },
  });
  for (const { partyId } of hearing?.parties ?? [])
    await clerk.call('POST /cases/:caseId/tasks/:taskId/record-hearing-answer', {
      ...{ caseId, taskId, partyId, answer: 'WAIVED' },
    });
}

/** Everybody may read it until its last day, and nobody objects. */
async function waitOutNotice(town: Town, { caseId, taskId, reviewer }: OnTask): Promise<void> {
  const { noticesToPost } = await reviewer.call('GET /cases/:caseId/procedures', { caseId });
  const isLimited = noticesToPost.some((each) => each.taskId === taskId && each.limit !== undefined);
  await reviewer.call('POST /cases/:caseId/post-notice', {
    ...{ caseId, taskId, content: '样例：拟准予，现予公示。' },
    ...(!isLimited && { days: 5 }),
  });
  const { notices } = await reviewer.call('GET /cases/:caseId/procedures', { caseId });
  const untilDay = notices.find((each) => each.taskId === taskId)?.untilDay ?? town.today();
  await goOnTo(town, Temporal.PlainDate.from(untilDay).add({ days: 1 }).toPlainDateTime('09:00'));
  await reviewer.call('POST /cases/:caseId/close-notice', {
    ...{ caseId, taskId, opinion: 'agree', conclusion: '公示期满，无异议。' },
  });
}

/** One appointment an hour from now: the officers of every organ come, agree and sign. */
async function meet(town: Town, { caseId, taskId, reviewer }: OnTask): Promise<void> {
  const plan = await reviewer.call('GET /cases/:caseId/tasks/:taskId/meeting-plan', { caseId, taskId });
  const organs = plan.organs.map(({ organId }) => officersOf(town, organId));
  const inspectors = await Promise.all(plan.organs.map(({ organId }) => inspectorOf(town, organId)));
  const begins = nowIn(town).add({ hours: 1 });
  if (plan.kind === 'EXPERT_PANEL') await fillPool(town);
  const { meetingId } = await reviewer.call('POST /cases/:caseId/tasks/:taskId/meetings', {
    ...{ caseId, taskId, startsAt: begins.toString({ smallestUnit: 'minute' }), place: '样例·演示路8号' },
    officers: plan.organs.map(({ organId }, at) => ({
      organId,
      staffIds: [organs[at]?.reviewer.staffId ?? '', inspectors[at]?.staffId ?? ''],
    })),
    ...(plan.kind === 'EXPERT_PANEL' && { experts: { fields: ['construction'], count: 3 } }),
  });
  const drawn =
    plan.kind === 'EXPERT_PANEL'
      ? await reviewer.call('POST /meetings/:meetingId/draw-experts', { meetingId })
      : undefined;
  await goOnTo(town, begins.add({ hours: 1 }));
  const { eachSigns } = await reviewer.call('POST /meetings/:meetingId/hold', {
    meetingId,
    attendees: [...organs.map((each) => each.reviewer), ...inspectors].map(({ staffId }) => staffId),
    ...(drawn && { expertIds: drawn.draw?.experts.map(({ expertId }) => expertId) ?? [] }),
  });
  const said = { meetingId, text: '一致同意。' };
  if (organs.length > 1)
    for (const each of organs)
      await each.reviewer.call('POST /meetings/:meetingId/write-opinion', { ...said, opinion: 'agree' });
  await reviewer.call('POST /meetings/:meetingId/write-conclusion', { ...said, outcome: 'agree' });
  for (const by of [...organs.map((each) => each.reviewer), ...(eachSigns ? inspectors : [])])
    await by.call('POST /meetings/:meetingId/sign', { meetingId });
}

/** Five experts, once in a town. */
async function fillPool(town: Town): Promise<void> {
  const { total } = await town.itemPublisher.call('GET /experts', { field: 'construction' });
  if (total >= 5) return;
  for (const name of ['甲', '乙', '丙', '丁', '戊'])
    await town.itemPublisher.call('POST /experts', anExpert(`样例·专家${name}`, { fields: ['construction'] }));
}

const nowIn = (town: Town) => town.systemCall().now.toZonedDateTimeISO(zone).toPlainDateTime();

/** How a paper looks is another test's matter: here the days count. */
async function goOnTo(town: Town, local: Temporal.PlainDateTime): Promise<void> {
  await town.db.pool.query(
    `delete from jobs where kind in ('documents.render', 'cases.tell') or kind like 'archives.%'`,
  );
  await town.at(local.toString());
}

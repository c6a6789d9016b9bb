import type { ProcessTask } from '../../../contract/catalogue.ts';
import type { Inputs } from '../../../contract/routes.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { getVersionInForce, publishItemVersion } from '../../modules/catalogue/index.ts';
import { addPost, addStaff, appointStaff } from '../../modules/people/index.ts';
import { transact } from '../../platform/database/index.ts';
import { takeInLicence } from './filing.ts';
import type { Client, Town } from './town.ts';

type Kind = ProcessTask['kind'];

const named = (zh: string) => ({ zh, en: zh });

function task(kind: Kind, organ: ProcessTask['organ'], more: Partial<ProcessTask> = {}): ProcessTask {
  return { key: kind.toLowerCase().replaceAll('_', ''), name: named(kind), kind, organ, post: named('岗位'), ...more };
}

/** From today the hygiene licence runs through these stages before its decision: each one task of the deciding organ. */
export async function publishStages(
  town: Town,
  stages: readonly { kind: Kind; participants?: string[] }[],
): Promise<void> {
  const call = town.systemCall();
  const {
    id: _,
    itemId: __,
    version: ___,
    ...version
  } = await getVersionInForce(town.db, call, town.items.hygieneLicence);
  const stage = (made: ProcessTask) => ({ key: made.key, name: made.name, tasks: [made] });
  const process = {
    stages: [
      stage(task('INTAKE', 'INTAKE')),
      stage(task('ACCEPTANCE', 'INTAKE')),
      ...stages.map(({ kind, participants }) => stage(task(kind, 'DECIDING', participants && { participants }))),
      stage(task('DECISION', 'DECIDING')),
      stage(task('DELIVERY', 'INTAKE')),
    ],
  };
  await transact(town.db, (tx) =>
    publishItemVersion(tx, { ...version, effectiveDay: town.today(), content: { ...version.content, process } }, call),
  );
}

/** A case taken in at the window and accepted; the id of its task of a kind, signed for by the bureau when it is open. */
export async function caseWithTask(
  town: Town,
  kind: Kind,
  applicant: { readonly phone?: string } = {},
): Promise<{ caseId: string; taskId: string }> {
  const { caseId } = await takeInLicence(town, town.clerk, { residentNumber: sampleNumber(977), ...applicant });
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  const taskId = await taskOf(town, caseId, kind);
  await signForTask(town, caseId);
  return { caseId, taskId };
}

/** The task of a kind in a case, as it is stored. */
export async function taskOf(town: Town, caseId: string, kind: Kind): Promise<string> {
  const { rows } = await town.db.pool.query<{ id: string }>(
    'select id from case_tasks where district = $1 and case_id = $2 and kind = $3',
    [town.district, caseId, kind],
  );
  return rows[0]?.id ?? '';
}

export const signForTask = (town: Town, caseId: string) =>
  town.reviewer.call('POST /cases/:caseId/sign-for', { caseId } as Inputs['POST /cases/:caseId/sign-for']);

/** The two officers of the bureau, and of its partner. */
export const bureauOfficers = (town: Town) => ({
  organId: town.organs.bureau,
  staffIds: [town.reviewer.staffId, town.decider.staffId],
});
export const partnerOfficers = (town: Town) => ({
  organId: town.organs.partner,
  staffIds: [town.partnerReviewer.staffId, town.partnerDecider.staffId],
});

const inspectors = new WeakMap<Town, Map<string, Promise<Client>>>();

/** A second examiner of an organ, who goes along so that its decider need not: who was on site does not decide. */
export function inspectorOf(town: Town, organId: string): Promise<Client> {
  const known = inspectors.get(town) ?? new Map<string, Promise<Client>>();
  inspectors.set(town, known);
  // Of two who are asked for at once each has a name and a number of his own.
  const username = `inspector${known.size}`;
  const credentialNumber = `样例执法${4300 + known.size}`;
  const inspector =
    known.get(organId) ??
    transact(town.db, async (tx) => {
      const call = town.systemCall();
      const hired = { username, name: `样例·${username}`, passwordHash: '-', credentialNumber };
      const { staffId } = await addStaff(tx, hired, call);
      const place = { organId, centerId: null, areaRegionId: town.regions.town };
      const title = { zh: '现场核查岗', en: 'Inspector' };
      const post = { role: 'reviewer', title, ...place, phone: '0738-0000003', itemIds: [] } as const;
      const { postId } = await addPost(tx, post, call);
      const { appointmentId } = await appointStaff(tx, { staffId, postId, kind: 'regular' }, call);
      return { staffId, postId, appointmentId, username };
    }).then(town.enter);
  known.set(organId, inspector);
  return inspector;
}

/** A meeting of a task at a local time, everybody named. */
export function arrange(
  town: Town,
  { caseId, taskId }: { caseId: string; taskId: string },
  more: Partial<Inputs['POST /cases/:caseId/tasks/:taskId/meetings']> = {},
) {
  return town.reviewer.call('POST /cases/:caseId/tasks/:taskId/meetings', {
    caseId,
    taskId,
    startsAt: '2026-03-04T10:00',
    place: '样例·演示路8号',
    ...more,
  });
}

/** A sample expert of the pool. */
export const anExpert = (name: string, more: Partial<Inputs['POST /experts']> = {}): Inputs['POST /experts'] => ({
  name,
  employer: '样例·演示设计院',
  fields: ['fireSafety'],
  relatives: [],
  interests: [],
  fromDay: '2026-01-01',
  ...more,
});

/** How far a prepared meeting has come. */
export type MeetingStage =
  | 'arranged'
  | 'begun'
  | 'held'
  | 'written'
  | 'panel'
  | 'drawn'
  | 'hearing'
  | 'joint'
  | 'guests';

/** A meeting of the bureau at a stage, its time come where it has to be. */
export async function meetingAt(town: Town, stage: MeetingStage): Promise<string> {
  const kind =
    stage === 'panel' || stage === 'drawn' ? 'EXPERT_PANEL' : stage === 'hearing' ? 'HEARING' : 'JOINT_REVIEW';
  await publishStages(town, [{ kind, ...(stage === 'joint' && { participants: [town.organs.partner] }) }]);
  const task = await caseWithTask(town, kind);
  if (kind === 'EXPERT_PANEL') await town.itemPublisher.call('POST /experts', anExpert('样例·专家'));
  const { meetingId } = await arrange(town, task, {
    startsAt: '2026-03-20T10:00',
    ...(kind === 'EXPERT_PANEL' && { experts: { fields: ['fireSafety'], count: 1 } }),
    ...(kind === 'HEARING' && { chairId: town.decider.staffId }),
  });
  if (stage === 'drawn') await town.reviewer.call('POST /meetings/:meetingId/draw-experts', { meetingId });
  if (stage === 'arranged' || kind !== 'JOINT_REVIEW') return meetingId;
  await town.db.pool.query('update meetings set starts_at = arranged_at where district = $1 and id = $2', [
    town.district,
    meetingId,
  ]);
  if (stage === 'begun') return meetingId;
  await town.reviewer.call('POST /meetings/:meetingId/hold', {
    meetingId,
    attendees: [town.reviewer.staffId, ...(stage === 'joint' ? [town.partnerReviewer.staffId] : [])],
    ...(stage === 'guests' && { guests: [{ role: 'applicant', name: '样例·王老板' }] }),
  });
  // Each of the bureau who may sign was there.
  if (stage === 'written')
    await town.db.pool.query(
      `insert into meeting_officers (district, meeting_id, staff_id, organ_id, attended)
       select $1, $2, unnest($3::uuid[]), $4, true on conflict do nothing`,
      [town.district, meetingId, [town.decider.staffId, town.organHead.staffId], town.organs.bureau],
    );
  if (stage === 'written')
    await town.reviewer.call('POST /meetings/:meetingId/write-conclusion', {
      meetingId,
      outcome: 'agree',
      text: '同意。',
    });
  return meetingId;
}

/** The window hands every notice of a hearing that still holds and was not served to its addressee, today. */
export async function serveHearingNotices(town: Town, caseId: string): Promise<void> {
  const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId });
  for (const { documentId, kind, served, overtaken } of documents)
    if (kind === 'hearingNotice' && !served && overtaken === undefined)
      await town.clerk.call('POST /cases/:caseId/serve-document', {
        ...{ caseId, documentId, method: 'DIRECT', receiver: 'applicant' },
      });
}

/** A case of a resident whose right to a hearing was just notified. */
export async function caseToBeHeard(
  town: Town,
  bring: () => Promise<string>,
): Promise<{ caseId: string; taskId: string }> {
  await publishStages(town, [{ kind: 'HEARING' }]);
  const caseId = await bring();
  await signForTask(town, caseId);
  const task = { caseId, taskId: await taskOf(town, caseId, 'HEARING') };
  await town.reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', {
    ...task,
    matter: '样例',
    interestedParties: ['样例·邻居'],
  });
  return task;
}

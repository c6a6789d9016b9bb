import type { CaseAct, Due, Queue, ResidentCaseRow, WorkRow } from '../../../contract/cases.ts';
import { tidy } from '../../../contract/typing.ts';
import type { CaseState, Role } from '../../../contract/values.ts';
import { startOfDay } from '../../platform/clock.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import {
  actsFrom,
  belongsTo,
  type Case,
  type CaseFacts,
  dueOf,
  factsOf,
  objectionTo,
  openCase,
  readableTo,
  recusalColumnsOf,
  type Viewer,
  viewerOf,
  visibleTo,
  worksOn,
} from '../cases/index.ts';
import { getItemVersions, type ItemVersion } from '../catalogue/index.ts';
import { calendarOf, editionColumn, type Lit, light, loadCalendar, type WorkCalendar } from '../deadlines/index.ts';
import {
  type ActingPost,
  nameIndex,
  numberIndex,
  type ResidentCall,
  type Scope,
  type StaffCall,
  tidyNumber,
} from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { tasksColumn } from '../tasks/index.ts';

/** The queues of each role; the first is its home. */
const queuesOf: Record<Role, readonly Queue[]> = {
  windowClerk: [
    'mine',
    'toCheck',
    'supplemented',
    'toDecide',
    'toDeliver',
    'waitingForApplicant',
    'inReview',
    'doneToday',
  ],
  reviewer: ['mine', 'toSignFor', 'toReview', 'toAssign', 'toCertify', 'toDecide', 'inReview', 'doneToday'],
  decider: ['mine', 'toDecide', 'toAssign', 'inReview', 'doneToday'],
  villageAgent: ['mine', 'takenIn'],
  supervisor: ['all', 'overdue', 'toCheck', 'waitingForApplicant', 'inReview', 'toDeliver', 'doneToday'],
  itemManager: [],
  itemReviewer: [],
  itemPublisher: [],
  organHead: ['mine', 'toDecide', 'toAssign', 'inReview', 'overdue', 'doneToday'],
  governmentHead: ['mine', 'overdue'],
  archivist: [],
  administrator: [],
};

/** Whose work is asked for, and when. */
interface Desk {
  readonly district: string;
  readonly post: ActingPost;
  readonly scope: Scope;
  readonly today: Temporal.PlainDate;
}

/** Queues that hold what is over, too. */
const withOver: readonly Queue[] = ['doneToday', 'takenIn'];

/**
 * The rows `c` among which a queue looks: the open work of an organ, or the cases that the post sees. What is open has
 * indexes of its own, and so has what was done today.
 */
function rowsOf(queue: Queue, { district, post, scope, today }: Desk) {
  if (scope.organIds.length > 0 && !withOver.includes(queue))
    return {
      caseId: sql`c.case_id`,
      day: sql`c.due_day`,
      from: sql`open_work c where c.district = ${district} and c.organisation_id = ${post.organId}`,
    };
  // From and until: of a day without an end the planner, who does not know which it is, expects a third of all that was done.
  const doneToday = sql`(c.completed_at >= ${startOfDay(today)} and c.completed_at < ${startOfDay(today.add({ days: 1 }))})`;
  const reach = queue === 'doneToday' ? doneToday : queue === 'takenIn' ? sql`(${openCase} or ${doneToday})` : openCase;
  return {
    caseId: sql`c.id`,
    day: sql`coalesce(c.due_day, 'infinity'::date)`,
    from: sql`cases c where c.district = ${district} and ${visibleTo(scope)} and ${reach}`,
  };
}

/** What waits for a role itself. */
function waitsFor(desk: Desk) {
  const { post, today } = desk;
  switch (post.role) {
    case 'windowClerk':
      return sql`(c.state in ('RECEIVED', 'DELIVERING') or (c.state = 'DECIDING' and c.case_type = 'IMMEDIATE'))`;
    case 'reviewer':
      return sql`(c.to_sign or c.to_review or c.to_certify or c.to_assign)`;
    case 'decider':
      return sql`c.to_decide`;
    case 'organHead':
      return sql`(c.to_mind or c.sign_due_day < ${today})`;
    case 'villageAgent':
      // Of what an agent sees, only what was handed to him waits for him.
      return sql`c.state = 'DELIVERING' and c.delivery_post_id = ${post.id}`;
    case 'supervisor':
      return sql`true`;
    default:
      return sql`false`;
  }
}

function inQueue(queue: Queue, desk: Desk) {
  const { post, today } = desk;
  switch (queue) {
    case 'mine':
      return waitsFor(desk);
    case 'takenIn':
      return sql`c.intake_center_id = ${post.centerId} and (${openCase} or c.received_day = ${today})`;
    case 'toCheck':
      return sql`c.state = 'RECEIVED' and c.round = 1`;
    case 'supplemented':
      return sql`c.state = 'RECEIVED' and c.round > 1`;
    case 'toSignFor':
      return sql`c.to_sign`;
    case 'toReview':
      return sql`c.to_review`;
    case 'toAssign':
      return sql`c.to_assign`;
    case 'toCertify':
      return sql`c.to_certify`;
    case 'toDecide':
      return post.role === 'decider' || post.role === 'organHead' ? sql`c.to_decide` : sql`c.state = 'DECIDING'`;
    case 'toDeliver':
      return sql`c.state = 'DELIVERING'`;
    case 'waitingForApplicant':
      return sql`c.state = 'CORRECTION_REQUIRED'`;
    case 'inReview':
      return sql`c.state in ('ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING')`;
    case 'overdue':
      return sql`c.due_day < ${today}`;
    case 'doneToday':
    case 'all':
      return sql`true`;
  }
}

/** What a row shows. */
type ShownRow = Pick<
  Case,
  | 'id'
  | 'caseNo'
  | 'itemVersionId'
  | 'caseType'
  | 'state'
  | 'channel'
  | 'round'
  | 'maskedApplicant'
  | 'applicantRegionId'
  | 'deemedAccepted'
  | 'outcome'
  | 'openDefects'
  | 'duePurpose'
  | 'dueDay'
  | 'dueProvisional'
> & { procedureProfile: Case['profile'] };

const shown = sql`
  c.id, c.case_no, c.item_version_id, c.procedure_profile, c.case_type, c.state, c.channel, c.round, c.masked_applicant,
  c.applicant_region_id, c.deemed_accepted, c.outcome, c.open_defects, c.due_purpose, c.due_day, c.due_provisional
`;

/** And what says who may act on it, and until when his organ has to sign for it. */
type JudgedRow = ShownRow &
  Parameters<typeof factsOf>[0] &
  Pick<Case, 'intakeCenterId'> & { signDueDay: string | null };

function judged({ district, staff }: StaffCall) {
  return sql`
    ${shown}, c.item_id, c.account_id, c.principal_id, c.applicant_assurance, c.delivery_post_id, c.intake_center_id,
    c.deciding_organ_id, c.taken_in_by, c.accepted_by, c.delivery_wish, c.owed_materials, c.commitment_id, c.upper_outcome,
    c.reported_up_at, c.procedure_organ_id, c.awaited_head, c.returned_at, c.answer_last_day,
    (
      select sign_due_day from open_work o
      where o.district = ${district} and o.case_id = c.id and o.organisation_id = ${staff.post?.organId ?? null}
    ), ${recusalColumnsOf(staff.id)}, ${tasksColumn}
  `;
}

export interface ListWork {
  readonly queue?: Queue;
  readonly itemId?: string;
  readonly state?: CaseState;
  readonly q?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** The work of a post, due first; what has no date comes last. A search looks through every case that it reads. */
export async function listWork(
  read: Read,
  input: ListWork,
  call: StaffCall,
): Promise<{ rows: WorkRow[]; next?: string }> {
  const { post } = call.staff;
  if (post === undefined) return { rows: [] };
  const limit = input.limit ?? 20;
  const queue = input.queue ?? queuesOf[post.role][0] ?? 'mine';
  const words = (input.q ?? '').trim();
  if (words === '' && !queuesOf[post.role].includes(queue)) return { rows: [] };
  const [afterDay, afterId] = (input.after ?? '').split('~');
  const desk: Desk = { district: call.district, post, scope: call.staff.scope, today: call.today };
  const { caseId, day, from } =
    words === ''
      ? rowsOf(queue, desk)
      : {
          ...{ caseId: sql`c.id`, day: sql`coalesce(c.due_day, 'infinity'::date)` },
          from: sql`cases c where c.district = ${call.district} and ${readableTo(desk.scope)}`,
        };
  const viewer = viewerOf(call);
  const acts = actsNextOf(viewer);
  // The page is found first: what is shown of a case takes more than finding it.
  const { rows } = await sql<(ShownRow | JudgedRow) & { edition: string }>`
    select ${acts.length === 0 ? shown : judged(call)}, ${editionColumn(call.district)} from (
      select ${caseId} as id from ${from} and ${words === '' ? inQueue(queue, desk) : matching(call.district, words)}
        ${input.itemId === undefined ? sql`` : sql`and c.item_id = ${input.itemId}`}
        ${input.state === undefined ? sql`` : sql`and c.state = ${input.state}`}
        ${afterId === undefined || afterDay === undefined ? sql`` : sql`and (${day}, ${caseId}) > (${afterDay}::date, ${afterId}::uuid)`}
      order by ${day}, ${caseId} limit ${limit + 1}
    ) p join cases c on c.district = ${call.district} and c.id = p.id
    order by coalesce(c.due_day, 'infinity'::date), c.id
  `.execute(read);
  const page = rows.slice(0, limit);
  const [first] = page;
  const last = page.at(-1);
  if (first === undefined || last === undefined) return { rows: [] };
  const [versions, places, calendar] = await Promise.all([
    versionsOf(read, call.district, page),
    loadPlaces(read, call.district),
    calendarOf(read, call.district, first.edition),
  ]);
  const told = { places, ...lightsOf(call.today, calendar) };
  return {
    rows: page.flatMap((row): WorkRow[] => {
      const version = versions.get(row.itemVersionId);
      if (version === undefined) return [];
      const mayAct = 'tasks' in row && worksOn(desk.scope, row);
      return [
        {
          ...workRow(row, version, told),
          ...('tasks' in row && signOf(row, told)),
          ...(mayAct && nextOf(acts, factsOf(row, version), viewer)),
        },
      ];
    }),
    ...(rows.length > limit && { next: `${last.dueDay ?? 'infinity'}~${last.id}` }),
  };
}

/** By what a row is told: its day's light, its region's name. */
interface Told extends Lights {
  readonly places: Places;
}

/** The lights of a page. Its rows are due on few days, and each of these is looked up once. */
interface Lights {
  due(row: ShownRow): Due | undefined;
  sign(day: string): Lit;
}

function lightsOf(today: Temporal.PlainDate, calendar: WorkCalendar): Lights {
  const dues = new Map<string, Due | undefined>();
  const lit = new Map<string, Lit>();
  return {
    due(row) {
      const key = `${row.duePurpose} ${row.dueDay} ${row.dueProvisional} ${row.state}`;
      if (!dues.has(key)) dues.set(key, dueOf(row, today, calendar));
      return dues.get(key);
    },
    sign(day) {
      const found = lit.get(day) ?? light(Temporal.PlainDate.from(day), today, calendar);
      lit.set(day, found);
      return found;
    },
  };
}

function workRow(row: ShownRow, version: ItemVersion, { places, ...lights }: Told): WorkRow {
  const due = lights.due(row);
  const region = places.regionById(row.applicantRegionId ?? '');
  return {
    caseId: row.id,
    caseNo: row.caseNo ?? '',
    applicant: row.maskedApplicant,
    itemName: version.content.name,
    profile: row.procedureProfile,
    caseType: row.caseType,
    state: row.state,
    channel: row.channel,
    round: row.round,
    deemedAccepted: row.deemedAccepted,
    openDefects: row.openDefects,
    ...(row.outcome !== null && { outcome: row.outcome }),
    ...(due && { due }),
    ...(region && { region: region.name }),
  };
}

/** By case number, or by a party's exact name or identity number through the keyed indexes. */
function matching(district: string, words: string) {
  if (/^BJ\d{20}$/i.test(words)) return sql`c.case_no = ${words.toUpperCase()}`;
  return sql`c.id in (
    select case_id from case_parties where district = ${district} and (name_index = ${nameIndex(tidy(words))} or number_index = ${numberIndex(tidyNumber(words))})
  )`;
}

/** Acts that stand beside the work and never come next. */
const beside: readonly CaseAct[] = [
  ...(['reveal', 'verifyIdentity', 'handOver', 'serveDocument', 'revokeMandate', 'returnToFront', 'recuse'] as const),
  ...(['withdrawForApplicant', 'withdrawCommitment', 'terminate', 'addSigner', 'reopenTask'] as const),
  ...(['startProcedure', 'requestExtension', 'extend'] as const),
];

/** The acts of a post that may come next in its work. Where there is none, nobody need know who may act on a row. */
function actsNextOf(viewer: Viewer): CaseAct[] {
  const acts = Object.keys(actsFrom) as CaseAct[];
  return acts.filter((act) => belongsTo(act, viewer) && !beside.includes(act));
}

function nextOf(acts: readonly CaseAct[], facts: CaseFacts, viewer: Viewer): Pick<WorkRow, 'next'> {
  const next = acts.find((act) => objectionTo(act, facts, viewer) === undefined);
  return next === undefined ? {} : { next };
}

/** 签收: the first day by which this organ has to sign for the file, with its light. */
function signOf({ signDueDay: day }: Pick<JudgedRow, 'signDueDay'>, lights: Lights): Pick<WorkRow, 'sign'> {
  if (day === null) return {};
  const lit = lights.sign(day);
  return { sign: { day, light: lit.light, workingDaysLeft: lit.workingDaysLeft ?? 0 } };
}

async function versionsOf(
  read: Read,
  district: string,
  rows: readonly Pick<ShownRow, 'itemVersionId'>[],
): Promise<Map<string, ItemVersion>> {
  const versions = await getItemVersions(read, district, [...new Set(rows.map((row) => row.itemVersionId))]);
  return new Map(versions.map((version) => [version.id, version]));
}

/** How many rows each queue of the post holds, in one pass over what is open of what the post sees. */
export async function countWork(
  read: Read,
  _: object,
  call: StaffCall,
): Promise<{ counts: { queue: Queue; count: number }[] }> {
  const { post } = call.staff;
  const queues = post === undefined ? [] : queuesOf[post.role];
  if (post === undefined || queues.length === 0) return { counts: [] };
  const desk: Desk = { district: call.district, post, scope: call.staff.scope, today: call.today };
  const counted = queues.map((queue) =>
    withOver.includes(queue)
      ? sql`(select count(*) from ${rowsOf(queue, desk).from} and ${inQueue(queue, desk)})`
      : sql`count(*) filter (where ${inQueue(queue, desk)})`,
  );
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(counted)}]::int[] as counts from ${rowsOf('mine', desk).from}
  `.execute(read);
  return { counts: queues.map((queue, index) => ({ queue, count: rows[0]?.counts[index] ?? 0 })) };
}

/** A resident's own matters and those that others filed for him, newest first. */
export async function listMyCases(
  read: Read,
  input: { after?: string; limit?: number },
  call: ResidentCall,
): Promise<{ cases: ResidentCaseRow[]; next?: string }> {
  const limit = input.limit ?? 20;
  const [afterAt, afterId] = (input.after ?? '').split('~');
  // Each side walks its own index in order; nobody acts for himself, so no case is on both.
  const pageOf = (side: ReturnType<typeof sql>) => sql`(
    select ${shown}, c.owed_materials, c.supply_due_day, c.created_at from cases c
    where c.district = ${call.district} and ${side} = ${call.resident.id}
      and (c.created_at, c.id) < (coalesce(${afterAt || null}::timestamptz, 'infinity'), coalesce(${afterId || null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    order by c.created_at desc, c.id desc limit ${limit + 1}
  )`;
  const { rows } = await sql<ShownRow & Pick<Case, 'owedMaterials' | 'supplyDueDay'> & { createdAt: string }>`
    ${pageOf(sql`c.account_id`)} union all ${pageOf(sql`c.principal_id`)}
    order by created_at desc, id desc limit ${limit + 1}
  `.execute(read);
  const page = rows.slice(0, limit);
  const [versions, calendar] = await Promise.all([
    versionsOf(read, call.district, page),
    loadCalendar(read, call.district),
  ]);
  const last = page.at(-1);
  return {
    cases: page.flatMap((row) => {
      const version = versions.get(row.itemVersionId);
      if (version === undefined) return [];
      const due = dueOf(row, call.today, calendar);
      return {
        caseId: row.id,
        itemName: version.content.name,
        profile: row.procedureProfile,
        state: row.state,
        openDefects: row.openDefects,
        owedMaterials: row.owedMaterials,
        ...(row.supplyDueDay !== null && { supplyDueDay: row.supplyDueDay }),
        ...(row.caseNo !== null && { caseNo: row.caseNo }),
        ...(row.outcome !== null && { outcome: row.outcome }),
        ...(due && { due }),
      };
    }),
    ...(rows.length > limit && last && { next: `${last.createdAt}~${last.id}` }),
  };
}

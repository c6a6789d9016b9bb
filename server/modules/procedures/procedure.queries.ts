import { maskPhone } from '../../../contract/identifiers.ts';
import type { CaseProcedures, HeadsWork } from '../../../contract/procedures.ts';
import type { LocalText } from '../../../contract/values.ts';
import { extensionApprovers } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getCase, headOver, isHead, readableTo } from '../cases/index.ts';
import { getItemVersion, processOf } from '../catalogue/index.ts';
import { getClocks, light, loadCalendar } from '../deadlines/index.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { type ExtensionRequest, getExtensions } from './extension.store.ts';
import { expectedDayOf, extendableOf, groundsOf } from './procedure.rules.ts';
import { findProcedureRow, getProcedures, type SpecialProcedure } from './procedure.store.ts';
import { getNotices, getObjections } from './public-notice.store.ts';
import { findReportUp } from './report-up.store.ts';

/** Absent instead of null, as the contract has it. */
function present<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as never;
}

/** What moves a case's limit or waits for somebody outside; not for the station that only took the papers in. */
export async function getCaseProcedures(
  read: Read,
  { caseId }: { caseId: string },
  call: StaffCall,
): Promise<CaseProcedures> {
  if (call.staff.post?.role === 'villageAgent') throw new Refusal('not_found');
  const theCase = await getCase(read, call.district, caseId, readableTo(call.staff.scope));
  const { key } = theCase;
  const [version, calendar, clocks, procedures, extensions, report, notices] = await Promise.all([
    getItemVersion(read, call.district, theCase.itemVersionId),
    loadCalendar(read, call.district),
    getClocks(read, call.district, { kind: 'case', id: caseId }),
    getProcedures(read, call.district, caseId, key),
    getExtensions(read, call.district, caseId, key),
    findReportUp(read, call.district, caseId, key),
    getNotices(read, call.district, caseId, key),
  ]);
  const objections = await getObjections(read, call.district, { noticeIds: notices.map(({ id }) => id) }, key);
  const names = await getStaffNames(read, call.district, [
    ...new Set(
      [
        ...procedures.flatMap(({ startedBy, endedBy }) => [startedBy, endedBy]),
        ...extensions.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy]),
        ...notices.flatMap(({ postedBy, closedBy }) => [postedBy, closedBy]),
        ...objections.map(({ answeredBy }) => answeredBy),
        report?.reportedBy,
        report?.recordedBy,
      ].flatMap((id) => id ?? []),
    ),
  ]);
  const by = (staffId: string) => ({ name: names.get(staffId) ?? '' });
  const maybeBy = (staffId: string | null) => (staffId === null ? null : by(staffId));
  const process = processOf(version);
  const decision = clocks.findLast(({ purpose, state }) => purpose === 'decision' && state !== 'stopped');
  const extendable = decision && extendableOf(decision.limits);
  const firstReview = clocks.findLast(({ purpose, state }) => purpose === 'firstReview' && state !== 'stopped');
  const named = new Map(process.stages.flatMap(({ tasks }) => tasks.map((task) => [task.key, task] as const)));
  const posted = new Set(notices.filter(({ closedAt }) => closedAt === null).map(({ taskId }) => taskId));
  const procedureView = (one: SpecialProcedure) => ({
    procedureId: one.id,
    ground: one.ground,
    neededDays: one.neededDays,
    startedDay: one.startedDay,
    expectedDay: expectedDayOf(one, calendar),
    startedBy: by(one.startedBy),
    reason: one.reason,
    escalated: one.escalatedAt !== null,
    ...present({ basis: one.basis, endedDay: one.endedDay, endedBy: maybeBy(one.endedBy), result: one.result }),
  });
  const extensionView = (one: ExtensionRequest) => ({
    extensionId: one.id,
    ...{ state: one.state, days: one.days, approver: one.approver, basis: one.basis, oldDay: one.oldDay },
    ...{ reason: one.reason, askedBy: by(one.askedBy), askedAt: one.askedAt },
    ...present({
      newDay: one.newDay,
      answer: one.answer,
      answeredBy: maybeBy(one.answeredBy),
      answeredAt: one.answeredAt,
    }),
  });
  return {
    caseId,
    grounds: groundsOf(process),
    procedures: procedures.map(procedureView),
    extensions: extensions.map(extensionView),
    ...(extendable &&
      decision && { extendable: { ...extendable, lastDay: decision.statutoryDueDay ?? decision.dueDay } }),
    ...(process.reportUp && {
      upper: {
        organ: process.reportUp.organ,
        basis: process.reportUp.basis,
        ...(firstReview && {
          firstReviewDay: firstReview.dueDay,
          light: light(Temporal.PlainDate.from(firstReview.dueDay), call.today, calendar).light,
        }),
      },
    }),
    ...(report && {
      reportUp: {
        ...{ opinion: report.opinion, text: report.text, reportedDay: report.reportedDay },
        reportedBy: by(report.reportedBy),
        ...(report.upperOutcome !== null && {
          decision: {
            outcome: report.upperOutcome,
            number: report.upperNumber ?? '',
            day: report.upperDay ?? '',
            recordedBy: by(report.recordedBy ?? ''),
            ...present({ fileId: report.fileId }),
          },
        }),
      },
    }),
    noticesToPost: theCase.tasks
      .filter(({ id, kind, state }) => kind === 'PUBLIC_NOTICE' && state === 'open' && !posted.has(id))
      .map(({ id, key: taskKey }) => {
        const task = named.get(taskKey);
        return { taskId: id, name: task?.name ?? version.content.name, ...present({ limit: task?.limit }) };
      }),
    notices: notices.map((notice) => ({
      noticeId: notice.id,
      ...{ taskId: notice.taskId, fromDay: notice.fromDay, untilDay: notice.untilDay, provisional: notice.provisional },
      content: notice.content,
      postedBy: by(notice.postedBy),
      ...present({ closedAt: notice.closedAt, closedBy: maybeBy(notice.closedBy), conclusion: notice.conclusion }),
      objections: objections
        .filter(({ noticeId }) => noticeId === notice.id)
        .map((one) => ({
          objectionId: one.id,
          ...{ channel: one.channel, at: one.objectedAt, name: one.name, text: one.text },
          ...present({
            phone: one.phone === null ? null : maskPhone(one.phone),
            answer: one.answer,
            answeredBy: maybeBy(one.answeredBy),
            answeredAt: one.answeredAt,
          }),
        })),
    })),
  };
}

interface AskedRow {
  id: string;
  caseId: string;
  caseNo: string;
  itemName: LocalText;
  organisationId: string;
  maskedApplicant: string;
  days: number;
  oldDay: string;
  askedBy: string;
  askedAt: string;
}

interface OverlongRow {
  id: string;
  caseId: string;
  caseNo: string;
  itemName: LocalText;
  organisationId: string;
  ground: SpecialProcedure['ground'];
  startedDay: string;
  neededDays: number;
}

/** What waits for the head of an organ, or of the government: due first. */
export async function getHeadsWork(read: Read, _: object, call: StaffCall): Promise<HeadsWork> {
  const { post } = call.staff;
  if (post === undefined) return { extensions: [], overlong: [] };
  const [places, calendar] = await Promise.all([loadPlaces(read, call.district), loadCalendar(read, call.district)]);
  const organIds = places.organs
    .filter((organ) => extensionApprovers.some((role) => isHead(post, headOver(role, organ))))
    .map(({ id }) => id);
  const ofOrgan = sql`and w.organisation_id = any(${organIds}::uuid[])`;
  const named = sql`join cases c on c.district = w.district and c.id = w.case_id
    join item_versions v on v.district = c.district and v.id = c.item_version_id`;
  const what = sql`w.id, w.case_id, c.case_no, v.content -> 'name' as item_name, w.organisation_id`;
  const [asked, late] = await Promise.all([
    sql<AskedRow>`
      select ${what}, c.masked_applicant, w.days, coalesce(c.statutory_due_day, c.due_day, w.old_day) as old_day, w.asked_by, w.asked_at
      from extension_requests w ${named}
      where w.district = ${call.district} and w.state = 'ASKED' and w.approver = ${post.role} ${ofOrgan}
      order by w.old_day, w.id limit 200
    `.execute(read),
    sql<OverlongRow>`
      select ${what}, w.ground, w.started_day, w.needed_days
      from special_procedures w ${named}
      where w.district = ${call.district} and w.ended_day is null and c.procedure_id = w.id
        and w.started_day + w.needed_days < ${call.today} ${ofOrgan}
      order by w.started_day + w.needed_days, w.id limit 200
    `.execute(read),
  ]);
  const names = await getStaffNames(read, call.district, [...new Set(asked.rows.map(({ askedBy }) => askedBy))]);
  const organ = (id: string) => places.organById(id)?.name ?? { zh: '', en: '' };
  return {
    extensions: asked.rows.map(({ id, organisationId, maskedApplicant, askedBy, ...row }) => ({
      ...row,
      extensionId: id,
      organ: organ(organisationId),
      applicant: maskedApplicant,
      light: light(Temporal.PlainDate.from(row.oldDay), call.today, calendar).light,
      askedBy: { name: names.get(askedBy) ?? '' },
    })),
    overlong: late.rows
      .map(({ id, organisationId, neededDays, ...row }) => ({
        ...row,
        expectedDay: expectedDayOf({ startedDay: row.startedDay, neededDays }, calendar),
        procedureId: id,
        organ: organ(organisationId),
      }))
      .filter(({ expectedDay }) => expectedDay < call.today.toString()),
  };
}

/** One procedure, as far as whoever works beside it needs to know. */
export async function findProcedure(
  read: Read,
  district: string,
  id: string,
): Promise<Pick<SpecialProcedure, 'ground' | 'startedDay' | 'expectedDay'> | undefined> {
  const [row, calendar] = await Promise.all([findProcedureRow(read, district, id), loadCalendar(read, district)]);
  return row && { ground: row.ground, startedDay: row.startedDay, expectedDay: expectedDayOf(row, calendar) };
}

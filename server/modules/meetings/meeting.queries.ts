import type { MeetingSummary, MeetingView } from '../../../contract/meetings.ts';
import type { Inputs, Replies } from '../../../contract/routes.ts';
import type { LocalText } from '../../../contract/values.ts';
import { dayOf } from '../../platform/clock.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, getDataKeys, openText } from '../../platform/vault/index.ts';
import { type Case, everywhere, getCase } from '../cases/index.ts';
import { getItemVersion, getItemVersions, type ItemVersion, processOf } from '../catalogue/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { getDocumentViews } from '../documents/index.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { findProcedure } from '../procedures/index.ts';
import { findAnnouncement } from './announcement.queries.ts';
import { type ExpertRow, findPanel, getExpertsById, type Panel } from './expert.store.ts';
import { boundsViewOf, hearingViewOf } from './hearing.queries.ts';
import { findHearing } from './hearing.store.ts';
import { knowOfficers } from './know-officers.ts';
import { actionsOf, assignLastDay, isOnSite, lostSigners } from './meeting.rules.ts';
import { getMeeting, getMeetingCase, type Meeting, meetingColumns, type WholeMeeting } from './meeting.store.ts';
import { factsOf, isStillIts } from './meeting-facts.rules.ts';

const nobody: LocalText = { zh: '', en: '' };

/** What a task of a version is called. */
export function taskNameOf(version: ItemVersion | undefined, key: string): LocalText {
  if (version === undefined) return nobody;
  const tasks = processOf(version).stages.flatMap((stage) => stage.tasks);
  return tasks.find((task) => task.key === key)?.name ?? nobody;
}

type ListedMeeting = Meeting & {
  caseNo: string | null;
  maskedApplicant: string;
  itemVersionId: string;
  dataKeyId: string;
  taskKey: string;
  organIds: string[];
  hasOfficers: boolean;
  hasOpinion: boolean;
  hasSigned: boolean;
};

/** Meetings of my organ: those to come, soonest first, then those past, newest first. */
export async function getMeetings(
  read: Read,
  { state, kind, caseId, after, limit = 20 }: Inputs['GET /meetings'],
  call: StaffCall,
): Promise<Replies['GET /meetings']> {
  const organId = call.staff.post?.organId;
  if (organId === undefined) throw new Refusal('no_post');
  const { district } = call;
  const today = call.today.toString();
  const [part, afterDay, afterId] = readCursor(after);
  const list = async (coming: boolean, wanted: number, from?: { day: string; id: string }) => {
    const { rows } = await sql<ListedMeeting>`
      select ${meetingColumns}, c.case_no, c.masked_applicant, c.item_version_id, c.data_key_id, t.key as task_key,
        array(select a.organ_id::text from meeting_organs a where a.district = m.district and a.meeting_id = m.id) as organ_ids,
        exists (select from meeting_officers f where f.district = m.district and f.meeting_id = m.id and f.organ_id = o.organ_id) as has_officers,
        o.opinion is not null as has_opinion, o.signed_by is not null as has_signed
      from meeting_organs o
      join meetings m on m.district = o.district and m.id = o.meeting_id
      join cases c on c.district = m.district and c.id = m.case_id
      join case_tasks t on t.district = m.district and t.id = m.task_id
      where o.district = ${district} and o.organ_id = ${organId}
        ${coming ? sql`and o.day >= ${today}` : sql`and o.day < ${today}`}
        ${state === undefined ? sql`` : sql`and m.state = ${state}`}
        ${kind === undefined ? sql`` : sql`and m.kind = ${kind}`}
        ${caseId === undefined ? sql`` : sql`and m.case_id = ${caseId}`}
        ${from === undefined ? sql`` : coming ? sql`and (o.day, o.meeting_id) > (${from.day}::date, ${from.id}::uuid)` : sql`and (o.day, o.meeting_id) < (${from.day}::date, ${from.id}::uuid)`}
      order by ${coming ? sql`o.day, o.meeting_id` : sql`o.day desc, o.meeting_id desc`} limit ${wanted}
    `.execute(read);
    return rows;
  };
  const from = part === undefined ? undefined : { day: afterDay, id: afterId };
  const coming = part === 'past' ? [] : await list(true, limit + 1, from);
  const past =
    coming.length > limit ? [] : await list(false, limit + 1 - coming.length, part === 'past' ? from : undefined);
  const rows = [...coming, ...past];
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const [keys, versions, places] = await Promise.all([
    getDataKeys(read, district, [...new Set(page.map(({ dataKeyId }) => dataKeyId))]),
    getItemVersions(read, district, [...new Set(page.map(({ itemVersionId }) => itemVersionId))]),
    loadPlaces(read, district),
  ]);
  return {
    meetings: page.map((row) =>
      summaryOf(row, {
        key: keys.get(row.dataKeyId),
        version: versions.find(({ id }) => id === row.itemVersionId),
        places,
      }),
    ),
    ...(rows.length > limit &&
      last !== undefined && { next: `${last.day < today ? 'past' : 'coming'}~${last.day}~${last.id}` }),
  };
}

function readCursor(after: string | undefined): [('coming' | 'past') | undefined, string, string] {
  if (after === undefined) return [undefined, '', ''];
  const found = /^(coming|past)~(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(after);
  if (found === null) throw new Refusal('invalid_input', {}, [{ field: 'after', code: 'format' }]);
  return [found[1] as 'coming' | 'past', found[2] ?? '', found[3] ?? ''];
}

function summaryOf(
  row: ListedMeeting,
  { key, version, places }: { key: DataKey | undefined; version: ItemVersion | undefined; places: Places },
): MeetingSummary {
  const awaits =
    row.state === 'ARRANGED' && !row.hasOfficers
      ? 'officers'
      : row.state === 'HELD' && row.organIds.length > 1 && !row.hasOpinion
        ? 'opinion'
        : row.state === 'HELD' && !row.hasSigned
          ? 'signature'
          : undefined;
  return {
    meetingId: row.id,
    caseId: row.caseId,
    caseNo: row.caseNo ?? '',
    itemName: version?.content.name ?? nobody,
    applicant: row.maskedApplicant,
    taskId: row.taskId,
    taskName: taskNameOf(version, row.taskKey),
    kind: row.kind,
    state: row.state,
    visit: row.visit,
    startsAt: row.startsAt,
    day: row.day,
    place: key === undefined ? '' : openText(key, row.sealedPlace),
    organs: row.organIds.map((id) => places.organById(id)?.name ?? nobody),
    ...(awaits !== undefined && { awaits }),
  };
}

/** One meeting whole, with what this caller may do next. To an organ that takes no part it does not exist. */
export async function getMeetingView(
  read: Read,
  { meetingId }: { meetingId: string },
  call: StaffCall,
): Promise<MeetingView> {
  const { district } = call;
  const organId = call.staff.post?.organId;
  if (organId === undefined) throw new Refusal('no_post');
  const caseId = await getMeetingCase(read, district, { meetingId, organIds: [organId] });
  const [theCase, meeting, panel] = await Promise.all([
    getCase(read, district, caseId, everywhere),
    getMeeting(read, district, meetingId),
    findPanel(read, district, meetingId),
  ]);
  const leads = meeting.leadOrganId === organId;
  const organIds = meeting.organs.map((organ) => organ.organId);
  const [version, { officers, places }, names, documents, experts, hearing, announcement, procedure, calendar] =
    await Promise.all([
      getItemVersion(read, district, theCase.itemVersionId),
      knowOfficers(read, { theCase, organIds, kind: meeting.kind }, call),
      getStaffNames(read, district, staffIdsOf(meeting)),
      getDocumentViews(read, district, caseId),
      getExpertsById(
        read,
        district,
        (panel?.pool ?? []).flatMap(({ expertId, place }) => (place === null ? [] : [expertId])),
      ),
      meeting.kind === 'HEARING' ? findHearing(read, district, meeting) : undefined,
      findAnnouncement(read, meeting, call),
      theCase.procedureId === null ? undefined : findProcedure(read, district, theCase.procedureId),
      loadCalendar(read, district),
    ]);
  const lastDay = assignLastDay(meeting.kind, theCase.acceptedDay, calendar);
  const task = theCase.tasks.find(({ id }) => id === meeting.taskId);
  const viewer = { id: call.staff.id, organId };
  const barred = officers.some((officer) => officer.staffId === call.staff.id && officer.barred !== undefined);
  const facts = factsOf({ meeting, theCase, panel, announcement }, call);
  const all = actionsOf(facts, viewer);
  const isOver = task === undefined || !isStillIts(task, meeting);
  const may = barred
    ? { actions: [], blocked: [] }
    : isOver
      ? { actions: all.actions.filter((act) => act === 'cancel'), blocked: [] }
      : all;
  const posts = new Map(officers.map((officer) => [officer.staffId, officer.post]));
  const key = theCase.key;
  return {
    ...headOf({ theCase, meeting, version, places }),
    taskName: taskNameOf(version, task?.key ?? ''),
    myOrganId: organId,
    leads,
    eachSigns: isOnSite(meeting.kind),
    lostSigners: lostSigners(facts),
    organParts: meeting.organs.map((organ) => ({
      organId: organ.organId,
      name: places.organById(organ.organId)?.name ?? nobody,
      lead: organ.organId === meeting.leadOrganId,
      officers: meeting.officers
        .filter((officer) => officer.organId === organ.organId)
        .map(({ staffId, attended, signedAt, signedBy, sealedNote }) => ({
          staffId,
          name: names.get(staffId) ?? '',
          post: posts.get(staffId) ?? nobody,
          ...(attended !== null && { attended }),
          ...(signedAt !== null && { signedAt }),
          ...(signedBy !== null && signedBy !== staffId && { recordedBy: names.get(signedBy) ?? '' }),
          ...(sealedNote !== null && { note: openText(key, sealedNote) }),
        })),
      ...(organ.opinion !== null && { opinion: organ.opinion }),
      ...(organ.sealedText !== null && { text: openText(key, organ.sealedText) }),
      ...(organ.writtenBy !== null && { writtenBy: names.get(organ.writtenBy) ?? '' }),
      ...(organ.signedBy !== null && { signedBy: names.get(organ.signedBy) ?? '' }),
      ...(organ.signedAt !== null && { signedAt: organ.signedAt }),
    })),
    ...(meeting.outcome !== null && { outcome: meeting.outcome }),
    ...(meeting.sealedText !== null && { text: openText(key, meeting.sealedText) }),
    ...(meeting.chairId !== null && {
      chair: { staffId: meeting.chairId, name: names.get(meeting.chairId) ?? '' },
    }),
    guests: meeting.guests.map(({ id, role, sealedName, signature, sealedNote }) => ({
      guestId: id,
      role,
      name: openText(key, sealedName),
      ...(signature !== null && { signature }),
      ...(sealedNote !== null && { note: openText(key, sealedNote) }),
    })),
    ...(hearing !== undefined && { hearing: hearingViewOf(hearing, key, 'names') }),
    ...(announcement !== undefined && { announcement }),
    ...(meeting.sealedNoticeReason !== null && { noticeReason: openText(key, meeting.sealedNoticeReason) }),
    ...(meeting.kind === 'HEARING' && meeting.state === 'ARRANGED' && boundsViewOf(hearing, call.today, calendar)),
    ...(procedure !== undefined && { procedure }),
    ...(lastDay !== undefined && { assignLastDay: lastDay }),
    assignedLate: lastDay !== undefined && dayOf(Temporal.Instant.from(meeting.arrangedAt)).toString() > lastDay,
    announced: meeting.announced,
    ...(panel !== undefined && { draw: drawViewOf(panel, experts, key) }),
    moves: meeting.moves.map(({ act, sealedReason, staffId, movedAt, fromDay, toDay }) => ({
      act,
      reason: openText(key, sealedReason),
      by: names.get(staffId ?? '') ?? '',
      at: movedAt,
      ...(fromDay !== null && { fromDay }),
      ...(toDay !== null && { toDay }),
    })),
    documents: documents.filter(({ documentId }) => meeting.documentIds.includes(documentId)),
    colleagues: organIds
      .filter((id) => leads || id === organId)
      .map((id) => ({
        organId: id,
        people: officers
          .filter((officer) => officer.organId === id)
          .map(({ staffId, name, post, barred: bar }) => ({
            staffId,
            name,
            post,
            ...(bar !== undefined && { barred: bar }),
          })),
      })),
    ...may,
  };
}

function headOf({
  theCase,
  meeting,
  version,
  places,
}: {
  theCase: Case;
  meeting: WholeMeeting;
  version: ItemVersion;
  places: Places;
}) {
  return {
    meetingId: meeting.id,
    caseId: theCase.id,
    caseNo: theCase.caseNo ?? '',
    itemName: version.content.name,
    applicant: theCase.maskedApplicant,
    taskId: meeting.taskId,
    kind: meeting.kind,
    state: meeting.state,
    visit: meeting.visit,
    startsAt: meeting.startsAt,
    day: meeting.day,
    place: openText(theCase.key, meeting.sealedPlace),
    organs: meeting.organs.map(({ organId }) => places.organById(organId)?.name ?? nobody),
  };
}

function staffIdsOf(meeting: WholeMeeting): string[] {
  return [
    ...meeting.officers.flatMap(({ staffId, signedBy }) => [staffId, ...(signedBy === null ? [] : [signedBy])]),
    ...meeting.organs.flatMap(({ writtenBy, signedBy }) => [writtenBy, signedBy].flatMap((id) => id ?? [])),
    ...meeting.moves.flatMap(({ staffId }) => staffId ?? []),
    ...(meeting.chairId === null ? [] : [meeting.chairId]),
  ];
}

function drawViewOf(panel: Panel, experts: ReadonlyMap<string, ExpertRow>, key: DataKey) {
  return {
    fields: [...panel.fields],
    count: panel.count,
    eligible: panel.pool.filter(({ standing }) => standing === 'eligible').length,
    ...(panel.drawnAt !== null && { drawnAt: panel.drawnAt }),
    experts: panel.pool
      .flatMap((entry) => (entry.place === null ? [] : [{ ...entry, place: entry.place }]))
      .toSorted((a, b) => a.place - b.place)
      .map(({ expertId, ticket, place, declined, sealedReason, attended }) => ({
        expertId,
        ticket,
        place,
        name: experts.get(expertId)?.name ?? '',
        employer: experts.get(expertId)?.employer ?? '',
        fields: [...(experts.get(expertId)?.fields ?? [])],
        ...(declined !== null && { declined }),
        ...(sealedReason !== null && { reason: openText(key, sealedReason) }),
        ...(attended !== null && { attended }),
      })),
  };
}

import type { BatchView, Devolution } from '../../../contract/devolution.ts';
import type { Inputs, Replies } from '../../../contract/routes.ts';
import type { LocalText } from '../../../contract/values.ts';
import type { RefusalCode } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { findFiles, openFile } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { filesFolder } from '../../platform/installation.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItemVersions, getVersionsInForce, type ItemVersion } from '../catalogue/index.ts';
import { getOfficePosts, getStaffNames, permissionsOf, type StaffCall } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { type Act, actsFrom, legalityFaults, objectionTo, openRound, silentIn } from './devolution.rules.ts';
import {
  type Batch,
  type BatchItemRow,
  batchColumns,
  findBatchFiles,
  getBatch,
  getRecords,
  type RecordRow,
  type WholeBatch,
} from './devolution.store.ts';
import { factsOf, type Office, officesOf, takesIn, trainedBy } from './office.rules.ts';

type Summary = Replies['GET /devolution-batches']['batches'][number];

const nobody: LocalText = { zh: '', en: '' };

const named = (places: Places) => (organId: string) => ({ organId, name: places.organById(organId)?.name ?? nobody });

/** 赋权2026-003, as people call a batch. */
function batchNumber({ year, number }: Pick<Batch, 'year' | 'number'>): string {
  return `赋权${year}-${String(number).padStart(3, '0')}`;
}

interface ListedBatch extends Batch {
  readonly organIds: string[];
  readonly items: number;
  readonly offices: number;
  readonly round: number | null;
  readonly effectiveDay: string | null;
  readonly total: number;
}

/** Batches, newest first. */
export async function getBatches(
  read: Read,
  { step, organId, after, limit = 20 }: Inputs['GET /devolution-batches'],
  call: StaffCall,
): Promise<Replies['GET /devolution-batches']> {
  const { district } = call;
  const wanted = sql`
    b.district = ${district}
    ${step === undefined ? sql`` : sql`and b.step = ${step}`}
    ${
      organId === undefined
        ? sql``
        : sql`and exists (select from devolution_items i
            left join devolution_receivers r on r.district = i.district and r.batch_item_id = i.id
            where i.district = b.district and i.batch_id = b.id
              and (i.organisation_id = ${organId} or r.organisation_id = ${organId}))`
    }
  `;
  const [{ rows }, total, meetings, places] = await Promise.all([
    sql<ListedBatch>`
      select ${batchColumns},
        array(select distinct organisation_id::text from devolution_items i where i.district = b.district and i.batch_id = b.id) as organ_ids,
        (select count(*)::int from devolution_items i where i.district = b.district and i.batch_id = b.id) as items,
        (select min(effective_day) from devolution_items i where i.district = b.district and i.batch_id = b.id) as effective_day,
        (select count(distinct (r.region_id, r.level))::int from devolution_receivers r
          join devolution_items i on i.district = r.district and i.id = r.batch_item_id
          where i.district = b.district and i.batch_id = b.id) as offices,
        (select max(round) from devolution_rounds o where o.district = b.district and o.batch_id = b.id and o.outdated_at is null) as round
      from devolution_batches b
      where ${wanted} ${after === undefined ? sql`` : sql`and b.id < ${after}::uuid`}
      order by b.id desc limit ${limit + 1}
    `.execute(read),
    sql<{ total: number }>`select count(*)::int as total from devolution_batches b where ${wanted}`.execute(read),
    sql<{ count: number }>`
      select count(distinct (m.day, m.organ_ids))::int as count from devolution_meetings m
      where m.district = ${district} and m.day >= ${call.today.with({ month: 1, day: 1 })}
        and m.day <= ${call.today.with({ month: 12, day: 31 })}
    `.execute(read),
    loadPlaces(read, district),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    batches: page.map(
      (row): Summary => ({
        ...summaryOf(row),
        from: row.organIds.map(named(places)),
        items: row.items,
        receivers: row.offices,
        ...(row.round !== null && { round: row.round }),
        ...(row.effectiveDay !== null && { effectiveDay: row.effectiveDay }),
      }),
    ),
    total: total.rows[0]?.total ?? 0,
    ...(rows.length > limit && last && { next: last.id }),
    meetingsThisYear: meetings.rows[0]?.count ?? 0,
    mayPropose: permissionsOf(call.staff.post?.role).includes('devolution.propose'),
  };
}

function summaryOf(batch: Batch) {
  const { id, title, step, proposedAt } = batch;
  return { batchId: id, number: batchNumber(batch), title, step, proposedAt };
}

/** A batch whole, with what this caller may do next. Refuses `not_found`. */
export async function getBatchView(read: Read, { batchId }: { batchId: string }, call: StaffCall): Promise<BatchView> {
  const { district } = call;
  const today = call.today.toString();
  const [batch, records, posts, places, inForce] = await Promise.all([
    getBatch(read, district, batchId),
    getRecords(read, district, batchId),
    getOfficePosts(read, call),
    loadPlaces(read, district),
    getVersionsInForce(read, call),
  ]);
  const fileIds = [
    ...batch.items.flatMap(({ agreementFileId }) => agreementFileId ?? []),
    ...batch.meetings.flatMap(({ minutesFileId }) => minutesFileId ?? []),
  ];
  const staffIds = [
    ...records.map(({ staffId }) => staffId),
    ...batch.comments.map(({ staffId }) => staffId),
    ...batch.reviews.map(({ staffId }) => staffId),
    ...batch.trainings.flatMap((training) => training.staffIds),
    ...(batch.permittedBy === null ? [] : [batch.permittedBy]),
  ];
  const [versions, files, names] = await Promise.all([
    versionsOf(
      read,
      call,
      batch.items.map(({ itemId }) => itemId),
      inForce,
    ),
    findFiles(read, district, fileIds),
    getStaffNames(read, district, [...new Set(staffIds)]),
  ]);
  const organ = named(places);
  const offices = officesOf(batch, posts, places);
  const nameOf = (staffId: string) => names.get(staffId) ?? '';
  const file = (fileId: string | null) => {
    const found = fileId === null ? undefined : files.get(fileId);
    return found && { fileId: found.fileId, name: found.name };
  };
  const open = openRound({ rounds: batch.rounds, today });
  const days = batch.items.map(({ effectiveDay }) => effectiveDay).toSorted();
  return {
    ...summaryOf(batch),
    from: [...new Set(batch.items.map((item) => item.organId))].map(organ),
    items: batch.items.length,
    receivers: new Set(batch.receivers.map(({ regionId, level }) => `${regionId}:${level}`)).size,
    ...(batch.rounds.length > 0 && { round: batch.rounds.length }),
    ...(days[0] !== undefined && { effectiveDay: days[0] }),
    ...(batch.note !== null && { note: batch.note }),
    contents: batch.items.map((item) => itemView(item, { batch, places, versions, inForce, file })),
    meetings: batch.meetings.map(({ id, day, organIds, minutesFileId, note }) => {
      const minutes = file(minutesFileId);
      return {
        meetingId: id,
        day,
        organs: organIds.map(organ),
        ...(minutes && { minutes }),
        ...(note !== null && { note }),
      };
    }),
    rounds: batch.rounds.map(({ round, fromDay, untilDay }) => {
      const comments = batch.comments.filter((comment) => comment.round === round);
      return {
        round,
        fromDay,
        untilDay,
        closed: open?.round !== round,
        comments: comments.map(({ organId, opinion, text, staffId, commentedAt }) => ({
          organ: organ(organId),
          opinion,
          text,
          by: nameOf(staffId),
          at: commentedAt,
        })),
        silent: silentIn(round, batch).map(organ),
      };
    }),
    reviews: batch.reviews
      .filter(({ outdated }) => !outdated)
      .map(({ organId, lawful, statement, staffId, reviewedAt }) => ({
        organ: organ(organId),
        lawful,
        opinion: statement,
        by: nameOf(staffId),
        at: reviewedAt,
      })),
    ...(batch.publishedDay !== null && { publishedDay: batch.publishedDay }),
    ...(batch.announcement !== null && { announcement: batch.announcement }),
    trainings: batch.trainings.map(({ id, organId, day, minutes, section, note, staffIds: attendees }) => ({
      trainingId: id,
      organ: organ(organId),
      day,
      hours: minutes / 60,
      section,
      ...(note !== null && { note }),
      attendees: attendees.map((staffId) => ({ staffId, name: nameOf(staffId) })),
    })),
    offices: offices.map((office) => officeView(office, { batch, places })),
    ...(batch.permittedAt !== null && {
      permission: {
        at: batch.permittedAt,
        by: nameOf(batch.permittedBy ?? ''),
        ...(batch.sealNote !== null && { sealNote: batch.sealNote }),
        ...(batch.networkNote !== null && { networkNote: batch.networkNote }),
      },
    }),
    ...(batch.trialFromDay !== null &&
      batch.trialUntilDay !== null && {
        trial: {
          fromDay: batch.trialFromDay,
          untilDay: batch.trialUntilDay,
          ...(batch.trialNote !== null && { note: batch.trialNote }),
        },
      }),
    ...(batch.liveDay !== null && { liveDay: batch.liveDay }),
    story: records.map((record) => recordView(record, places, nameOf)),
    actions: actionsOf(batch, offices, call),
  };
}

/** The versions that bind today; of an item that is no longer offered the one that bound last. */
async function versionsOf(
  read: Read,
  { district, today }: Call,
  itemIds: readonly string[],
  inForce: readonly ItemVersion[],
): Promise<Map<string, ItemVersion>> {
  const wanted = new Set(itemIds);
  const known = new Map(
    inForce.flatMap((version) => (wanted.has(version.itemId) ? [[version.itemId, version] as const] : [])),
  );
  const missing = [...wanted].filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const { rows } = await sql<{ id: string }>`
    select distinct on (item_id) id from item_versions
    where district = ${district} and item_id = any(${missing}::uuid[]) and state = 'PUBLISHED' and effective_day <= ${today}
    order by item_id, version desc
  `.execute(read);
  const last = await getItemVersions(
    read,
    district,
    rows.map(({ id }) => id),
  );
  for (const version of last) known.set(version.itemId, version);
  return known;
}

type ItemView = BatchView['contents'][number];

function itemView(
  item: BatchItemRow,
  {
    batch,
    places,
    versions,
    inForce,
    file,
  }: {
    batch: WholeBatch;
    places: Places;
    versions: ReadonlyMap<string, ItemVersion>;
    inForce: readonly ItemVersion[];
    file: (fileId: string | null) => { fileId: string; name: string } | undefined;
  },
): ItemView {
  const organ = named(places);
  const version = versions.get(item.itemId);
  const agreement = file(item.agreementFileId);
  const binds = inForce.some(({ itemId }) => itemId === item.itemId);
  return {
    batchItemId: item.id,
    itemId: item.itemId,
    code: version?.code ?? '',
    name: version?.content.name ?? nobody,
    mode: item.mode,
    from: organ(item.organId),
    receivers: {
      kind: item.kind,
      ...(item.regionIds !== null && { regionIds: [...item.regionIds] }),
      ...(item.receiverOrganId !== null && { organId: item.receiverOrganId }),
    },
    receiving: batch.receivers
      .filter(({ batchItemId }) => batchItemId === item.id)
      .map(({ id, regionId, level, organId, acceptance, reason, untilDay }) => ({
        receiverId: id,
        regionId,
        level,
        organ: organ(organId),
        acceptance,
        ...(reason !== null && { reason }),
        ...(untilDay !== null && { untilDay }),
      })),
    ...(item.basis !== null && { basis: item.basis }),
    effectiveDay: item.effectiveDay,
    ...(agreement && { agreement }),
    ...(item.note !== null && { note: item.note }),
    ...(item.takenBackDay !== null && { takenBackDay: item.takenBackDay }),
    faults:
      version === undefined || !binds
        ? ['not_in_force']
        : legalityFaults({ ...item, version, organId: item.receiverOrganId }, places),
  };
}

function officeView(
  office: Office,
  { batch, places }: { batch: WholeBatch; places: Places },
): BatchView['offices'][number] {
  const organ = named(places);
  const trained = trainedBy(batch);
  const isTrained = (staffId: string) => office.handing.every((id) => trained.get(id)?.has(staffId) === true);
  return {
    regionId: office.regionId,
    level: office.level,
    name: placeName(office, places),
    organ: organ(office.organId),
    items: office.itemIds.length,
    untrainedBy: office.untrainedBy.map(organ),
    posts: office.posts.filter(takesIn).map((post) => {
      const center = places.centerById(post.centerId ?? '');
      return {
        postId: post.postId,
        title: post.title,
        role: post.role,
        ...(center && { centerName: center.name }),
        holders: post.holders.map(({ staffId, name }) => ({ staffId, name, trained: isTrained(staffId) })),
        permitted: batch.postIds.includes(post.postId),
      };
    }),
  };
}

/** A township, or the villages of one. */
function placeName({ regionId, level }: Pick<Office, 'regionId' | 'level'>, places: Places): LocalText {
  const { zh, en } = places.regionById(regionId)?.name ?? nobody;
  return level === 'VILLAGE' ? { zh: `${zh}各村（社区）`, en: `Villages of ${en}` } : { zh, en };
}

function recordView(
  { act, step, staffId, organId, note, recordedAt }: RecordRow,
  places: Places,
  nameOf: (staffId: string) => string,
): BatchView['story'][number] {
  const organ = places.organById(organId ?? '');
  return {
    act,
    step,
    by: nameOf(staffId),
    ...(organ && { organ: organ.name }),
    at: recordedAt,
    ...(note !== null && { note }),
  };
}

const permissionFor: Readonly<Partial<Record<Act, string>>> = {
  putItems: 'devolution.propose',
  comment: 'devolution.comment',
  reviewLegality: 'devolution.review',
  recordTraining: 'devolution.train',
};

function actionsOf(batch: WholeBatch, offices: readonly Office[], call: StaffCall): Act[] {
  const { post } = call.staff;
  if (post === undefined) return [];
  const permissions = permissionsOf(post.role);
  const facts = factsOf(batch, offices, call.today.toString());
  const hasItems = batch.items.some(({ organId }) => organId === post.organId);
  return (Object.keys(actsFrom) as (keyof typeof actsFrom)[]).filter((act) => {
    if (!permissions.includes(permissionFor[act] ?? 'devolution.run')) return false;
    if (act === 'comment' && !batch.receivers.some(({ organId }) => organId === post.organId)) return false;
    if (act === 'closeRound' && silentIn(batch.rounds.length, batch).length > 0) return false;
    if (act === 'reviewLegality' && !hasItems) return false;
    if (act === 'recordTraining' && post.role !== 'itemPublisher' && !hasItems) return false;
    return objectionTo(act, facts) === undefined;
  });
}

/** An agreement or the minutes of a meeting of this batch. Refuses `not_found`. */
export async function getBatchFile(
  read: Read,
  { batchId, fileId }: { batchId: string; fileId: string },
  call: StaffCall,
): Promise<FileReply> {
  const batch = await getBatch(read, call.district, batchId);
  const own = [
    ...batch.items.map(({ agreementFileId }) => agreementFileId),
    ...batch.meetings.map(({ minutesFileId }) => minutesFileId),
  ];
  const kept = await findBatchFiles(read, call.district, [fileId]);
  if (!own.includes(fileId) || !kept.has(fileId)) throw new Refusal('not_found' satisfies RefusalCode);
  return openFile(read, call.district, fileId, filesFolder());
}

interface DevolutionRow extends Omit<BatchItemRow, 'note' | 'agreementFileId'> {
  readonly batchId: string;
  readonly publishedDay: string;
  readonly step: Batch['step'];
  readonly live: boolean;
  readonly receiverIds: string[];
}

/** 赋权事项目录, for everybody: what was published, the newest first. */
export async function getDevolutions(
  read: Read,
  { mode, receiverKind, organId, regionId, batchId, after, limit = 20 }: Inputs['GET /devolutions'],
  call: Call,
): Promise<Replies['GET /devolutions']> {
  const { district, today } = call;
  const published = sql`
    from devolution_items i
    join devolution_batches b on b.district = i.district and b.id = i.batch_id
    where i.district = ${district} and b.published_day is not null and b.step <> 'WITHDRAWN'
  `;
  const receivedIn = (wanted: ReturnType<typeof sql>) => sql`exists (
    select from devolution_receivers r where r.district = i.district and r.batch_item_id = i.id and ${wanted})`;
  const filters = sql`
    ${mode === undefined ? sql`` : sql`and i.mode = ${mode}`}
    ${receiverKind === undefined ? sql`` : sql`and i.receiver_kind = ${receiverKind}`}
    ${batchId === undefined ? sql`` : sql`and i.batch_id = ${batchId}`}
    ${
      organId === undefined
        ? sql``
        : sql`and (i.organisation_id = ${organId} or ${receivedIn(sql`r.organisation_id = ${organId}`)})`
    }
    ${regionId === undefined ? sql`` : sql`and ${receivedIn(sql`r.region_id = ${regionId}`)}`}
  `;
  const isLive = sql`(b.step = 'LIVE' or i.taken_back_day > ${today}) and i.effective_day <= ${today}
    and (i.taken_back_day is null or i.taken_back_day > ${today})`;
  const [{ rows }, totals, live, places, inForce] = await Promise.all([
    sql<DevolutionRow>`
      select i.id, i.batch_id, i.item_id, i.organisation_id as organ_id, i.mode, i.receiver_kind as kind, i.region_ids,
        i.receiver_organ_id, i.basis, i.effective_day, i.taken_back_day, b.published_day, b.step, ${isLive} as live,
        array(select r.organisation_id::text from devolution_receivers r
          where r.district = i.district and r.batch_item_id = i.id and (r.until_day is null or r.until_day >= ${today})
          order by r.id) as receiver_ids
      ${published} ${filters} ${after === undefined ? sql`` : sql`and i.id < ${after}::uuid`}
      order by i.id desc limit ${limit + 1}
    `.execute(read),
    sql<{ total: number }>`select count(*)::int as total ${published} ${filters}`.execute(read),
    sql<{ kind: string; items: number }>`
      select i.receiver_kind as kind, count(distinct i.item_id)::int as items ${published} and ${isLive} group by i.receiver_kind
    `.execute(read),
    loadPlaces(read, district),
    getVersionsInForce(read, call),
  ]);
  const page = rows.slice(0, limit);
  const versions = await versionsOf(
    read,
    call,
    page.map(({ itemId }) => itemId),
    inForce,
  );
  const last = page.at(-1);
  return {
    devolutions: page.map((row): Devolution => {
      const version = versions.get(row.itemId);
      return {
        batchItemId: row.id,
        batchId: row.batchId,
        itemId: row.itemId,
        code: version?.code ?? '',
        name: version?.content.name ?? nobody,
        mode: row.mode,
        from: places.organById(row.organId)?.name ?? nobody,
        to: receiverNames(row, places),
        receiverKind: row.kind,
        effectiveDay: row.effectiveDay,
        live: row.live,
        ...(row.takenBackDay !== null && { takenBackDay: row.takenBackDay }),
        ...(row.basis !== null && { basis: row.basis }),
        publishedDay: row.publishedDay,
      };
    }),
    total: totals.rows[0]?.total ?? 0,
    ...(rows.length > limit && last && { next: last.id }),
    live: Object.fromEntries(live.rows.map(({ kind, items }) => [kind, items])),
  };
}

/** To whom it went: all together where all have it, else each by name. */
function receiverNames({ kind, receiverIds }: DevolutionRow, places: Places): LocalText[] {
  const towns = places.childrenOf(places.root?.id ?? '').length;
  const all = kind !== 'ORGAN' && receiverIds.length === towns;
  if (all && kind === 'VILLAGES') return [{ zh: '全部村（社区）', en: 'All villages' }];
  if (all) return [{ zh: '全部乡镇（街道）', en: 'All townships' }];
  return receiverIds.map((organId) => {
    const { zh, en } = places.organById(organId)?.name ?? nobody;
    return kind === 'VILLAGES' ? { zh: `${zh}所辖各村（社区）`, en: `Villages of ${en}` } : { zh, en };
  });
}

import type { Assurance, LocalText, Role } from '../../../contract/values.ts';
import { machineNow } from '../../platform/clock.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { SessionKind } from '../../platform/sessions/index.ts';
import { loadPlaces } from '../places/index.ts';
import { actsFor, standsIn } from './absence.store.ts';
import { centersOf, noScope, type Scope, scopeOf } from './scope.rules.ts';
import { getHeldPosts } from './staff.store.ts';

/** A post as its holder acts in it now. */
export interface ActingPost {
  readonly id: string;
  readonly appointmentId: string;
  readonly role: Role;
  readonly title: LocalText;
  readonly organId: string;
  readonly centerId: string | null;
  readonly areaRegionId: string;
  readonly phone: string;
  /** 收件授权: the items that this post may take in. */
  readonly itemIds: readonly string[];
  /** Taken back: what was taken in before may be finished, and nothing new taken in. */
  readonly finishingItemIds?: readonly string[];
  /** AB岗 代: for whom a substitute acts in it. */
  readonly actsForId?: string | null;
}

export interface ResidentCall extends Call {
  readonly resident: {
    readonly id: string;
    readonly assurance: Assurance;
    readonly sessionId: string;
  };
}

export interface StaffCall extends Call {
  readonly staff: {
    readonly id: string;
    readonly name: string;
    readonly sessionId: string;
    /** Absent until one of several posts is chosen. */
    readonly post: ActingPost | undefined;
    readonly scope: Scope;
  };
}

/** The caller behind a session, in one query; nothing when the session ended or the person left. */
export function findCaller(read: Read, base: Call, kind: SessionKind, tokenHash: Buffer): Promise<Call | undefined> {
  return kind === 'resident' ? findResidentCaller(read, base, tokenHash) : findStaffCaller(read, base, tokenHash);
}

async function findResidentCaller(read: Read, base: Call, tokenHash: Buffer): Promise<ResidentCall | undefined> {
  const { rows } = await sql<{ sessionId: string; seenAt: string; id: string; assurance: Assurance }>`
    select s.id as session_id, s.seen_at, r.id, r.assurance
    from sessions s join residents r on r.district = s.district and r.id = s.holder_id
    where s.district = ${base.district} and s.token_hash = ${tokenHash} and s.kind = 'resident'
      and s.revoked_at is null and s.expires_at > ${machineNow()}
  `.execute(read);
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    ...base,
    actor: { kind: 'resident', id: row.id, postId: null, organId: null, onBehalfOf: null },
    session: { id: row.sessionId, kind: 'resident', seenAt: row.seenAt },
    resident: { id: row.id, assurance: row.assurance, sessionId: row.sessionId },
  };
}

interface StaffRow {
  readonly sessionId: string;
  readonly seenAt: string;
  readonly id: string;
  readonly name: string;
  readonly appointmentId: string | null;
  readonly postId: string;
  readonly role: Role;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly organisationId: string;
  readonly centerId: string | null;
  readonly areaRegionId: string;
  readonly phone: string;
  readonly itemIds: string[];
  readonly finishingItemIds: string[];
  readonly actsForId: string | null;
}

async function findStaffCaller(read: Read, base: Call, tokenHash: Buffer): Promise<StaffCall | undefined> {
  const { rows } = await sql<StaffRow>`
    select s.id as session_id, s.seen_at, f.id, f.name, a.id as appointment_id, p.id as post_id, p.role, p.title_zh, p.title_en,
      p.organisation_id, p.center_id, p.area_region_id, p.phone,
      array(select item_id from post_items i where i.district = p.district and i.post_id = p.id
        and i.from_day <= ${base.today} and (i.until_day is null or i.until_day >= ${base.today})) as item_ids,
      array(select item_id from post_items i where i.district = p.district and i.post_id = p.id
        and i.may_finish and i.until_day < ${base.today}) as finishing_item_ids,
      ${actsFor(base.today)} as acts_for_id
    from sessions s
    join staff f on f.district = s.district and f.id = s.holder_id and (f.left_day is null or f.left_day > ${base.today})
    left join appointments a on a.district = s.district and a.id = s.acting_as and a.staff_id = f.id
      and a.from_day <= ${base.today} and (a.until_day is null or a.until_day >= ${base.today}) and ${standsIn(base.today)}
    left join posts p on p.district = a.district and p.id = a.post_id
    where s.district = ${base.district} and s.token_hash = ${tokenHash} and s.kind = 'staff'
      and s.revoked_at is null and s.expires_at > ${machineNow()}
  `.execute(read);
  const row = rows[0];
  if (row === undefined) return undefined;
  const post = row.appointmentId === null ? undefined : actingPost(row, row.appointmentId);
  const session = { id: row.sessionId, kind: 'staff', seenAt: row.seenAt } as const;
  return staffCall(
    { ...base, session },
    {
      id: row.id,
      name: row.name,
      sessionId: row.sessionId,
      post,
      scope: post === undefined ? noScope : await scopeOfPost(read, base.district, post),
    },
  );
}

export function staffCall(base: Call, staff: StaffCall['staff']): StaffCall {
  return {
    ...base,
    actor: {
      kind: 'staff',
      id: staff.id,
      postId: staff.post?.id ?? null,
      organId: staff.post?.organId ?? null,
      onBehalfOf: staff.post?.actsForId ?? null,
    },
    staff,
  };
}

function actingPost(row: StaffRow, appointmentId: string): ActingPost {
  return {
    id: row.postId,
    appointmentId,
    role: row.role,
    title: { zh: row.titleZh, en: row.titleEn },
    organId: row.organisationId,
    centerId: row.centerId,
    areaRegionId: row.areaRegionId,
    phone: row.phone,
    itemIds: row.itemIds,
    finishingItemIds: row.finishingItemIds,
    actsForId: row.actsForId,
  };
}

/** The call of a member of staff in his first post, without a session: for a demo's own history. */
export async function actingAs(read: Read, base: Call, staffId: string): Promise<StaffCall> {
  const [held] = await getHeldPosts(read, base.district, base.today, [staffId]);
  if (held === undefined) throw new Error('Nobody holds a post under this id.');
  const { rows } = await sql<{ itemId: string; ended: boolean }>`
    select item_id, until_day is not null and until_day < ${base.today} as ended from post_items
    where district = ${base.district} and post_id = ${held.postId}
  `.execute(read);
  const post: ActingPost = {
    id: held.postId,
    appointmentId: held.appointmentId,
    role: held.role,
    title: { zh: held.titleZh, en: held.titleEn },
    organId: held.organisationId,
    centerId: held.centerId,
    areaRegionId: held.areaRegionId,
    phone: held.phone,
    itemIds: rows.filter(({ ended }) => !ended).map((row) => row.itemId),
    finishingItemIds: rows.filter(({ ended }) => ended).map((row) => row.itemId),
    actsForId: held.actsForId,
  };
  const scope = await scopeOfPost(read, base.district, post);
  return staffCall(base, { id: staffId, name: held.staffName, sessionId: '', post, scope });
}

async function scopeOfPost(read: Read, district: string, post: ActingPost): Promise<Scope> {
  const places = await loadPlaces(read, district);
  return scopeOf(post, {
    wholeDistrict: places.regionById(post.areaRegionId)?.level === 'DISTRICT',
    centerIds: centersOf(post, places),
  });
}

import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { PostRow } from './staff.store.ts';

/** A post, locked: who substitutes whom in it is settled in turn. */
export async function lockPost(tx: Tx, district: string, postId: string): Promise<boolean> {
  const { rows } = await sql`select id from posts where district = ${district} and id = ${postId} for update`.execute(
    tx,
  );
  return rows.length === 1;
}

/** Somebody's place in a post: its holder (A), or a substitute (B) whether or not he stands in today. */
export interface Appointment {
  readonly appointmentId: string;
  readonly postId: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly kind: 'regular' | 'substitute';
}

/** The appointments to some posts that hold today, holders first. */
export async function getAppointments(
  read: Read,
  district: string,
  { postIds, today }: { postIds: readonly string[]; today: Temporal.PlainDate },
): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`
    select a.id as appointment_id, a.post_id, f.id as staff_id, f.name as staff_name, a.kind
    from appointments a join staff f on f.district = a.district and f.id = a.staff_id
    where a.district = ${district} and a.post_id = any(${postIds}::uuid[]) and a.from_day <= ${today}
      and (a.until_day is null or a.until_day >= ${today}) and (f.left_day is null or f.left_day > ${today})
    order by a.kind, a.id
  `.execute(read);
  return rows;
}

/** An appointment as a substitute that still holds, locked. */
export async function lockSubstitute(
  tx: Tx,
  district: string,
  { appointmentId, today }: { appointmentId: string; today: Temporal.PlainDate },
): Promise<{ staffId: string; postId: string } | undefined> {
  const { rows } = await sql<{ staffId: string; postId: string }>`
    select staff_id, post_id from appointments
    where district = ${district} and id = ${appointmentId} and kind = 'substitute' and (until_day is null or until_day >= ${today}) for update
  `.execute(tx);
  return rows[0];
}

export async function endAppointment(
  tx: Tx,
  district: string,
  { appointmentId, lastDay }: { appointmentId: string; lastDay: Temporal.PlainDate },
): Promise<void> {
  await sql`update appointments set until_day = ${lastDay} where district = ${district} and id = ${appointmentId}`.execute(
    tx,
  );
}

/** A page of posts, organ by organ; of one organ where one is named. */
export async function listPosts(
  read: Read,
  district: string,
  { organId, after, limit }: { organId?: string | undefined; after?: string | undefined; limit: number },
): Promise<(Omit<PostRow, 'title'> & { titleZh: string; titleEn: string; centerId: string | null })[]> {
  const [afterOrgan, afterPost] = (after ?? '').split('~');
  const { rows } = await sql<Omit<PostRow, 'title'> & { titleZh: string; titleEn: string; centerId: string | null }>`
    select id, title_zh, title_en, organisation_id as organ_id, center_id, role, area_region_id, phone from posts
    where district = ${district} ${organId === undefined ? sql`` : sql`and organisation_id = ${organId}`}
      ${afterPost === undefined ? sql`` : sql`and (organisation_id, id) > (${afterOrgan}::uuid, ${afterPost}::uuid)`}
    order by organisation_id, id limit ${limit + 1}
  `.execute(read);
  return rows;
}

/** A post in which nobody can act today: its holder is away and no substitute is there. */
export interface UncoveredPost {
  readonly postId: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly organId: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly untilDay: string;
}

/** Posts whose holder is away while nobody else is there for them; of one organ, or of all. */
export async function getUncoveredPosts(
  read: Read,
  district: string,
  { organId, today }: { organId?: string | undefined; today: Temporal.PlainDate },
): Promise<UncoveredPost[]> {
  const away = (staff: ReturnType<typeof sql>) => sql`
    absences x where x.district = ${district} and x.staff_id = ${staff} and x.from_day <= ${today}
      and coalesce(x.back_day - 1, x.until_day) >= ${today}
  `;
  const { rows } = await sql<UncoveredPost>`
    select p.id as post_id, p.title_zh, p.title_en, p.organisation_id as organ_id, f.id as holder_id, f.name as holder_name,
      (select max(coalesce(x.back_day - 1, x.until_day)) from ${away(sql`f.id`)}) as until_day
    from absences y
    join staff f on f.district = y.district and f.id = y.staff_id and (f.left_day is null or f.left_day > ${today})
    join appointments a on a.district = f.district and a.staff_id = f.id and a.kind = 'regular' and a.from_day <= ${today}
      and (a.until_day is null or a.until_day >= ${today})
    join posts p on p.district = a.district and p.id = a.post_id
    where y.district = ${district} and y.from_day <= ${today} and coalesce(y.back_day - 1, y.until_day) >= ${today}
      ${organId === undefined ? sql`` : sql`and p.organisation_id = ${organId}`}
      and not exists (
        select from appointments o join staff h on h.district = o.district and h.id = o.staff_id
        where o.district = p.district and o.post_id = p.id and o.from_day <= ${today} and (o.until_day is null or o.until_day >= ${today})
          and (h.left_day is null or h.left_day > ${today}) and not exists (select from ${away(sql`h.id`)})
      )
    order by p.organisation_id, p.id limit 100
  `.execute(read);
  return rows;
}

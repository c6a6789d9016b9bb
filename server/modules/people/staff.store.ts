import type { LocalText, Role } from '../../../contract/values.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { actsFor, isThere, standsIn } from './absence.store.ts';

export interface StaffAccount {
  readonly id: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** The account behind a sign-in name, while the person is with us. */
export async function findStaffByUsername(
  read: Read,
  district: string,
  today: Temporal.PlainDate,
  username: string,
): Promise<StaffAccount | undefined> {
  const { rows } = await sql<StaffAccount>`
    select id, name, password_hash from staff
    where district = ${district} and username = ${username.trim().toLowerCase()} and (left_day is null or left_day > ${today})
  `.execute(read);
  return rows[0];
}

export interface HeldPost {
  readonly appointmentId: string;
  readonly kind: 'regular' | 'substitute';
  readonly staffId: string;
  readonly staffName: string;
  readonly postId: string;
  readonly role: Role;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly organisationId: string;
  readonly centerId: string | null;
  readonly areaRegionId: string;
  readonly phone: string;
  /** AB岗 代: for whom a substitute acts in it. */
  readonly actsForId: string | null;
}

const heldPosts = (today: Temporal.PlainDate) => sql`
  select a.id as appointment_id, a.kind, f.id as staff_id, f.name as staff_name, p.id as post_id, p.role, p.title_zh, p.title_en,
    p.organisation_id, p.center_id, p.area_region_id, p.phone, ${actsFor(today)} as acts_for_id
  from appointments a
  join staff f on f.district = a.district and f.id = a.staff_id
  join posts p on p.district = a.district and p.id = a.post_id
`;

const inForce = (today: Temporal.PlainDate) =>
  sql`a.from_day <= ${today} and (a.until_day is null or a.until_day >= ${today}) and (f.left_day is null or f.left_day > ${today}) and ${standsIn(today)}`;

/** The posts that some people hold today. */
export async function getHeldPosts(
  read: Read,
  district: string,
  today: Temporal.PlainDate,
  staffIds: readonly string[],
): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    ${heldPosts(today)} where a.district = ${district} and a.staff_id = any(${staffIds}::uuid[]) and ${inForce(today)} order by a.id
  `.execute(read);
  return rows;
}

/** Every held post of the district: for the demo's list of posts to become. */
export async function getAllHeldPosts(read: Read, district: string, today: Temporal.PlainDate): Promise<HeldPost[]> {
  const { rows } =
    await sql<HeldPost>`${heldPosts(today)} where a.district = ${district} and ${inForce(today)} order by a.id limit 2000`.execute(
      read,
    );
  return rows;
}

/** Who holds posts of a role in some regions and is there today: of a holder who is away, his substitute. */
export async function getHoldersByRole(
  read: Read,
  district: string,
  today: Temporal.PlainDate,
  role: Role,
  regionIds: readonly string[],
): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    ${heldPosts(today)} where a.district = ${district} and p.role = ${role} and p.area_region_id = any(${regionIds}::uuid[]) and ${inForce(today)} and ${isThere(today)} order by p.id
  `.execute(read);
  return rows;
}

/** Names and posts as the story and the documents tell them. */
export async function getStaffNames(
  read: Read,
  district: string,
  staffIds: readonly string[],
): Promise<Map<string, string>> {
  if (staffIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, name from staff where district = ${district} and id = any(${staffIds}::uuid[])`.execute(read);
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface PostRow {
  readonly id: string;
  readonly title: LocalText;
  readonly organId: string;
  readonly role: Role;
  readonly areaRegionId: string;
  readonly phone: string;
}

export async function getPosts(
  read: Read,
  district: string,
  postIds: readonly string[],
): Promise<Map<string, PostRow>> {
  if (postIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    titleZh: string;
    titleEn: string;
    organisationId: string;
    role: Role;
    areaRegionId: string;
    phone: string;
  }>`
    select id, title_zh, title_en, organisation_id, role, area_region_id, phone from posts
    where district = ${district} and id = any(${postIds}::uuid[])
  `.execute(read);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        title: { zh: row.titleZh, en: row.titleEn },
        organId: row.organisationId,
        role: row.role,
        areaRegionId: row.areaRegionId,
        phone: row.phone,
      },
    ]),
  );
}

export async function insertStaff(
  tx: Tx,
  district: string,
  staff: { id: string; username: string; name: string; passwordHash: string; credentialNumber?: string },
): Promise<void> {
  await sql`
    insert into staff (district, id, username, name, password_hash, credential_number)
    values (${district}, ${staff.id}, ${staff.username.toLowerCase()}, ${staff.name}, ${staff.passwordHash},
      ${staff.credentialNumber ?? null})
  `.execute(tx);
}

export async function updateCredential(
  tx: Tx,
  district: string,
  staffId: string,
  credentialNumber: string | null,
): Promise<void> {
  await sql`
    update staff set credential_number = ${credentialNumber} where district = ${district} and id = ${staffId}
  `.execute(tx);
}

/** 执法证号 or 工作证号 of some officers; whose is not known is left out. */
export async function getCredentials(
  read: Read,
  district: string,
  staffIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; credentialNumber: string }>`
    select id, credential_number from staff
    where district = ${district} and id = any(${staffIds}::uuid[]) and credential_number is not null
  `.execute(read);
  return new Map(rows.map((row) => [row.id, row.credentialNumber]));
}

export async function updatePassword(tx: Tx, district: string, staffId: string, passwordHash: string): Promise<void> {
  await sql`update staff set password_hash = ${passwordHash} where district = ${district} and id = ${staffId}`.execute(
    tx,
  );
}

export async function getPasswordHash(read: Read, district: string, staffId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    passwordHash: string;
  }>`select password_hash from staff where district = ${district} and id = ${staffId}`.execute(read);
  return rows[0]?.passwordHash;
}

export interface NewPost {
  readonly id: string;
  readonly role: Role;
  readonly title: LocalText;
  readonly organId: string;
  readonly centerId: string | null;
  readonly areaRegionId: string;
  readonly phone: string;
  readonly itemIds: readonly string[];
}

export async function insertPost(tx: Tx, district: string, fromDay: Temporal.PlainDate, post: NewPost): Promise<void> {
  await sql`
    insert into posts (district, id, role, title_zh, title_en, organisation_id, center_id, area_region_id, phone)
    values (${district}, ${post.id}, ${post.role}, ${post.title.zh}, ${post.title.en}, ${post.organId}, ${post.centerId}, ${post.areaRegionId}, ${post.phone})
  `.execute(tx);
  await sql`
    insert into post_items (district, post_id, item_id, from_day)
    select ${district}, ${post.id}, unnest(${post.itemIds}::uuid[]), ${fromDay}
  `.execute(tx);
}

export async function insertAppointment(
  tx: Tx,
  district: string,
  appointment: {
    id: string;
    staffId: string;
    postId: string;
    kind: 'regular' | 'substitute';
    fromDay: Temporal.PlainDate;
  },
): Promise<void> {
  await sql`
    insert into appointments (district, id, staff_id, post_id, kind, from_day)
    values (${district}, ${appointment.id}, ${appointment.staffId}, ${appointment.postId}, ${appointment.kind}, ${appointment.fromDay})
  `.execute(tx);
}

/** Lets a session act as another appointment of its holder. */
export async function setActingAs(tx: Tx, district: string, sessionId: string, appointmentId: string): Promise<void> {
  await sql`update sessions set acting_as = ${appointmentId} where district = ${district} and id = ${sessionId}`.execute(
    tx,
  );
}

/** Somebody who can act for an organ today. */
export interface Officer {
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
  readonly organId: string;
  readonly titleZh: string;
  readonly titleEn: string;
}

/** Who can act for some organs today and is there, once a post. */
export async function getOfficers(
  read: Read,
  district: string,
  { organIds, today }: { organIds: readonly string[]; today: Temporal.PlainDate },
): Promise<Officer[]> {
  const { rows } = await sql<Officer>`
    select f.id as staff_id, f.name, p.role, p.organisation_id as organ_id, p.title_zh, p.title_en
    from appointments a
    join staff f on f.district = a.district and f.id = a.staff_id
    join posts p on p.district = a.district and p.id = a.post_id
    where a.district = ${district} and p.organisation_id = any(${organIds}::uuid[]) and ${inForce(today)} and ${isThere(today)}
    order by p.organisation_id, p.id, a.id
  `.execute(read);
  return rows;
}

/** Which posts the organs of a district have today, by their roles; an organ without a held post is left out. */
export type StaffedOrgans = ReadonlyMap<string, ReadonlySet<Role>>;

/** Every organ with the roles of its posts that somebody holds today, whether he is there or away. */
export async function getStaffedOrgans(
  read: Read,
  { district, today }: { district: string; today: Temporal.PlainDate },
): Promise<StaffedOrgans> {
  const { rows } = await sql<{ organId: string; roles: Role[] }>`
    select p.organisation_id as organ_id, array_agg(distinct p.role) as roles
    from appointments a
    join staff f on f.district = a.district and f.id = a.staff_id
    join posts p on p.district = a.district and p.id = a.post_id
    where a.district = ${district} and a.from_day <= ${today} and (a.until_day is null or a.until_day >= ${today})
      and (f.left_day is null or f.left_day > ${today})
    group by p.organisation_id
  `.execute(read);
  return new Map(rows.map(({ organId, roles }) => [organId, new Set(roles)]));
}

/** How many people hold a post of a role at an organ today. */
export async function countOfficers(
  read: Read,
  district: string,
  { organId, role, today }: { organId: string; role: Role; today: Temporal.PlainDate },
): Promise<number> {
  const { rows } = await sql<HeldPost>`
    ${heldPosts(today)} where a.district = ${district} and p.role = ${role} and p.organisation_id = ${organId} and ${inForce(today)}
  `.execute(read);
  return rows.length;
}

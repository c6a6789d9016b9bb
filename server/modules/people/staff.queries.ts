import type { PostView, StaffMe, StaffMember } from '../../../contract/people.ts';
import { machineNow } from '../../platform/clock.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { permissionsOf } from './role.rules.ts';
import { getAllHeldPosts, getHeldPosts, getStaffNames, type HeldPost } from './staff.store.ts';

function postView(places: Places, held: HeldPost, names: ReadonlyMap<string, string> = new Map()): PostView {
  const organ = places.organById(held.organisationId);
  const center = held.centerId === null ? undefined : places.centerById(held.centerId);
  const actsFor = names.get(held.actsForId ?? '');
  return {
    appointmentId: held.appointmentId,
    postId: held.postId,
    title: { zh: held.titleZh, en: held.titleEn },
    role: held.role,
    organ: organ?.name ?? { zh: '', en: '' },
    organId: held.organisationId,
    level: center?.level ?? organ?.level ?? 'DISTRICT',
    kind: held.kind,
    ...(center && { center: center.name }),
    ...(actsFor !== undefined && { actsFor }),
  };
}

/** Who is signed in, his posts, and what the post he acts in may do. */
export async function getStaffMe(
  read: Read,
  call: Call,
  staffId: string,
  appointmentId: string | undefined,
): Promise<StaffMe> {
  const [places, held, name] = await Promise.all([
    loadPlaces(read, call.district),
    getHeldPosts(read, call.district, call.today, [staffId]),
    sql<{ name: string }>`select name from staff where district = ${call.district} and id = ${staffId}`.execute(read),
  ]);
  if (name.rows[0] === undefined) throw new Refusal('not_found');
  const acting = held.find((post) => post.appointmentId === appointmentId);
  const absent = held.flatMap(({ actsForId }) => actsForId ?? []);
  const names = await getStaffNames(read, call.district, absent);
  return {
    staffId,
    name: name.rows[0].name,
    posts: held.map((post) => postView(places, post, names)),
    permissions: [...permissionsOf(acting?.role)],
    ...(acting && { post: postView(places, acting, names) }),
  };
}

/** Staff with posts and live sessions, by sign-in name. */
export async function getStaffMembers(
  read: Read,
  input: { q?: string; after?: string; limit?: number },
  call: Call,
): Promise<{ members: StaffMember[]; next?: string }> {
  const limit = input.limit ?? 20;
  const q = (input.q ?? '').trim();
  const { rows } = await sql<{
    id: string;
    name: string;
    username: string;
    credentialNumber: string | null;
    sessions: number;
    lastSignInAt: string | null;
  }>`
    select f.id, f.name, f.username, f.credential_number, count(s.id) filter (where s.revoked_at is null and s.expires_at > ${machineNow()})::int as sessions,
      max(s.started_at) as last_sign_in_at
    from (
      select district, id, name, username, credential_number from staff
      where district = ${call.district} and username > ${input.after ?? ''}
        and (strpos(name, ${q}) > 0 or strpos(username, lower(${q})) > 0)
      order by username limit ${limit + 1}
    ) f left join sessions s on s.district = f.district and s.holder_id = f.id
    group by f.id, f.name, f.username, f.credential_number order by f.username
  `.execute(read);
  const page = rows.slice(0, limit);
  const [places, held] = await Promise.all([
    loadPlaces(read, call.district),
    getHeldPosts(
      read,
      call.district,
      call.today,
      page.map((row) => row.id),
    ),
  ]);
  const last = page.at(-1);
  return {
    members: page.map((row) => ({
      staffId: row.id,
      name: row.name,
      username: row.username,
      sessions: row.sessions,
      posts: held.filter((post) => post.staffId === row.id).map((post) => postView(places, post)),
      ...(row.credentialNumber !== null && { credentialNumber: row.credentialNumber }),
      ...(row.lastSignInAt !== null && { lastSignInAt: row.lastSignInAt }),
    })),
    ...(rows.length > limit && last && { next: last.username }),
  };
}

/** Every post of the demo with its holder and place. */
export async function getPostsToBecome(
  read: Read,
  call: Call,
): Promise<(PostView & { staffId: string; staffName: string; region: string })[]> {
  const [places, held] = await Promise.all([
    loadPlaces(read, call.district),
    getAllHeldPosts(read, call.district, call.today),
  ]);
  return held.map((post) => ({
    ...postView(places, post),
    staffId: post.staffId,
    staffName: post.staffName,
    region: places.regionById(post.areaRegionId)?.name.zh ?? '',
  }));
}

/** Refused access and sign-ins, newest first. */
export async function getAccessLog(read: Read, input: { after?: string; limit?: number }, call: Call) {
  const limit = input.limit ?? 20;
  const [afterAt, afterId] = (input.after ?? '').split('~');
  const { rows } = await sql<{
    id: string;
    at: string;
    kind: string;
    callerKind: string;
    name: string | null;
    route: string;
    code: string;
    address: string;
    times: number;
  }>`
    select l.id, l.at, l.kind, l.caller_kind, f.name, l.route, l.code, l.address, l.times
    from access_log l left join staff f on f.district = l.district and f.id = l.caller_id
    where l.district = ${call.district}
      and (l.at, l.id) < (coalesce(${afterAt || null}::timestamptz, 'infinity'), coalesce(${afterId || null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    order by l.at desc, l.id desc limit ${limit + 1}
  `.execute(read);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      at: row.at,
      who: row.name ?? row.callerKind,
      kind: row.kind,
      route: row.route,
      code: row.code,
      address: row.address,
      times: row.times,
    })),
    ...(rows.length > limit && last && { next: `${last.at}~${last.id}` }),
  };
}

import type { Role } from '../../../contract/values.ts';
import { transact } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { startSession } from '../../platform/sessions/index.ts';
import type { Client, Town } from '../support/town.ts';

/** Somebody who may knock: each knock is made in a session of its own. */
export interface Caller {
  readonly name: string;
  readonly kind: 'visitor' | 'resident' | 'staff';
  /** The person; empty for a visitor. */
  readonly id: string;
  readonly appointmentId?: string;
  /** Absent: a visitor, a resident, or staff who have not chosen among their posts. */
  readonly role?: Role;
  /** His place and organ have nothing to do with the prepared cases. */
  readonly elsewhere: boolean;
}

/** A fresh session's cookie; a visitor has none. */
export async function cookieOf(town: Town, { kind, id, appointmentId }: Caller): Promise<string> {
  if (kind === 'visitor') return '';
  const call = town.systemCall();
  await transact(town.db, (tx) => startSession(tx, call, kind, id, appointmentId));
  return `doorstep_${kind}=${call.effects.cookies.get(kind)}`;
}

/** One of every role where the cases are, and one of every role elsewhere. */
export async function gatherCallers(
  town: Town,
  residents: { applicant: { residentId: string }; stranger: { residentId: string } },
): Promise<Caller[]> {
  const office = (name: string, client: Client) => staffCaller(town, name, client.staffId);
  const [deskElsewhere, deskHere] = [town.neighbour.postId, town.clerk.postId];
  const hired = [
    await hire(town, 'reviewer-elsewhere', ['reviewer'], deskElsewhere),
    await hire(town, 'supervisor-elsewhere', ['supervisor'], deskElsewhere),
    await hire(town, 'undecided', ['windowClerk', 'reviewer'], deskHere),
    await hire(town, 'item-manager-elsewhere', ['itemManager'], deskElsewhere),
    await hire(town, 'item-reviewer-elsewhere', ['itemReviewer'], deskElsewhere),
  ];
  return [
    { name: 'a visitor', kind: 'visitor', id: '', elsewhere: true },
    { name: 'the applicant', kind: 'resident', id: residents.applicant.residentId, elsewhere: false },
    { name: 'another resident', kind: 'resident', id: residents.stranger.residentId, elsewhere: true },
    await office('the window clerk', town.clerk),
    { ...(await office('the clerk of the next township', town.neighbour)), elsewhere: true },
    await office('the reviewer', town.reviewer),
    { ...(await staffCaller(town, 'the reviewer of another organ', hired[0] ?? '')), elsewhere: true },
    await office('the decider', town.decider),
    { ...(await office('the decider of another organ', town.townDecider)), elsewhere: true },
    await office('the village agent', town.agent),
    { ...(await office('an agent who was handed nothing', town.otherAgent)), elsewhere: true },
    await office('the supervisor', town.supervisor),
    { ...(await staffCaller(town, 'the supervisor of the next township', hired[1] ?? '')), elsewhere: true },
    await office('the item manager', town.itemManager),
    { ...(await staffCaller(town, 'the item manager of another organ', hired[3] ?? '')), elsewhere: true },
    await office('the item reviewer', town.itemReviewer),
    { ...(await staffCaller(town, 'the item reviewer of another organ', hired[4] ?? '')), elsewhere: true },
    await office('the item publisher', town.itemPublisher),
    await office('the organ’s head', town.organHead),
    await office('the head of government', town.governmentHead),
    await office('the archivist', town.archivist),
    await office('the administrator', town.admin),
    { name: 'staff without a chosen post', kind: 'staff', id: hired[2] ?? '', elsewhere: false },
  ];
}

async function staffCaller(town: Town, name: string, staffId: string): Promise<Caller> {
  const { rows } = await town.db.pool.query<{ appointmentId: string; role: Role }>(
    `select a.id as "appointmentId", p.role from appointments a join posts p on p.district = a.district and p.id = a.post_id
     where a.district = $1 and a.staff_id = $2 order by a.id`,
    [town.district, staffId],
  );
  const [held] = rows;
  if (held === undefined) throw new Error(`${name} holds no post.`);
  return { name, kind: 'staff', id: staffId, elsewhere: false, ...held };
}

/** Hires somebody into new posts at the place of a post that is there; returns who. */
export async function hire(
  town: Town,
  username: string,
  roles: readonly Role[],
  besidePostId: string,
): Promise<string> {
  const staffId = newId();
  const { pool } = town.db;
  await pool.query(
    `insert into staff (district, id, username, name, password_hash)
     select district, $2, $3, $3, password_hash from staff where district = $1 and id = $4`,
    [town.district, staffId, username, town.clerk.staffId],
  );
  for (const role of roles) {
    const postId = newId();
    await pool.query(
      `insert into posts (district, id, role, title_zh, title_en, organisation_id, center_id, area_region_id, phone)
       select district, $2, $3, title_zh, title_en, organisation_id, center_id, area_region_id, phone from posts
       where district = $1 and id = $4`,
      [town.district, postId, role, besidePostId],
    );
    await pool.query(
      `insert into post_items (district, post_id, item_id, from_day)
       select district, $2, item_id, from_day from post_items where district = $1 and post_id = $3`,
      [town.district, postId, besidePostId],
    );
    await pool.query(
      `insert into appointments (district, id, staff_id, post_id, kind, from_day) values ($1, $2, $3, $4, 'regular', '2025-01-01')`,
      [town.district, newId(), staffId, postId],
    );
  }
  return staffId;
}

import type { Expert, PublicDraw } from '../../../contract/meetings.ts';
import type { Inputs, Replies } from '../../../contract/routes.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seedOf } from './draw.rules.ts';
import { countExperts, type ExpertRow, findPanel, getExpert, getExperts } from './expert.store.ts';
import { type Meeting, meetingColumns } from './meeting.store.ts';

function expertOf(row: ExpertRow, today: string): Expert {
  const { id, name, employer, phone, fields, relatives, interests, fromDay, untilDay, awayUntilDay, timesDrawn } = row;
  return {
    expertId: id,
    name,
    employer,
    ...(phone !== '' && { phone }),
    fields: [...fields],
    relatives: relatives.map((relative) => ({ ...relative })),
    interests: [...interests],
    fromDay,
    ...(untilDay !== null && { untilDay }),
    ...(awayUntilDay !== null && { awayUntilDay }),
    active: fromDay <= today && (untilDay === null || today <= untilDay),
    timesDrawn,
  };
}

export async function getExpertView(read: Read, { expertId }: { expertId: string }, call: Call): Promise<Expert> {
  return expertOf(await getExpert(read, call.district, expertId), call.today.toString());
}

/** The pool, newest first. */
export async function listExperts(
  read: Read,
  { field, after, limit = 20 }: Inputs['GET /experts'],
  call: Call,
): Promise<Replies['GET /experts']> {
  const [rows, total] = await Promise.all([
    getExperts(read, call.district, { field, after, limit: limit + 1 }),
    countExperts(read, call.district, { field }),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    experts: page.map((row) => expertOf(row, call.today.toString())),
    total,
    ...(rows.length > limit && last !== undefined && { next: last.id }),
  };
}

/** A draw as anyone may see and replay it: tickets, standings, seed; nobody's name, not even the matter. */
export async function getPublicDraw(read: Read, { meetingId }: { meetingId: string }, call: Call): Promise<PublicDraw> {
  const { district } = call;
  const [{ rows }, panel] = await Promise.all([
    sql<Meeting>`select ${meetingColumns} from meetings m where m.district = ${district} and m.id = ${meetingId}`.execute(
      read,
    ),
    findPanel(read, district, meetingId),
  ]);
  const [meeting] = rows;
  if (meeting === undefined || panel === undefined) throw new Refusal('not_found');
  return {
    meetingId,
    state: meeting.state,
    attempt: meeting.attempt,
    arrangements: panel.arrangements,
    day: panel.day,
    fields: [...panel.fields],
    count: panel.count,
    seedMeetingId: panel.seedMeetingId,
    seedDay: panel.seedDay,
    ledgerHash: panel.ledgerHash,
    poolDigest: panel.poolDigest,
    seed: seedOf(panel),
    pool: panel.pool.map(({ ticket, standing }) => ({ ticket, standing })),
    ...(panel.drawnAt !== null && { drawnAt: panel.drawnAt }),
    drawn: panel.pool
      .flatMap(({ ticket, place, declined }) => (place === null ? [] : [{ ticket, place, declined }]))
      .toSorted((a, b) => a.place - b.place)
      .map(({ declined, ...called }) => ({ ...called, ...(declined !== null && { declined }) })),
  };
}

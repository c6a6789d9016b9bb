import type { PromiseExplanation, PublicNotice } from '../../../contract/procedures.ts';
import type { LocalText } from '../../../contract/values.ts';
import { dayOf } from '../../platform/clock.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { everywhere, getCase } from '../cases/index.ts';
import type { ResidentCall } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { getNotice, getObjections, listNotices, type Notice } from './public-notice.store.ts';

const pageLength = 20;

function publicView(notice: Notice, places: Places, today: string): PublicNotice {
  const organ = places.organById(notice.organisationId);
  return {
    noticeId: notice.id,
    itemName: notice.itemName,
    applicant: notice.maskedApplicant,
    organ: organ?.name ?? { zh: '', en: '' },
    content: notice.content,
    fromDay: notice.fromDay,
    untilDay: notice.untilDay,
    provisional: notice.provisional,
    open: notice.closedAt === null && notice.fromDay <= today && today <= notice.untilDay,
    phone: organ?.phone ?? '',
    address: organ?.address ?? '',
  };
}

/** 公示: what everybody may read, those still open first. One that begins later is not shown yet. */
export async function listPublicNotices(
  read: Read,
  { after, limit }: { after?: string; limit?: number },
  call: Call,
): Promise<{ notices: PublicNotice[]; next?: string }> {
  const today = call.today.toString();
  const [page, places] = await Promise.all([
    listNotices(read, call.district, { today: call.today, after, limit: limit ?? pageLength }),
    loadPlaces(read, call.district),
  ]);
  return {
    notices: page.notices.map((notice) => publicView(notice, places, today)),
    ...(page.next !== undefined && { next: page.next }),
  };
}

/** Refuses `not_found`, also for one that begins later. */
export async function getPublicNotice(
  read: Read,
  { noticeId }: { noticeId: string },
  call: Call,
): Promise<PublicNotice> {
  const [notice, places] = await Promise.all([
    getNotice(read, call.district, noticeId),
    loadPlaces(read, call.district),
  ]);
  const today = call.today.toString();
  if (notice.fromDay > today) throw new Refusal('not_found');
  return publicView(notice, places, today);
}

/** The caller's own objection with its answer; nobody else's. */
export async function getMyObjection(
  read: Read,
  { noticeId }: { noticeId: string },
  call: ResidentCall,
): Promise<{ objection?: { text: string; at: string; answer?: string } }> {
  const notice = await getNotice(read, call.district, noticeId);
  const { key } = await getCase(read, call.district, notice.caseId, everywhere);
  const [own] = await getObjections(read, call.district, { noticeIds: [noticeId], accountId: call.resident.id }, key);
  if (own === undefined) return {};
  const { text, objectedAt, answer } = own;
  return { objection: { text, at: objectedAt, ...(answer !== null && { answer }) } };
}

interface ExplainedRow {
  id: string;
  itemName: LocalText;
  organisationId: string;
  answeredAt: string;
  days: number;
  oldDay: string;
  newDay: string;
  explanation: string;
}

/** 公开说明: where more time was taken than was promised (R-2.15, OBE 36), the latest first. */
export async function listPromiseExplanations(
  read: Read,
  { after, limit: asked }: { after?: string; limit?: number },
  call: Call,
): Promise<{ explanations: PromiseExplanation[]; next?: string }> {
  const limit = asked ?? pageLength;
  const [{ rows }, places] = await Promise.all([
    sql<ExplainedRow>`
      select e.id, v.content -> 'name' as item_name, e.organisation_id, e.answered_at, e.days, e.old_day, e.new_day, e.explanation
      from extension_requests e
      join cases c on c.district = e.district and c.id = e.case_id
      join item_versions v on v.district = c.district and v.id = c.item_version_id
      where e.district = ${call.district} and e.state = 'APPROVED' and e.explanation is not null
        and (${after ?? null}::uuid is null or e.id < ${after ?? null}::uuid)
      order by e.id desc limit ${limit + 1}
    `.execute(read),
    loadPlaces(read, call.district),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    explanations: page.map(({ id, organisationId, answeredAt, ...row }) => ({
      ...row,
      extensionId: id,
      organ: places.organById(organisationId)?.name ?? { zh: '', en: '' },
      approvedDay: dayOf(Temporal.Instant.from(answeredAt)).toString(),
    })),
    ...(rows.length > limit && last && { next: last.id }),
  };
}

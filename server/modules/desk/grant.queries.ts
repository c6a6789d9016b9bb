import type { Grant } from '../../../contract/licences.ts';
import type { Inputs, Replies } from '../../../contract/routes.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { getItemVersions } from '../catalogue/index.ts';
import { printedNumber } from '../documents/index.ts';
import { loadPlaces } from '../places/index.ts';
import { areaOfValidity } from './grant.rules.ts';

interface GrantRow {
  readonly caseId: string;
  readonly decidedAt: string;
  readonly itemId: string;
  readonly itemVersionId: string;
  readonly holder: string;
  readonly grantId: string;
  readonly title: string;
  readonly day: string;
  readonly organId: string;
  readonly shortCode: string;
  readonly word: string | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly fromDay: string | null;
  readonly untilDay: string | null;
}

/**
 * 行政许可公开 (ALL 40): every grant, from the moment of its decision, so that the seven working days of 双公示 are
 * always kept. Renewals and changes of a licence are decisions of their own.
 */
export async function listGrants(
  read: Read,
  { organId, itemId, after, limit = 20 }: Inputs['GET /grants'],
  call: Call,
): Promise<Replies['GET /grants']> {
  const [afterAt, afterId] = (after ?? '').split('~');
  const [{ rows }, places] = await Promise.all([
    sql<GrantRow>`
      select c.id as case_id, c.decided_at, c.item_id, c.item_version_id, c.masked_applicant as holder, d.id as grant_id, d.title, d.day,
        d.organisation_id as organ_id, o.short_code, d.word, d.year, d.number, l.from_day, l.until_day
      from cases c
      cross join lateral (
        select id, title, day, organisation_id, word, year, number from documents
        where district = c.district and subject_id = c.id and kind in ('grantDecision', 'renewalDecision', 'changeDecision')
        order by id desc limit 1
      ) d
      join organisations o on o.district = c.district and o.id = d.organisation_id
      left join lateral (
        select from_day, until_day from licences where district = c.district and case_id = c.id order by version desc limit 1
      ) l on true
      where c.district = ${call.district} and c.procedure_profile = 'LICENSE' and c.outcome = 'GRANTED' and c.decided_at is not null
        ${organId === undefined ? sql`` : sql`and c.deciding_organ_id = ${organId}`}
        ${itemId === undefined ? sql`` : sql`and c.item_id = ${itemId}`}
        ${afterAt && afterId ? sql`and (c.decided_at, c.id) < (${afterAt}::timestamptz, ${afterId}::uuid)` : sql``}
      order by c.decided_at desc, c.id desc limit ${limit + 1}
    `.execute(read),
    loadPlaces(read, call.district),
  ]);
  const page = rows.slice(0, limit);
  const versions = await getItemVersions(read, call.district, [...new Set(page.map((row) => row.itemVersionId))]);
  const last = page.at(-1);
  return {
    grants: page.map((row): Grant => {
      const content = versions.find(({ id }) => id === row.itemVersionId)?.content;
      const number = printedNumber(row);
      return {
        grantId: row.grantId,
        itemId: row.itemId,
        itemName: content?.name ?? { zh: row.title, en: row.title },
        title: row.title,
        ...(number !== null && { number }),
        day: row.day,
        organId: row.organId,
        organ: places.organById(row.organId)?.name ?? { zh: '', en: '' },
        holder: row.holder,
        ...(row.fromDay !== null && {
          validity: { fromDay: row.fromDay, ...(row.untilDay !== null && { untilDay: row.untilDay }) },
        }),
        area: areaOfValidity(content?.bases ?? []),
      };
    }),
    ...(rows.length > limit && last && { next: `${last.decidedAt}~${last.caseId}` }),
  };
}

import type { HandedPaper, HandOverCandidate } from '../../../contract/handovers.ts';
import type { LocalText } from '../../../contract/values.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { visibleTo } from '../cases/index.ts';
import { getItemVersions } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces, windowFor } from '../places/index.ts';
import { type Direction, directionOf } from './sheet.rules.ts';

interface CaseRow {
  readonly caseId: string;
  readonly caseNo: string;
  readonly applicant: string;
  readonly itemVersionId: string;
  readonly intakeCenterId: string;
  readonly organId: string;
  readonly materials: readonly { key: string; originals: number; copies: number }[];
  readonly results: readonly string[];
}

/** Papers of the applicant that still lie with a clerk or department: as many as were counted when they came in. */
const materials = sql`coalesce((
  select jsonb_agg(jsonb_build_object('key', m.requirement_key, 'originals', m.originals, 'copies', m.copies) order by m.requirement_key)
  from case_materials m where m.district = c.district and m.case_id = c.id and m.received and m.originals + m.copies > 0
), '[]'::jsonb)`;

/** 结果: what the department made. */
const results = sql`coalesce((
  select jsonb_agg(d.title order by d.id) from documents d
  where d.district = c.district and d.subject_kind = 'case' and d.subject_id = c.id and d.kind in ('grantDecision', 'denialDecision', 'certificate')
), '[]'::jsonb)`;

/** Which way the papers were last taken over. */
const lastTaken = sql`(
  select l.direction from hand_over_lines l join hand_over_sheets s on s.district = l.district and s.id = l.sheet_id
  where l.district = c.district and l.case_id = c.id and l.state = 'TAKEN' order by s.taken_at desc, s.id desc limit 1
)`;

/** What lies where: the papers of an accepted case at the window, the result at the department. */
const ready: Record<Direction, ReturnType<typeof sql>> = {
  TO_OFFICE: sql`c.accepted_day is not null and c.state in ('ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'DECIDING')`,
  TO_WINDOW: sql`(c.accepted_day is not null and c.state in ('DELIVERING', 'WITHDRAWN', 'WITHDRAWN_DEEMED', 'TERMINATED')
    or c.returned_at is not null and c.state in ('RECEIVED', 'CORRECTION_REQUIRED') and ${lastTaken} = 'TO_OFFICE')`,
};

/**
 * Cases whose papers could be handed over from the caller's place, oldest first; of some cases, or all, a hundred at
 * most. What is on a sheet under way, or went this way already, is not among them.
 */
export async function getCandidates(
  read: Read,
  call: StaffCall,
  caseIds?: readonly string[],
): Promise<{ direction: Direction; candidates: HandOverCandidate[] }> {
  const { post, scope } = call.staff;
  const direction = directionOf(post?.role ?? 'windowClerk');
  const { rows } = await sql<CaseRow>`
    select c.id as case_id, c.case_no, c.masked_applicant as applicant, c.item_version_id, c.intake_center_id, c.deciding_organ_id as organ_id,
      ${materials} as materials, ${direction === 'TO_WINDOW' ? results : sql`'[]'::jsonb`} as results
    from cases c
    where c.district = ${call.district} and ${ready[direction]}
      and ${direction === 'TO_OFFICE' ? visibleTo(scope) : sql`c.deciding_organ_id = ${post?.organId ?? null}`}
      ${caseIds === undefined ? sql`` : sql`and c.id = any(${caseIds}::uuid[])`}
      and not exists (select from hand_over_lines l where l.district = c.district and l.case_id = c.id and l.state = 'LISTED')
      and ${lastTaken} is distinct from ${direction}
    order by c.accepted_at, c.id limit 100
  `.execute(read);
  const [versions, places] = await Promise.all([
    getItemVersions(read, call.district, [...new Set(rows.map(({ itemVersionId }) => itemVersionId))]),
    loadPlaces(read, call.district),
  ]);
  const known = new Map(versions.map((version) => [version.id, version]));
  const candidates = rows.flatMap((row): HandOverCandidate[] => {
    const version = known.get(row.itemVersionId);
    const center = places.centerById(row.intakeCenterId);
    if (version === undefined || center === undefined) return [];
    const papers: HandedPaper[] = [
      ...row.results.map((title) => ({ name: both(title), originals: 1, copies: 0 })),
      ...row.materials.map(({ key, originals, copies }) => ({
        name: version.content.materials.find((material) => material.key === key)?.name ?? both(key),
        originals,
        copies,
      })),
    ];
    if (papers.length === 0) return [];
    const { caseId, caseNo, applicant } = row;
    const partnerId = direction === 'TO_OFFICE' ? row.organId : windowFor(center, places).id;
    return [{ caseId, caseNo, applicant, itemName: version.content.name, partnerId, papers }];
  });
  return { direction, candidates };
}

/** Official titles are Chinese in every language. */
const both = (text: string): LocalText => ({ zh: text, en: text });

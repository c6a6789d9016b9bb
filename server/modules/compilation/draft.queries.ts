import type { DraftRow, DraftState, DraftView } from '../../../contract/compilation.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItemVersion, organName } from '../catalogue/index.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { burdensOf } from './burden.rules.ts';
import { changesOf } from './change.rules.ts';
import {
  actionsOnDraft,
  approvalsOf,
  type DraftFacts,
  type DraftViewer,
  isSeenBy,
  statesWaitingFor,
} from './draft.rules.ts';
import { type Draft, findDraft, getDeeds } from './draft.store.ts';
import { findDraftFaults } from './find-draft-faults.ts';
import { shownOf } from './shown.rules.ts';
import { viewerOf } from './viewer.rules.ts';

export interface ListDrafts {
  readonly state?: DraftState;
  readonly mine?: boolean;
  readonly q?: string;
  readonly after?: string;
  readonly limit?: number;
}

interface ListedRow extends Omit<DraftFacts, 'deeds'> {
  readonly id: string;
  readonly itemId: string | null;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly origin: DraftRow['origin'];
  readonly faultCount: number;
  readonly changedBy: string;
  readonly changedAt: string;
}

/** Drafts as a post sees them, changed last first; `mine`: those that wait for an act that he may do. */
export async function listDrafts(
  read: Read,
  { state, mine, q, after, limit = 20 }: ListDrafts,
  call: StaffCall,
): Promise<{ drafts: DraftRow[]; next?: string }> {
  const viewer = viewerOf(call);
  const cursor = after === undefined ? undefined : cursorOf(after);
  const words = (q ?? '').trim();
  const { rows } = await sql<ListedRow>`
    select id, item_id, organ_id, origin, state, code, name_zh, name_en, fault_count, round, approvals_needed, compilers,
      changed_by, changed_at
    from item_drafts d
    where district = ${call.district}
      ${viewer.may('drafts.approve') ? sql`` : sql`and organ_id = ${viewer.organId}`}
      ${state === undefined ? sql`` : sql`and state = ${state}`}
      ${mine === true ? waitingFor(viewer) : sql``}
      ${words === '' ? sql`` : sql`and (name_zh ilike ${like(words)} or name_en ilike ${like(words)} or code ilike ${like(words)})`}
      ${cursor === undefined ? sql`` : sql`and (changed_at, id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`}
    order by changed_at desc, id desc limit ${limit + 1}
  `.execute(read);
  const page = rows.slice(0, limit);
  const [places, deeds, names] = await Promise.all([
    loadPlaces(read, call.district),
    getDeeds(
      read,
      call.district,
      page.map(({ id }) => id),
    ),
    getStaffNames(
      read,
      call.district,
      page.map(({ changedBy }) => changedBy),
    ),
  ]);
  const last = page.at(-1);
  return {
    drafts: page.map((row) => ({
      draftId: row.id,
      ...(row.itemId !== null && { itemId: row.itemId }),
      code: row.code,
      name: { zh: row.nameZh, en: row.nameEn },
      organ: organName(row.organId, places),
      state: row.state,
      compiledBy: names.get(row.changedBy) ?? '',
      changedAt: row.changedAt,
      faults: row.faultCount,
      isNew: row.itemId === null,
      origin: row.origin,
      actions: actionsOnDraft({ ...row, deeds: deeds.get(row.id) ?? [] }, viewer).actions,
    })),
    ...(rows.length > limit && last !== undefined && { next: `${last.changedAt}~${last.id}` }),
  };
}

/** In a state that waits for the viewer's role; nobody approves what he compiled, reviewed or approved himself. */
function waitingFor(viewer: DraftViewer) {
  const states = statesWaitingFor(viewer);
  return sql`and state = any(${states}::text[])
    and (state in ('DRAFT', 'RETURNED') or not ${viewer.id}::uuid = any(compilers))
    and (state <> 'PENDING_APPROVAL' or not exists (
      select from item_draft_acts a where a.district = d.district and a.draft_id = d.id and a.round = d.round
        and a.staff_id = ${viewer.id} and a.act in ('review', 'approve')))`;
}

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

/** Refuses `invalid_input` for a cursor that no reply gave out. */
function cursorOf(after: string): { at: string; id: string } {
  const match =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after);
  const [, at = '', id = ''] = match ?? [];
  if (match === null || !isInstant(at)) throw new Refusal('invalid_input', {}, [{ field: 'after', code: 'format' }]);
  return { at, id };
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return !text.startsWith('0000');
  } catch {
    return false;
  }
}

/** A draft whole. One of another department is not found. */
export async function getDraftView(read: Read, { draftId }: { draftId: string }, call: StaffCall): Promise<DraftView> {
  const viewer = viewerOf(call);
  const draft = await findDraft(read, call.district, draftId);
  if (draft === undefined || !isSeenBy(draft, viewer)) throw new Refusal('not_found');
  const { reviews, approvals } = approvalsOf(draft);
  const returned = draft.state === 'RETURNED' ? draft.deeds.findLast(({ act }) => act === 'return') : undefined;
  const [places, names, faults, base] = await Promise.all([
    loadPlaces(read, call.district),
    getStaffNames(read, call.district, [draft.changedBy, ...draft.deeds.map(({ staffId }) => staffId)]),
    draft.state === 'PUBLISHED' || draft.state === 'ABANDONED' ? [] : findDraftFaults(read, draft, call),
    draft.baseVersionId === null ? undefined : getItemVersion(read, call.district, draft.baseVersionId),
  ]);
  const nameOf = (organId: string | null) => organName(organId, places);
  const deed = (kind: 'review' | 'approval') => (done: (typeof draft.deeds)[number]) => ({
    kind,
    by: names.get(done.staffId) ?? '',
    at: done.actedAt,
    ...(done.note !== null && { note: done.note }),
  });
  return {
    draftId: draft.id,
    ...(draft.itemId !== null && { itemId: draft.itemId }),
    ...(base !== undefined && {
      base: { itemVersionId: base.id, version: base.version, effectiveDay: base.effectiveDay },
    }),
    ...elementsOf(draft),
    organ: nameOf(draft.organId),
    revision: draft.revision,
    round: draft.round,
    state: draft.state,
    isNew: base === undefined,
    origin: draft.origin,
    compiledBy: names.get(draft.changedBy) ?? '',
    changedAt: draft.changedAt,
    faults: [...faults],
    burdens: burdensOf(base, draft),
    ...(draft.burdenBasis !== null && { burdenBasis: draft.burdenBasis }),
    ...(draft.reason !== null && { reason: draft.reason }),
    approvals: [...reviews.map(deed('review')), ...approvals.map(deed('approval'))],
    approvalsNeeded: draft.approvalsNeeded,
    ...(returned !== undefined && {
      returned: { by: names.get(returned.staffId) ?? '', at: returned.actedAt, reason: returned.note ?? '' },
    }),
    ...(draft.missing.length > 0 && { missing: [...draft.missing] }),
    ...(draft.itemVersionId !== null && { itemVersionId: draft.itemVersionId }),
    ...actionsOnDraft(draft, viewer),
    changes: base === undefined ? [] : changesOf(shownOf(base, nameOf), shownOf(draft, nameOf)),
  };
}

function elementsOf(draft: Draft) {
  const { code, profile, caseType, level, acceptingOrganId, decidingOrganId, effectiveDay, content } = draft;
  return {
    ...{ code, profile, caseType, level, acceptingOrganId, decidingOrganId, content },
    ...(effectiveDay !== null && { effectiveDay }),
  };
}
